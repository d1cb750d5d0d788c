import { css, html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { LaterController, type LaterCode } from '../controllers/later-controller.ts';
import type { LocalizeController } from '../locales/index.ts';
import { errorText } from './states.ts';

/** The id of the popover in which an element's figures are explained, one at a time. */
export const EXPLAIN = 'explain';

/** Where the last word of a label begins; of one that is written without spaces, its last letter. */
export const lastWord = (label: string): number =>
  label.lastIndexOf(' ') + 1 || Math.max(0, label.length - 1);

/** What explains: it comes when the seller first reaches for the element. */
export interface Explaining<Figure extends string> {
  /** Whose explanation is open. */
  readonly figure: Figure | null;
  open(figure: Figure): void;
  render(): TemplateResult;
}

export interface ExplainCode<Figure extends string> extends LaterCode {
  readonly make: () => Explaining<Figure>;
}

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: Node };
type Words = Pick<LocalizeController, 'messages'>;

/**
 * The small “?” beside a figure and the popover that it opens: what counts, what does not, and a link to the rows.
 *
 * Owns: the marks, and that words and popover come later. Does not own: what is said (`explain-panel.ts`, and the
 * element's own `explain.ts`).
 *
 * @example
 * readonly #explain = new ExplainController<'total'>(this, async () => {
 *   const { styles, explaining } = await import('./explain.ts');
 *   return { styles, make: () => explaining(this, …) };
 * });
 * render() { return html`<span>${label}${this.#explain.mark('total', label, this.#l)}</span>…${this.#explain.render(this.#l)}`; }
 */
export class ExplainController<Figure extends string> {
  readonly #host: Host;
  readonly #later: LaterController<ExplainCode<Figure>>;
  #explaining: Explaining<Figure> | null = null;

  constructor(host: Host, fetch: () => Promise<ExplainCode<Figure>>) {
    this.#host = host;
    this.#later = new LaterController(host, fetch);
  }

  /** A figure's label with its mark, which stays on the line of the last word. */
  mark(figure: Figure, label: string, words: Words): TemplateResult {
    const end = lastWord(label);
    return html`${label.slice(0, end)}<span class="what-line"
        >${label.slice(end)}&nbsp;${this.sign(figure, label, words)}</span
      >`;
  }

  /** The mark alone, beside a heading. */
  sign(figure: Figure, label: string, { messages }: Words): TemplateResult {
    return html`<button
      type="button"
      class="what"
      part="explain"
      aria-haspopup="dialog"
      popovertarget=${this.#target(figure)}
      aria-label=${messages.common.whatIs(label)}
      @click=${(event: Event) => this.#open(event, figure)}
    >
      ?
    </button>`;
  }

  /** A label that is its own mark, where there is no room for one beside it. */
  term(figure: Figure, label: string, { messages }: Words): TemplateResult {
    return html`<button
      type="button"
      class="what-term"
      part="explain"
      aria-haspopup="dialog"
      popovertarget=${this.#target(figure)}
      title=${messages.common.whatIs(label)}
      @click=${(event: Event) => this.#open(event, figure)}
    >
      ${label}
    </button>`;
  }

  /** The open one's mark is the popover's own button: the browser closes it. */
  #target(figure: Figure): string | typeof nothing {
    return this.#explaining?.figure === figure ? EXPLAIN : nothing;
  }

  /** The popover, at the end of what the element renders. */
  render({ messages }: Words): TemplateResult | typeof nothing {
    if (this.#later.hasFailed)
      return html`<p class="vh" role="alert">${errorText({ code: 'offline' }, messages)}</p>`;
    return this.#explaining?.render() ?? nothing;
  }

  #open(event: Event, figure: Figure): void {
    if (this.#explaining?.figure === figure) return;
    // Else the browser, coming to what the button does by itself, finds it the popover's by then, and closes it again.
    event.preventDefault();
    this.#later.need(({ make }) => {
      if (!this.#host.isConnected) return;
      this.#explaining ??= make();
      this.#explaining.open(figure);
    });
  }
}

/** The mark: as high as the line it stands in, so that it moves nothing. */
export const explainStyles = css`
  .what-line {
    white-space: nowrap;
  }
  .what-line h2 {
    display: inline;
  }
  .what {
    position: relative;
    inline-size: 16px;
    block-size: 16px;
    /* Less than the line's own height counts, whatever the browser's rounding. */
    margin-block: -3px;
    padding: 0;
    vertical-align: -0.5px;
    font-size: 11px;
    font-weight: 500;
    line-height: 14px;
    text-align: center;
    color: var(--_faint);
    background: none;
    border: 1px solid var(--_line);
    border-radius: 50%;
  }
  .what:hover,
  .what[popovertarget] {
    color: var(--_accent);
    border-color: currentColor;
  }
  .what-term {
    position: relative;
    /* As high as a finger needs, in the room of its line. */
    margin-block: -3px;
    padding: 3px 0;
    text-align: start;
    text-decoration: underline dotted var(--_control-line);
    text-underline-offset: 3px;
    background: none;
    border: 0;
    border-radius: 3px;
  }
  .what-term:hover,
  .what-term[popovertarget] {
    color: var(--_accent);
    text-decoration-color: currentColor;
  }
  /* A finger needs more than the eye. */
  .what::after,
  .what-term::after {
    position: absolute;
    inset: -5px;
    content: '';
  }
  .what-term::after {
    inset: 0 -5px;
  }
  @media (pointer: coarse) {
    .what::after {
      inset: -15px;
    }
    .what-term::after {
      inset: -13px -6px;
    }
  }
`;
