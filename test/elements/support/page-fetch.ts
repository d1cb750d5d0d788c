import type { TestHost } from './host.ts';

/** Lets the page's own `fetch` reach a host in the page, for elements without a provider; gives the way back. */
export function servePage(host: TestHost): () => void {
  const own = globalThis.fetch;
  const isOurs = (url: string) => /^\/(express|account_session)/.test(new URL(url).pathname);
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    if (!isOurs(request.url)) return own(input, init);
    // The page has no sign-in of its own here; a real one has its cookie.
    request.headers.set('Authorization', 'Bearer page');
    return host.fetch(request);
  };
  return () => {
    globalThis.fetch = own;
  };
}
