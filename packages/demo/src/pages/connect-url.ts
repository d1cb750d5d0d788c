/**
 * Where connect.js is, when the page's server says that it isn't Stripe's. Has to be known before any element is
 * defined, so each page imports its elements after this.
 */
const url = document.querySelector<HTMLMetaElement>('meta[name="connect-url"]')?.content ?? '';
if (url !== '') {
  Reflect.set(
    globalThis,
    Symbol.for('express-elements/connect-url'),
    new URL(url, location.href).href,
  );
}
