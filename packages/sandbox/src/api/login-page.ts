import type { Sessions } from './sessions.ts';

/** Stands where Stripe's hosted Express Dashboard would be: it opens once, then the link is spent. */

const page = (title: string, words: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>` +
  `<meta name="viewport" content="width=device-width"><h1>${title}</h1><p>${words}</p></html>`;

const html = (status: number, body: string): Response =>
  new Response(body, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });

/** Null where the path is no login link. @param wall Unix seconds */
export function loginPage(path: string, sessions: Sessions, wall: number): Response | null {
  const [, account, token] = /^\/express\/(acct_\w+)\/(\w+)$/.exec(path) ?? [];
  if (account === undefined || token === undefined) return null;
  if (!sessions.follow(account, token, wall)) {
    return html(
      410,
      page('This link has been used', 'Login links open once. Go back and open another.'),
    );
  }
  return html(200, page('Express Dashboard (sandbox)', `Stripe would sign in ${account} here.`));
}
