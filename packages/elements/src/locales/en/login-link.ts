/** express-login-link */
export const loginLink = {
  open: 'Open Stripe dashboard',
  opensTab: 'opens in a new tab, by a link that works once',
  opening: 'Opening…',
  failed: "We couldn't open the Stripe dashboard",
  blocked: 'Your browser blocked the new tab. The link works once.',
  openLink: 'Open it here',
  selfServe: 'Sign in at Stripe',
  webview: 'The Stripe dashboard does not open inside an app. Open this page in your browser.',
};
