import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SessionController } from '../../controllers/index.ts';
import { keep, recall } from '../../controllers/storage.ts';
import { formatDate, formatMoney } from '../../format/index.ts';
import type { LocalizeController, MessagesOf } from '../../locales/index.ts';
import {
  columnRules,
  isMetadata,
  isSameColumns,
  roomsOf,
  soundColumns,
  type Column,
  type ColumnAsked,
  type Rooms,
} from './columns.model.ts';

export interface ColumnsConfig {
  readonly sessions: SessionController;
  readonly l: LocalizeController<'transactions'>;
  /** What the host asks for. */
  readonly asked: () => readonly ColumnAsked[];
  /** Whether the seller may have a choice of their own. */
  readonly choosable: () => boolean;
}

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** A day in November late in the evening: as long as dates are. */
const SAMPLE = Date.UTC(2026, 10, 23, 22, 47) / 1000;

/** Under which name a browser keeps what a seller has chosen, by account. */
const CHOICE = 'columns';

/** Null where nothing was chosen, as far as we know. */
function storedChoice(account: string): readonly string[] | null {
  const stored = recall(CHOICE, account);
  return Array.isArray(stored)
    ? stored.filter((name): name is string => typeof name === 'string')
    : null;
}

/**
 * Which columns a list has: the seller's own choice, kept for the account in this browser, else what the host asks for.
 *
 * Owns: the choice, and the rules by which rows share their width, as a style sheet of the list's own. Does not own:
 * what is drawn.
 */
export class ColumnsController implements ReactiveController {
  readonly #host: Host;
  readonly #config: ColumnsConfig;
  readonly #sheet = new CSSStyleSheet();
  #columns: readonly Column[] = [];
  #rooms: Rooms | null = null;
  #said: {
    readonly messages: MessagesOf<'transactions'>;
    readonly locale: string;
    readonly rooms: Rooms;
  } | null = null;
  #account: string | null = null;
  #choice: readonly string[] | null = null;

  constructor(host: Host, config: ColumnsConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  /** In order; the same array while they are the same. */
  get shown(): readonly Column[] {
    return this.#columns;
  }

  /** What the host asks for: what a seller goes back to. */
  get usual(): readonly Column[] {
    return soundColumns(this.#config.asked());
  }

  /** The room that words need in the language that is spoken; the same object while that is so. */
  get rooms(): Rooms {
    const { messages, locale } = this.#config.l;
    if (this.#said?.messages !== messages || this.#said.locale !== locale) {
      const rooms = roomsOf({
        status: messages.transactions.status.availableOn(
          formatDate(SAMPLE, 'dayMonth', locale, 'UTC'),
        ),
        date: formatDate(SAMPLE, 'rowTime', locale, 'UTC'),
        money: formatMoney(-123_456, 'usd', locale),
      });
      this.#said = { messages, locale, rooms };
    }
    return this.#said.rooms;
  }

  /** The seller may have a choice of their own. */
  get isChoosable(): boolean {
    return this.#config.choosable();
  }

  /** The seller's own choice is shown. */
  get isChosen(): boolean {
    return this.#choice !== null && this.isChoosable;
  }

  /** The seller's choice; null goes back to the host's. */
  choose(columns: readonly Column[] | null): void {
    const isUsual = columns === null || isSameColumns(columns, this.usual);
    this.#choice = isUsual ? null : columns.map(({ name }) => name);
    if (this.#account !== null) keep(CHOICE, this.#account, this.#choice);
    this.#host.requestUpdate();
  }

  /** The rules go before the element's own, whose cards they leave alone. */
  hostConnected(): void {
    const root = this.#host.renderRoot;
    if (!(root instanceof ShadowRoot) || root.adoptedStyleSheets.includes(this.#sheet)) return;
    root.adoptedStyleSheets = [this.#sheet, ...root.adoptedStyleSheets];
  }

  hostUpdate(): void {
    const account = this.#config.sessions.account?.account.id ?? null;
    if (account !== this.#account) {
      this.#account = account;
      this.#choice = account === null ? null : storedChoice(account);
    }
    const columns = this.#resolve();
    const { rooms } = this;
    if (isSameColumns(columns, this.#columns) && rooms === this.#rooms) return;
    this.#columns = columns;
    this.#rooms = rooms;
    this.#sheet.replaceSync(columnRules(columns, rooms));
  }

  /** A heading that the host gave a metadata column stays with it in the seller's order. */
  #resolve(): readonly Column[] {
    const { usual } = this;
    const choice = this.#choice;
    if (choice === null || !this.isChoosable) return usual;
    const known = new Map(usual.filter(isMetadata).map((column) => [`${column.name}`, column]));
    return soundColumns(choice.map((name) => known.get(name) ?? name));
  }
}
