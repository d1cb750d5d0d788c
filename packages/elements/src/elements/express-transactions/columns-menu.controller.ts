import type { Row } from '@express-elements/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { LaterController } from '../../controllers/index.ts';
import type { LocalizeController } from '../../locales/index.ts';
import { FloatController, type Announcer } from '../../ui/index.ts';
import type { ColumnsController } from './columns.controller.ts';
import { columnsInRows, isMetadata, leftOut } from './columns.model.ts';
import { coming } from './frame.view.ts';

export interface ColumnsMenuConfig {
  readonly l: LocalizeController<'transactions'>;
  readonly columns: ColumnsController;
  readonly announcer: Announcer;
  /** Those that are held: they know which metadata there is. */
  readonly rows: () => readonly Row[];
}

type Host = ConstructorParameters<typeof FloatController>[0];

const ID = 'columns';

/** The button and the popover in which the seller chooses columns. What it holds comes later. */
export class ColumnsMenu {
  readonly #host: Host;
  readonly #config: ColumnsMenuConfig;
  readonly #float: FloatController;
  readonly #later: LaterController<typeof import('./columns.form.ts')>;

  constructor(host: Host, config: ColumnsMenuConfig) {
    this.#host = host;
    this.#config = config;
    this.#later = new LaterController(host, () => import('./columns.form.ts'));
    this.#float = new FloatController(host, (open) => {
      if (open !== null && !this.#later.code) this.#need();
    });
  }

  render(): TemplateResult {
    const { title } = this.#config.l.messages.transactions.columnChoice;
    return html`<button
        type="button"
        class="button choose-columns"
        part="columns"
        popovertarget=${ID}
        aria-haspopup="dialog"
      >
        ${title}
      </button>
      <div
        class="float"
        popover
        id=${ID}
        role="dialog"
        aria-label=${title}
        @beforetoggle=${this.#float.toggled}
      >
        ${this.#float.open === ID ? this.#content() : nothing}
      </div>`;
  }

  #content(): TemplateResult {
    const { l, columns, announcer, rows } = this.#config;
    const form = this.#later.code?.columnsForm;
    if (!form) return coming(l, this.#later.hasFailed ? () => this.#need() : null);
    return form({
      l,
      shown: columns.shown,
      others: [...columns.usual.filter(isMetadata), ...columnsInRows(rows())],
      leftOut: leftOut(columns.shown, this.#width, columns.rooms),
      isChosen: columns.isChosen,
      choose: (chosen) => columns.choose(chosen),
      say: (words) => announcer.say(words),
    });
  }

  /** The list's, in sizes of its text: read only while the popover is open. */
  get #width(): number {
    const root = this.#host.renderRoot.querySelector('.root');
    return root ? root.clientWidth / Number.parseFloat(getComputedStyle(root).fontSize) : Infinity;
  }

  #need(): void {
    this.#later.need(() => this.#float.settle());
  }
}
