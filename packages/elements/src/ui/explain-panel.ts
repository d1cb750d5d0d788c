import type { TransactionFilterName } from '@express-elements/contract';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { SessionController, SessionHost } from '../controllers/index.ts';
import { ExpressRowsAskEvent, ExpressRowsOpenEvent, type RowsFilter } from '../events/rows.ts';
import { LocalizeController } from '../locales/index.ts';
import { explainTexts } from '../locales/sections/explain.ts';
import { EXPLAIN, type Explaining } from './explain.ts';
import { FloatController } from './float.ts';
import { floatStyles } from './float.styles.ts';
import { icon } from './icon.ts';
import * as icons from './icons.ts';

/** The figures that are explained, by the names of their words. */
export type ExplainedFigure = Exclude<
  keyof LocalizeController<'explain'>['messages']['explain'],
  'showRows' | 'feesHint'
>;

export interface Explanation {
  /** The figure's label. */
  readonly title: string;
  readonly words: ExplainedFigure;
  /** What the figure is the sum of, where that is few. */
  readonly lines: readonly { readonly label: string; readonly amount: string }[];
  /** The rows that add up to it; null where no question of the list's finds just them. */
  readonly rows: RowsFilter | null;
}

export interface ExplainConfig<Figure> {
  readonly sessions: SessionController;
  /** Null where the figure is gone by now. */
  readonly explain: (figure: Figure) => Explanation | null;
}

type Host = SessionHost & { readonly renderRoot: ParentNode & Node };

/** The filter of the endpoint's that each condition is asked by. */
const asked = {
  category: 'category',
  status: 'status',
  currency: 'currency',
  from: 'from',
  to: 'to',
  payout: 'payout',
  customer: 'customer',
  netVolume: 'net_volume',
  balanceType: 'balance_type',
  sourceStatus: 'source_status',
} as const satisfies Record<keyof RowsFilter, TransactionFilterName>;

/** Whether the endpoint can find just these rows: a condition it leaves out would find more. */
export const canFind = (rows: RowsFilter, filters: readonly TransactionFilterName[]): boolean =>
  (Object.keys(rows) as (keyof RowsFilter)[]).every((name) => filters.includes(asked[name]));

/** Explains an element's figures, one at a time, in a popover beside the mark. */
export class ExplainPanel<Figure extends string> implements Explaining<Figure> {
  figure: Figure | null = null;
  readonly #host: Host;
  readonly #config: ExplainConfig<Figure>;
  readonly #l: LocalizeController<'explain'>;
  readonly #float: FloatController;
  /** Somebody on the page shows rows. */
  #isOffered = false;

  constructor(host: Host, config: ExplainConfig<Figure>) {
    this.#host = host;
    this.#config = config;
    this.#l = new LocalizeController(host, explainTexts);
    this.#float = new FloatController(host, (open) => {
      if (open === null) this.figure = null;
    });
  }

  open(figure: Figure): void {
    this.figure = figure;
    this.#isOffered = this.#offers(this.#config.explain(figure)?.rows ?? null);
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#element()?.showPopover());
  }

  render(): TemplateResult {
    const explanation = this.figure === null ? null : this.#config.explain(this.figure);
    return html`<div
      class="float"
      popover
      id=${EXPLAIN}
      part="explanation"
      role="dialog"
      lang=${this.#l.language}
      aria-labelledby="${EXPLAIN}-title"
      aria-describedby="${EXPLAIN}-text"
      @beforetoggle=${this.#float.toggled}
    >
      ${explanation === null ? nothing : this.#body(explanation)}
    </div>`;
  }

  #body({ title, words, lines, rows }: Explanation): TemplateResult {
    const texts = this.#l.messages.explain;
    const { counts, not } = texts[words];
    return html`<div class="explain-head">
        <h3 id="${EXPLAIN}-title" tabindex="-1" autofocus>${title}</h3>
        <button
          type="button"
          class="explain-close"
          aria-label=${this.#l.messages.common.close}
          @click=${() => this.#float.close()}
        >
          ${icon(icons.close)}
        </button>
      </div>
      <div id="${EXPLAIN}-text" class="explain">
        <p>${counts}</p>
        <p class="muted">${not}</p>
        ${
          lines.length === 0
            ? nothing
            : html`<dl>
                ${lines.map(
                  ({ label, amount }) =>
                    html`<div>
                      <dt>${label}</dt>
                      <dd class="money">${amount}</dd>
                    </div>`,
                )}
              </dl>`
        }
      </div>
      ${rows === null || !this.#isOffered ? nothing : this.#link(rows, words)}`;
  }

  #link(rows: RowsFilter, words: ExplainedFigure): TemplateResult {
    const texts = this.#l.messages.explain;
    return html`<div>
      <button type="button" class="link" @click=${() => this.#show(rows)}>${texts.showRows}</button>
      ${words === 'fees' ? html`<p class="hint">${texts.feesHint}</p>` : nothing}
    </div>`;
  }

  #show(rows: RowsFilter): void {
    const account = this.#account;
    // First, so that the focus goes from here to the rows and not back.
    this.#float.close();
    if (account !== null) this.#host.dispatchEvent(new ExpressRowsOpenEvent(rows, account));
  }

  #offers(rows: RowsFilter | null): boolean {
    const filters = this.#config.sessions.account?.capabilities.transactions?.filters;
    const account = this.#account;
    if (rows === null || !filters || account === null || !canFind(rows, filters)) return false;
    return !this.#host.dispatchEvent(new ExpressRowsAskEvent(rows, account));
  }

  get #account(): string | null {
    return this.#config.sessions.account?.account.id ?? null;
  }

  #element(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(`#${EXPLAIN}`);
  }
}

export const explainPanelStyles = [
  floatStyles,
  css`
    .explain-head {
      display: flex;
      gap: 10px;
      align-items: center;
      justify-content: space-between;
    }
    .float .explain-head h3 {
      font-size: var(--_size);
      font-weight: 600;
      outline: none;
    }
    .explain-close {
      display: grid;
      place-items: center;
      inline-size: 28px;
      block-size: 28px;
      margin: -4px;
      padding: 0;
      color: var(--_muted);
      background: none;
      border: 0;
      border-radius: 6px;
    }
    .explain-close:hover {
      color: var(--_text);
      background: var(--_line-inner);
    }
    .explain-close .icon {
      inline-size: 12px;
      block-size: 12px;
    }
    .explain {
      display: grid;
      gap: 6px;
      font-size: var(--_size-label);
    }
    /* Words of another direction than the page's keep their own order. */
    .explain p,
    .explain-head h3 {
      unicode-bidi: plaintext;
    }
    .explain dl {
      display: grid;
      gap: 4px;
      margin-block-start: 4px;
      padding-block-start: 8px;
      border-block-start: 1px solid var(--_line-inner);
    }
    .explain dl div {
      display: flex;
      gap: 16px;
      justify-content: space-between;
    }
    .explain dt {
      color: var(--_muted);
    }
    .explain dd {
      font-weight: 550;
    }
    @media (pointer: coarse) {
      .explain-close {
        inline-size: 44px;
        block-size: 44px;
        margin: -10px;
      }
    }
  `,
];
