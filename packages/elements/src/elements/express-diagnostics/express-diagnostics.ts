import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { SessionController, StatesController } from '../../controllers/index.ts';
import { LocalizeController } from '../../locales/index.ts';
import { diagnosticsTexts } from '../../locales/sections/diagnostics.ts';
import type { PageSession, SessionState } from '../../session/index.ts';
import { themeStyles } from '../../theme/index.ts';
import { baseStyles, cardStyles } from '../../ui/index.ts';
import {
  accountWords,
  connectWords,
  grantsOf,
  offersOf,
  requestsOf,
  type Fact,
} from './express-diagnostics.model.ts';

/** Milliseconds: elements do not say when their state changes, so they are looked at again. */
const LOOK_EVERY = 1_000;

/**
 * For developers: what the session is, what it may do, how each element stands and why, and the ids of the requests.
 * Nothing in it is secret.
 *
 * @tag express-diagnostics
 * @summary What the session grants, what each element lacks, request ids.
 * @status experimental
 * @since 0.1.0
 *
 * @slot - Shown where there is no session to tell of.
 * @csspart card - The surface.
 * @csspart table - One of the tables.
 * @cssstate loading - The account is not known yet.
 * @cssstate ready - It is.
 * @cssstate error - It could not be had.
 */
export class ExpressDiagnostics extends LitElement {
  static override readonly styles = [
    themeStyles,
    baseStyles,
    cardStyles,
    css`
      .card {
        padding: calc(var(--_unit) * 2) var(--_pad);
        overflow-x: auto;
      }
      h3 {
        margin-block: calc(var(--_unit) * 2) 6px;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
        font-size: var(--_size-label);
      }
      th,
      td {
        padding: 5px 12px 5px 0;
        text-align: start;
        vertical-align: top;
        border-block-end: 1px solid var(--_line-inner);
      }
      th {
        font-weight: 550;
        color: var(--_muted);
        white-space: nowrap;
      }
      .warn {
        color: var(--_warning);
      }
    `,
  ];

  readonly #l = new LocalizeController(this, diagnosticsTexts);
  readonly #sessions = new SessionController(this, () => ({ state: this.#state ?? 'absent' }));
  protected readonly states = new StatesController(this, () => this.#state);
  #timer: ReturnType<typeof setInterval> | undefined;

  /** The endpoint's URL; without it the nearest `express-provider` has one. */
  @property() endpoint: string | null = null;
  /** `auto`, `light` or `dark`; else as around it. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' | null = null;
  /** A language tag; else as around it. */
  @property({ reflect: true }) locale: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.requestUpdate(), LOOK_EVERY);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  /** Asks again for all that the session shows. */
  refresh(): void {
    this.#sessions.refresh();
  }

  protected override render(): TemplateResult {
    const { session, state } = this.#sessions;
    const texts = this.#l.messages.diagnostics;
    return html`<div class="root">
        <section class="card" part="card" aria-label=${texts.title}>
          <h2>${texts.title}</h2>
          ${session && state ? this.#report(session, state) : html`<p class="muted">${texts.none}</p>`}
        </section>
      </div>
      ${session ? nothing : html`<slot></slot>`}`;
  }

  get #state() {
    const kind = this.#sessions.state?.account.kind;
    return kind === undefined || kind === 'absent' ? null : kind;
  }

  #report(session: PageSession, state: SessionState): TemplateResult {
    const texts = this.#l.messages.diagnostics;
    const { account, connect } = state;
    const components = connect.kind === 'ready' ? connect.components : undefined;
    return html`${this.#facts(texts.session, this.#facing(session, state))}
    ${account.kind === 'ready' ? this.#facts(texts.offers, offersOf(account.answer)) : nothing}
    ${components ? this.#facts(texts.grants, grantsOf(components)) : nothing}
    ${this.#elements(session)} ${this.#requests(session)}`;
  }

  #facing(session: PageSession, { account, connect }: SessionState): readonly Fact[] {
    const texts = this.#l.messages.diagnostics;
    const answer = account.kind === 'ready' ? account.answer : null;
    const now = session.now();
    return [
      { name: texts.endpoint, value: session.key },
      { name: texts.account, value: accountWords(account) },
      ...(answer
        ? [
            { name: texts.role, value: answer.role },
            { name: texts.mode, value: answer.livemode ? texts.live : texts.test },
          ]
        : []),
      ...(now === null
        ? []
        : [{ name: texts.today, value: this.#l.date(now, 'dateTime', this.#sessions.timeZone) }]),
      { name: texts.stripe, value: connectWords(connect) },
    ];
  }

  #facts(title: string, facts: readonly Fact[]): TemplateResult {
    return html`<h3>${title}</h3>
      <table part="table">
        <tbody>
          ${facts.map(
            ({ name, value }) =>
              html`<tr>
                <th scope="row">${name}</th>
                <td>${value}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;
  }

  /** Without a `thead`: Chromium keeps a media query of its own for each that ever was on the page. */
  #table(title: string, heads: readonly string[], rows: readonly TemplateResult[]) {
    return html`<h3>${title}</h3>
      <table part="table">
        <tbody>
          <tr>
            ${heads.map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
          ${rows}
        </tbody>
      </table>`;
  }

  #elements(session: PageSession): TemplateResult {
    const { elements, element, state, notes } = this.#l.messages.diagnostics;
    const rows = session.reports().map(
      (report) =>
        html`<tr>
          <td>${report.tag}</td>
          <td>${report.state}</td>
          <td class="warn">${report.notes.join('; ')}</td>
        </tr>`,
    );
    return this.#table(elements, [element, state, notes], rows);
  }

  #requests(session: PageSession): TemplateResult {
    const texts = this.#l.messages.diagnostics;
    const rows = requestsOf(session).map(
      (request) =>
        html`<tr>
          <td>${request.path}</td>
          <td class="num">${request.status ?? texts.noAnswer}</td>
          <td>${request.requestId ?? ''}</td>
          <td class="num">${texts.ms(this.#l.count(request.ms))}</td>
        </tr>`,
    );
    const heads = [texts.path, texts.status, texts.requestId, texts.took];
    return this.#table(texts.requests, heads, rows);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'express-diagnostics': ExpressDiagnostics;
  }
}
