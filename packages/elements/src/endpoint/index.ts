export { EndpointClient } from './client.ts';
export type { EndpointOptions, Fetch, HeadersSource, RequestRecord } from './client.ts';
export { backoff, pageClock, type Clock } from './clock.ts';
export { ExpressError, isAbort, toExpressError, type ExpressErrorCode } from './errors.ts';
export type { Answers, Query, Question, ReadRoute, WriteRoute, Writes } from './routes.ts';
