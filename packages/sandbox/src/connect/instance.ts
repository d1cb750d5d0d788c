import type Stripe from 'stripe';
import { applyAppearance, readAppearance } from './shared/appearance.ts';
import { createApi, send } from './shared/client.ts';
import type { Api, Fetch } from './shared/client.ts';
import type {
  Change,
  Connector,
  Counters,
  OverlayHandle,
  OverlaySpec,
} from './shared/connector.ts';
import { toConnectError } from './shared/errors.ts';
import { loadFonts } from './shared/fonts.ts';
import { Overlay } from './shared/overlay.ts';
import { Session } from './shared/session.ts';
import type { SessionInfo } from './shared/session.ts';
import { Text } from './shared/text.ts';

export interface Surroundings {
  readonly fetch: Fetch;
  readonly baseUrl: string;
  /** Milliseconds of the wall clock: account sessions end by it. */
  readonly now: () => number;
  readonly window: Window;
  readonly counters: Counters;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const askOf = (params: Record<string, unknown>) => {
  const { fetchClientSecret } = params;
  return async (): Promise<unknown> => {
    if (typeof fetchClientSecret !== 'function') throw new Error('fetchClientSecret is missing.');
    return fetchClientSecret();
  };
};

const eagerOf = (params: Record<string, unknown>): Promise<unknown> | undefined => {
  const meta = isObject(params.metaOptions) ? params.metaOptions : {};
  return meta.eagerClientSecretPromise === undefined
    ? undefined
    : Promise.resolve(meta.eagerClientSecretPromise);
};

/** One Connect instance: a session, a look, and whoever listens to them. */
export class Instance implements Connector {
  readonly api: Api;
  readonly sheet: CSSStyleSheet;
  readonly counters: Counters;
  text: Text;
  overlays: 'dialog' | 'drawer' = 'dialog';
  showObjectIds = false;
  homeCurrency: string | undefined;
  readonly #around: Surroundings;
  readonly #session: Session;
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #open = new Set<OverlayHandle>();
  #known = false;
  #renewal: ReturnType<typeof setTimeout> | undefined;

  constructor(params: Record<string, unknown>, around: Surroundings) {
    this.#around = around;
    this.counters = around.counters;
    this.sheet = new CSSStyleSheet();
    this.text = new Text(around.window.navigator.language);
    this.#session = new Session({
      ask: askOf(params),
      eager: eagerOf(params),
      open: (secret) => this.#read(secret),
      now: around.now,
      opened: () => (around.counters.sessions += 1),
    });
    this.api = createApi(around.fetch, around.baseUrl, this.#session);
    loadFonts(around.window.document, params.fonts);
    this.#dress({ appearance: {}, ...params });
  }

  get ended(): boolean {
    return this.#session.ended;
  }

  async session(): Promise<SessionInfo> {
    const open = await this.#session.current();
    this.#renewAt(open.staleAt);
    return open.info;
  }

  listen(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  changed(): void {
    this.#tell('data');
  }

  open(spec: OverlaySpec): OverlayHandle {
    const overlay = Overlay.open(this, spec, this.#around.window.document);
    const handle = { close: () => overlay.close() };
    this.#open.add(handle);
    overlay.addEventListener('closed', () => this.#open.delete(handle), { once: true });
    return handle;
  }

  update(params: Record<string, unknown>): void {
    this.#dress(params);
    this.#tell('look');
  }

  /** Ends the account session; every component of the instance stops working. */
  async logout(): Promise<void> {
    if (this.ended) return;
    const held = await this.#session.held?.catch(() => undefined);
    clearTimeout(this.#renewal);
    this.#session.end();
    for (const overlay of this.#open) overlay.close();
    this.#tell('end');
    if (held) await this.#post(held.secret, '/sandbox/logout');
  }

  async #post(secret: string, path: string): Promise<void> {
    const { fetch, baseUrl } = this.#around;
    await send(fetch, baseUrl, secret, { method: 'POST', path, params: {} });
  }

  async #read(secret: string): Promise<SessionInfo> {
    const info = await this.#get<SessionInfo>(secret, '/sandbox/session');
    if (!this.#known) await this.#meet(secret);
    return info;
  }

  async #get<T>(secret: string, path: string): Promise<T> {
    const { fetch, baseUrl } = this.#around;
    const answer = await send(fetch, baseUrl, secret, { method: 'GET', path, params: {} });
    return answer.json();
  }

  /** Dates and currencies are the account's; where a session may not read it, the device's. */
  async #meet(secret: string): Promise<void> {
    try {
      const account = await this.#get<Stripe.Account>(secret, '/v1/account');
      this.homeCurrency = account.default_currency;
      this.text = new Text(this.text.locale, account.settings?.dashboard.timezone ?? undefined);
    } catch (cause) {
      const { status } = toConnectError(cause).facts;
      if (status !== 403 && status !== 404) throw cause;
    }
    this.#known = true;
  }

  /** Stripe asks for another secret by itself when a session nears its end, as long as something shows it. */
  #renewAt(staleAt: number): void {
    clearTimeout(this.#renewal);
    const wait = staleAt - this.#around.now();
    if (wait <= 0 || wait > 2 ** 31 - 1) return;
    this.#renewal = setTimeout(() => {
      if (this.counters.mounted === 0) return;
      // A failure here is met again, and told, at the next call.
      this.session().catch(() => undefined);
    }, wait + 1);
  }

  #dress(params: Record<string, unknown>): void {
    if (params.appearance !== undefined) this.#wear(params.appearance);
    if (typeof params.locale === 'string') this.text = new Text(params.locale, this.text.timeZone);
    if (isObject(params.displayOptions))
      this.showObjectIds = params.displayOptions.showObjectIds === true;
  }

  #wear(given: unknown): void {
    const appearance = readAppearance(given);
    for (const reason of appearance.refused)
      console.error(`[sandbox connect.js] ${reason}; Stripe ignores it.`);
    this.overlays = appearance.overlays;
    applyAppearance(this.sheet, appearance);
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}
