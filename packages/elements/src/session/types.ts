import type { AccountAnswer, LiveTopic } from '@express-elements/contract';
import type { ConnectElementTagName } from '@stripe/connect-js';
import type { RequestRecord } from '../endpoint/client.ts';
import type { ExpressError } from '../endpoint/errors.ts';
import type {
  Answers,
  ClientRoute,
  Question,
  ReadRoute,
  WriteRoute,
  Writes,
} from '../endpoint/routes.ts';
import type { ConnectState, LookSource } from './connect/bridge.ts';
import type { Resource } from './resources.ts';

/** What `/account` said. `absent`: there is no endpoint, or it has no such route; Connect elements work without. */
export type AccountState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly answer: AccountAnswer }
  | { readonly kind: 'absent' }
  | { readonly kind: 'error'; readonly error: ExpressError };

export interface Notifications {
  readonly total: number;
  readonly actionRequired: number;
}

/** What everybody on the page may know of a session. */
export interface SessionState {
  /** Counts the accounts this session has had: everything of an older one is void. */
  readonly generation: number;
  readonly account: AccountState;
  readonly connect: ConnectState;
  /** Figures are hidden: the page came back, and whether it is still the same sign-in is being asked. */
  readonly verifying: boolean;
  /** `disconnect()` was called: nothing more will come. */
  readonly closed: boolean;
  /** What Stripe's notification banner counted, null before it did. */
  readonly notifications: Notifications | null;
}

/** What an element says of itself, for diagnostics. */
export interface ElementReport {
  readonly tag: string;
  readonly state: string;
  readonly notes: readonly string[];
}

/** Functions and data only: sessions are shared by bundles that know nothing of each other's classes. */
export interface PageSession {
  /** The endpoint's URL, or the quickstart route's. */
  readonly key: string;
  read(): SessionState;
  /** Hears of every change of `read()`. While somebody listens the session is awake. */
  subscribe(listener: () => void): () => void;
  /** An answer shared by the page. */
  resource<R extends ReadRoute>(
    route: R,
    question?: Question,
    topics?: readonly LiveTopic[],
  ): Resource<Answers[R]>;
  /** Reads without sharing, for pages of a list. */
  get<R extends ReadRoute>(
    route: R,
    question?: Question,
    signal?: AbortSignal,
  ): Promise<Answers[R]>;
  post<R extends WriteRoute>(
    route: R,
    body: Writes[R]['body'],
    signal?: AbortSignal,
  ): Promise<Writes[R]['answer']>;
  /** An answer whose body is read as it comes, such as the export. */
  open(route: ClientRoute, question?: Question, signal?: AbortSignal): Promise<Response>;
  url(route: ClientRoute, question?: Question): string;
  /** Where a plain form may post to, with the page's own sign-in; null where only a request of ours gets in. */
  formAction(route: ClientRoute): string | null;
  /** The endpoint's now in Unix seconds: what an element calls today. Null before its first answer. */
  now(): number | null;
  /** Hears of what has changed at the endpoint, without figures. While somebody listens, `/live` is open. */
  onHint(
    topics: readonly LiveTopic[],
    listener: (topic: LiveTopic, data: unknown) => void,
  ): () => void;
  /** Whether the page can be seen: what cannot is not asked for again. */
  isVisible(): boolean;
  /** Makes the Connect instance; `read().connect` tells how that goes. */
  startConnect(): void;
  /** An element of Stripe's, made once the instance is ready. Throws an `ExpressError` where Stripe's script has none. */
  createComponent(name: ConnectElementTagName): HTMLElement;
  addLook(source: LookSource): () => void;
  /** The look has changed. */
  dress(): void;
  setNotifications(notifications: Notifications | null): void;
  /** Counts an element in; its report is asked for by diagnostics. */
  track(report: () => ElementReport): () => void;
  reports(): readonly ElementReport[];
  /** The newest requests, last one last. */
  requests(): readonly RequestRecord[];
  /** Asks again for everything shown, and tries again what failed. */
  refresh(): void;
  /** Ends Stripe's session, calls off what is in flight and forgets every figure. */
  close(): Promise<void>;
}
