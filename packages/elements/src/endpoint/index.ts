export type { Fetch, HeadersSource } from './client.ts';
export { ExpressError, isAbort, toExpressError } from './errors.ts';
