import type { Summary } from '@express-elements/contract';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { SessionController, SessionHost } from '../controllers/index.ts';
import { ExpressRowsAskEvent, ExpressRowsOpenEvent, type RowsFilter } from '../events/rows.ts';
import { LocalizeController } from '../locales/index.ts';
import { explainTexts } from '../locales/sections/explain.ts';
import { addsUp, canFind, rowsQuery, type Behind } from './behind.model.ts';
import { EXPLAIN, type Explaining } from './explain.ts';
import { FloatController } from './float.ts';
import { floatStyles } from './float.styles.ts';
import { icon } from './icon.ts';
import * as icons from './icons.ts';
import { bone } from './states.ts';

/** The figures that are explained, by the names of their words. */
export type ExplainedFigure = Exclude<
  keyof LocalizeController<'explain'>['messages']['explain'],
  'showRows' | 'feesHint' | 'partly'
>;

export interface Explanation {
  /** The figure's label. */
  readonly title: string;
  readonly words: ExplainedFigure;
  /** What the figure is the sum of, where that is few. */
  readonly lines: readonly { readonly label: string; readonly amount: string }[];
  /** The rows that add up to it; null where no question of the list's finds just them. */
  readonly behind: Behind | null;
}

export interface ExplainConfig<Figure> {
  readonly sessions: SessionController;
  /** Null where the figure is gone by now. */
  readonly explain: (figure: Figure) => Explanation | null;
}

type Host = SessionHost & { readonly renderRoot: ParentNode & Node };

/** Explains an element's figures, one at a time, in a popover beside the mark. */
export class ExplainPanel<Figure extends string> implements Explaining<Figure> {
  figure: Figure | null = null;
  readonly #host: Host;
  readonly #config: ExplainConfig<Figure>;
  readonly #l: LocalizeController<'explain'>;
  readonly #float: FloatController;
  /** What was found of the rows; null where they are not offered here, or it is not known. */
  #found: Summary | 'asking' | null = null;

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
    this.#found = null;
    const behind = this.#config.explain(figure)?.behind ?? null;
    if (behind !== null && this.#isOffered(behind.rows)) this.#ask(behind.rows);
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

  #body({ title, words, lines, behind }: Explanation): TemplateResult {
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
      ${behind === null ? nothing : this.#link(behind, words)}`;
  }

  /** The way to the rows, once it is known that they add up to the figure. */
  #link(behind: Behind, words: ExplainedFigure): TemplateResult | typeof nothing {
    const found = this.#found;
    const texts = this.#l.messages.explain;
    if (found === null) return nothing;
    if (found === 'asking') return html`<div class="explain-link">${bone(14, 'thin')}</div>`;
    const { count, covers } = found;
    if (!addsUp(behind, found)) {
      if (covers.complete || covers.from === null) return nothing;
      const since = this.#l.date(covers.from, 'date', this.#config.sessions.timeZone);
      return html`<p class="hint">${texts.partly(since)}</p>`;
    }
    if (count === 0) return nothing;
    return html`<div class="explain-link">
      <button type="button" class="link" @click=${() => this.#show(behind.rows)}>
        ${texts.showRows(count, this.#l.count(count))}
      </button>
      ${words === 'fees' ? html`<p class="hint">${texts.feesHint}</p>` : nothing}
    </div>`;
  }

  #show(rows: RowsFilter): void {
    const account = this.#account;
    // First, so that the focus goes from here to the rows and not back.
    this.#float.close();
    if (account !== null) this.#host.dispatchEvent(new ExpressRowsOpenEvent(rows, account));
  }

  get #can() {
    return this.#config.sessions.account?.capabilities.transactions ?? null;
  }

  /** Whether just these rows can be found, and somebody on the page shows them. */
  #isOffered(rows: RowsFilter): boolean {
    const account = this.#account;
    if (account === null || !this.#can?.summary || !canFind(rows, this.#can)) return false;
    return !this.#host.dispatchEvent(new ExpressRowsAskEvent(rows, account));
  }

  #ask(rows: RowsFilter): void {
    const { session, timeZone } = this.#config.sessions;
    const { figure } = this;
    if (!session || !this.#can) return;
    const tell = (found: Summary | null) => {
      if (this.figure !== figure) return;
      this.#found = found;
      this.#host.requestUpdate();
    };
    this.#found = 'asking';
    const query = { ...rowsQuery(rows, this.#can, session.now() ?? 0, timeZone) };
    session.get('summary', { query }).then(
      tell,
      // What cannot be counted now is not promised: the words stand without a link.
      () => tell(null),
    );
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
    .explain-link {
      min-block-size: 24px;
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
