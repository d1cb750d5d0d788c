/** What this browser keeps for a page of ours. A browser that forbids it, or is full, keeps nothing: that is no error. */
const KEY = 'express-elements';

/** In the place of an account: for whoever comes to this site. */
export const SITE = 'site';

/**
 * What was kept under a name for an account; null where nothing was, or it is not readable.
 *
 * @example recall('read', 'acct_1')
 */
export function recall(name: string, account: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`${KEY}:${name}:${account}`) ?? 'null');
  } catch {
    // Storage is forbidden, or holds what is not ours.
    return null;
  }
}

/** Keeps a value under a name for an account. */
export function keep(name: string, account: string, value: unknown): void {
  try {
    localStorage.setItem(`${KEY}:${name}:${account}`, JSON.stringify(value));
  } catch {
    // Forbidden or full: it holds as long as the page does.
  }
}
