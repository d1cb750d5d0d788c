import type { TemplateResult } from 'lit';
import type { Api } from './client.ts';
import type { ConnectError } from './errors.ts';
import type { SessionInfo } from './session.ts';
import type { Settings } from './settings.ts';
import type { Text } from './text.ts';

/** `data`: an action changed the account; `look`: appearance, locale or options; `end`: logged out. */
export type Change = 'data' | 'look' | 'end';

/** An overlay over the whole page. */
export interface OverlaySpec {
  readonly label: () => string;
  readonly body: (close: () => void) => TemplateResult;
  /** Told when the person closes it, not when the page does. */
  readonly dismissed?: () => void;
}

export interface OverlayHandle {
  close(): void;
}

/** What an instance gives its elements: the object that connect-js passes to `setConnector`. */
export interface Connector {
  readonly api: Api;
  readonly text: Text;
  /** The instance's appearance as custom properties; adopted by every shadow root at the top. */
  readonly sheet: CSSStyleSheet;
  readonly overlays: 'dialog' | 'drawer';
  readonly showObjectIds: boolean;
  /** The account's default currency, once a session has told it. */
  readonly homeCurrency: string | undefined;
  readonly ended: boolean;
  readonly counters: Counters;
  session(): Promise<SessionInfo>;
  listen(listener: (change: Change) => void): () => void;
  /** Said after every action: what is shown is read again. */
  changed(): void;
  open(spec: OverlaySpec): OverlayHandle;
}

/** What a page or an end-to-end test can read of the stand-in at `StripeConnect.sandbox`. */
export interface Counters {
  /** Times the script ran on this page; 0 where it was installed in the page. */
  scripts: number;
  inits: number;
  /** Account sessions opened. */
  sessions: number;
  /** Elements taken out of the page and put in again, which makes Stripe's frames start over. */
  remounts: number;
  /** Elements that stand in the page now. */
  mounted: number;
  /** Elements found where Stripe's would break: under a shadow root. */
  misplaced: number;
}

/** What a component gets from the element that holds it. */
export interface Port {
  readonly connector: Connector;
  readonly account: string;
  readonly features: Readonly<Record<string, boolean>>;
  readonly settings: Settings;
  /** A load error of the component. */
  failed(error: ConnectError): void;
  /** An overlay that goes with the element. */
  open(spec: OverlaySpec): OverlayHandle;
}

/** For what stands in an overlay: its failures are shown there and are no load errors. */
export const innerPort = (port: Port): Port => ({ ...port, failed: () => undefined });
