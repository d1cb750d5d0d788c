import type { Fetch, HeadersSource } from '../../endpoint/client.ts';
import { errorOf, ExpressError, toExpressError } from '../../endpoint/errors.ts';
import type { SessionAnswer } from './secrets.ts';

export interface QuickstartRoute {
  readonly url: string;
  readonly fetch: Fetch | undefined;
  readonly headers: HeadersSource | undefined;
  readonly credentials: RequestCredentials | undefined;
}

const isAnswer = (value: unknown): value is SessionAnswer =>
  typeof value === 'object' &&
  value !== null &&
  'client_secret' in value &&
  typeof value.client_secret === 'string';

/** Asks the least that a host can have: the route of Stripe's own quickstart, which answers `{client_secret}`. */
export async function quickstart({
  url,
  fetch,
  headers: source,
  credentials = 'same-origin',
}: QuickstartRoute): Promise<SessionAnswer> {
  const headers = new Headers(typeof source === 'function' ? await source() : source);
  const request = new Request(url, { method: 'POST', headers, credentials, cache: 'no-store' });
  const response = await (fetch ?? globalThis.fetch)(request).catch((cause: unknown) => {
    throw toExpressError(cause);
  });
  if (!response.ok) throw await errorOf(response, new URL(url).pathname);
  const answer: unknown = await response.json();
  if (isAnswer(answer)) return answer;
  throw new ExpressError('invalid_answer', `Failed to read ${url}: it has no client_secret.`);
}
