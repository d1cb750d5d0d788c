/** The parts that Stripe draws. */
export const connect = {
  failed: "We couldn't load this part",
  webview: {
    title: 'Open this page in your browser',
    text: "Stripe doesn't allow this part inside an app.",
    copy: 'Copy link',
  },
};
