import { installStripeConnect } from './index.ts';

/**
 * What `/connect.js` of the sandbox runs, in the place of Stripe's script. Its API stands in the
 * folder it came from.
 */
const source =
  document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';
const baseUrl = new URL('.', source || document.baseURI).href;

const namespace = installStripeConnect(window, {
  fetch: (input, init) => fetch(input, init),
  baseUrl,
});
namespace.sandbox.scripts += 1;
