/** express-login-link */
export const loginLink = {
  open: 'Open Stripe dashboard',
  opensTab: 'opens in a new tab',
  opening: 'Opening…',
  failed: "We couldn't open the Stripe dashboard",
  blocked: 'Your browser blocked the new tab.',
  openLink: 'Open it here',
  selfServe: 'Sign in at Stripe',
  webview: 'The Stripe dashboard does not open inside an app. Open this page in your browser.',
};
