import type { Row } from '@express-elements/contract';
import { nothing, type ReactiveController, type TemplateResult } from 'lit';
import { LaterController, type SessionController } from '../../controllers/index.ts';
import type { LocalizeController } from '../../locales/index.ts';
import type { Announcer } from '../../ui/index.ts';
import type { Column } from './columns.model.ts';
import { stepRow } from './express-transactions.model.ts';
import type { RowContext } from './row.model.ts';
import {
  extend,
  noSelection,
  renew,
  selectAll,
  toggle,
  type Selection,
} from './selection.model.ts';

export interface SelectionConfig {
  readonly sessions: SessionController;
  readonly l: LocalizeController<'transactions'>;
  readonly announcer: Announcer;
  /** Those that are held. */
  readonly rows: () => readonly Row[];
  readonly columns: () => readonly Column[];
  readonly context: () => RowContext;
  /** Rows can be selected. */
  readonly offered: () => boolean;
  /** They can be saved as a file. */
  readonly exports: () => boolean;
  /** Takes the focus to a row. */
  readonly moveTo: (index: number) => void;
}

type Host = ConstructorParameters<typeof LaterController>[0];

/** The place of the row in which something happened, null outside. */
export function placeOf({ target }: Event): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return row ? Number(row.dataset['index']) : null;
}

/**
 * The rows that the seller has selected, by boxes and keys. What they come to, copying and saving them is in a file
 * of its own, which comes when the seller reaches for the list.
 */
export class SelectionController implements ReactiveController {
  readonly #host: Host;
  readonly #config: SelectionConfig;
  readonly #later: LaterController<typeof import('./chosen.ts')>;
  #selection: Selection = noSelection;
  #rows: readonly Row[] = [];
  #generation = -1;
  /** What came of copying; null while nothing was copied. */
  #copied: boolean | null = null;

  constructor(host: Host, config: SelectionConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
    this.#later = new LaterController(host, () => import('./chosen.ts'));
  }

  has(id: string): boolean {
    return this.#selection.rows.has(id);
  }

  get isEmpty(): boolean {
    return this.#selection.rows.size === 0;
  }

  hostUpdate(): void {
    const generation = this.#config.sessions.state?.generation ?? -1;
    if (generation !== this.#generation || !this.#config.offered()) this.#selection = noSelection;
    this.#generation = generation;
    const rows = this.#config.rows();
    if (rows !== this.#rows) this.#selection = renew(this.#selection, rows);
    this.#rows = rows;
  }

  hostDisconnected(): void {
    this.#selection = noSelection;
    this.#rows = [];
  }

  /** Without a word: another list is shown. */
  forget(): void {
    this.#selection = noSelection;
  }

  /** For a click on a row's box. */
  pick(event: MouseEvent, box: HTMLInputElement): void {
    const place = placeOf(event);
    const row = place === null ? undefined : this.#config.rows()[place];
    if (place === null || !row) return;
    if (event.shiftKey) this.#extend(place, place);
    else this.#set(toggle(this.#selection, row));
    // The browser has turned it already, a range may leave it as it was.
    box.checked = this.has(row.id);
  }

  /** For `keydown` of the rows: true where the key was for the selection. */
  press(event: KeyboardEvent): boolean {
    const place = placeOf(event);
    if (place === null || event.altKey || !this.#config.offered()) return false;
    const isTaken = this.#take(event, place);
    if (isTaken) event.preventDefault();
    return isTaken;
  }

  /** For `keyup`: a browser may press a button only then. */
  release(event: KeyboardEvent): void {
    const isButton = event.target instanceof HTMLButtonElement;
    if (event.key === ' ' && isButton && this.#config.offered()) event.preventDefault();
  }

  /** For `copy` in the rows, which needs no permission. */
  readonly copy = (event: ClipboardEvent): void => {
    const { code } = this.#later;
    const data = event.clipboardData;
    if (this.isEmpty || !code || !data || document.getSelection()?.isCollapsed === false) return;
    const { text, markup } = code.tableOf([...this.#selection.rows.values()], this.#what);
    data.setData('text/plain', text);
    data.setData('text/html', markup);
    event.preventDefault();
    this.#tellCopied(true);
  };

  /** What is selected, over the totals. */
  render(): TemplateResult | typeof nothing {
    const { code } = this.#later;
    if (this.isEmpty || !code) return nothing;
    const rows = [...this.#selection.rows.values()];
    const loaded = this.#config.rows();
    return code.chosenBar({
      ...this.#what,
      l: this.#config.l,
      rows,
      copied: this.#copied,
      loaded: loaded.length,
      all: loaded.every(({ id }) => this.has(id)) ? null : () => this.#all(),
      copy: () => void code.copy(rows, this.#what).then((done) => this.#tellCopied(done)),
      save: this.#config.exports() ? () => this.#save(code, rows) : null,
      clear: () => this.clear(),
    });
  }

  clear(): void {
    this.#set(noSelection);
  }

  get #what() {
    return { columns: this.#config.columns(), context: this.#config.context() };
  }

  #take(event: KeyboardEvent, place: number): boolean {
    const { key, shiftKey } = event;
    const row = this.#config.rows()[place];
    if (event.ctrlKey || event.metaKey) return key === 'a' && this.#all();
    if (key === 'Escape') return !this.isEmpty && this.#set(noSelection);
    if (key === ' ' && shiftKey) return this.#extend(place, place);
    // A box takes the key by itself.
    if (key === ' ' && row && event.target instanceof HTMLButtonElement)
      return this.#set(toggle(this.#selection, row));
    const next = shiftKey ? stepRow(key, place, this.#config.rows().length) : null;
    if (next === null) return false;
    this.#config.moveTo(next);
    return this.#extend(place, next);
  }

  #all(): true {
    return this.#set(selectAll(this.#selection, this.#config.rows()));
  }

  #extend(from: number, to: number): true {
    return this.#set(extend(this.#selection, this.#config.rows(), from, to));
  }

  /** Says what there is now, once the words are there. */
  #set(selection: Selection): true {
    this.#selection = selection;
    this.#copied = null;
    this.#host.requestUpdate();
    const { announcer, l } = this.#config;
    this.#later.want().then(
      ({ selectionWords }) => announcer.say(selectionWords(l, this.#selection.rows.values())),
      // Without the code the boxes still say what is selected; it is tried again with the next one.
      () => announcer.say(l.messages.errors.offline),
    );
    return true;
  }

  #tellCopied(done: boolean): void {
    this.#copied = done;
    const { announcer, l } = this.#config;
    const { common, transactions } = l.messages;
    announcer.say(done ? common.copied : transactions.selection.notCopied);
    this.#host.requestUpdate();
  }

  #save({ saveRows }: typeof import('./chosen.ts'), rows: readonly Row[]): void {
    saveRows(rows, this.#config.context());
    this.#config.announcer.say(this.#config.l.messages.transactions.exported);
  }
}
