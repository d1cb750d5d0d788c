import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AccountAnswer } from '@express-elements/contract';
import {
  copyText,
  inWebview,
  OutcomeController,
  SessionController,
  stateOf,
  StatesController,
} from '../../controllers/index.ts';
import { ExpressError, toExpressError } from '../../endpoint/index.ts';
import { LocalizeController } from '../../locales/index.ts';
import { loginLinkTexts } from '../../locales/sections/login-link.ts';
import { connectTexts } from '../../locales/sections/connect.ts';
import { themeStyles } from '../../theme/index.ts';
import {
  Announcer,
  baseStyles,
  bone,
  cardStyles,
  errorText,
  icon,
  stateStyles,
} from '../../ui/index.ts';
import { isLoginUrl, SELF_SERVE, type Opening } from './express-login-link.model.ts';
import * as icons from '../../ui/icons.ts';

type Shown =
  | { readonly kind: 'loading' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'ready'; readonly answer: AccountAnswer }
  | { readonly kind: 'error'; readonly error: ExpressError };

/**
 * Opens the seller's hosted dashboard at Stripe. Each press gets a fresh link that works once; none is kept.
 *
 * A plain form that posts to the endpoint where it can. With a token, a `fetch` of the host's own or another origin a
 * form would not get in: the link is asked for, and the tab goes there.
 *
 * @tag express-login-link
 * @summary A button to Stripe's hosted dashboard.
 * @status experimental
 * @since 0.1.0
 *
 * @slot - Shown where there is no link: no endpoint, not for this sign-in, or no Express Dashboard.
 * @slot label - The button's own words.
 * @csspart button - The button.
 * @csspart notice - Inside an app, where Stripe forbids it.
 * @csspart error - What went wrong.
 * @cssstate loading - Whether there is a link is not known yet.
 * @cssstate ready - The button is there.
 * @cssstate error - The link could not be had.
 * @fires {ExpressReadyEvent} express-ready - The button is there.
 * @fires {ExpressErrorEvent} express-error - The link could not be had.
 */
export class ExpressLoginLink extends LitElement {
  static override readonly styles = [
    themeStyles,
    baseStyles,
    cardStyles,
    stateStyles,
    css`
      :host {
        display: inline-block;
      }
      .root {
        container-type: normal;
      }
      form {
        display: contents;
      }
      .wrong {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 12px;
        margin-block-start: 6px;
        font-size: var(--_size-label);
        color: var(--_muted);
      }
      .wrong .link {
        font-size: inherit;
      }
      .bone.button-bone {
        block-size: 34px;
        border-radius: var(--_radius-control);
      }
    `,
  ];

  readonly #l = new LocalizeController(this, loginLinkTexts, connectTexts);
  readonly #sessions = new SessionController(this, () => ({ state: this.#shown.kind }));
  readonly #announcer = new Announcer(this);
  protected readonly states = new StatesController(this, () => stateOf(this.#shown.kind));
  protected readonly outcome = new OutcomeController(this, () => this.#shown);

  /** The endpoint's URL; without it the nearest `express-provider` has one. */
  @property() endpoint: string | null = null;
  /** `auto`, `light` or `dark`; else as around it. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' | null = null;
  /** A language tag; else as around it. */
  @property({ reflect: true }) locale: string | null = null;
  /** Origins besides Stripe's to which a link may lead: a stand-in's. Set by code only. */
  @property({ attribute: false }) loginOrigins: readonly string[] = [];

  @state() private opening: Opening = { kind: 'idle' };
  @state() private failure: ExpressError | null = null;

  /** Asks again whether there is a link. */
  refresh(): void {
    this.failure = null;
    this.#sessions.refresh();
  }

  protected override render(): TemplateResult {
    const shown = this.#shown;
    if (shown.kind === 'absent') return html`<slot></slot>`;
    if (shown.kind === 'loading') return html`${bone(18, 'button-bone')}`;
    if (shown.kind === 'ready')
      return html`<div class="root">
        ${inWebview() ? this.#notice(shown.answer) : this.#button(shown.answer)}
        ${this.#announcer.render()}
      </div>`;
    return html`<div class="root">${this.#trouble(shown.error)}</div>`;
  }

  get #shown(): Shown {
    const { state: known, account, isWaiting } = this.#sessions;
    if (known === null) return { kind: isWaiting ? 'loading' : 'absent' };
    if (this.failure) return { kind: 'error', error: this.failure };
    if (known.account.kind === 'error' || known.account.kind === 'absent') return known.account;
    if (account === null) return { kind: 'loading' };
    const isOffered = account.capabilities.login_link && account.account.dashboard === 'express';
    return isOffered ? { kind: 'ready', answer: account } : { kind: 'absent' };
  }

  #words(): TemplateResult {
    const texts = this.#l.messages.loginLink;
    return html`<slot name="label">${texts.open}</slot>
      <span class="vh">(${texts.opensTab})</span>${icon(icons.external)}`;
  }

  #button({ account }: AccountAnswer): TemplateResult {
    const action = this.#sessions.session?.formAction('loginLink') ?? null;
    if (action === null) return this.#asking();
    return html`<form method="post" action=${action} target="_blank" rel="noopener noreferrer">
      <input type="hidden" name="expected_account" .value=${account.id} />
      <button class="button" part="button">${this.#words()}</button>
    </form>`;
  }

  #asking(): TemplateResult {
    const texts = this.#l.messages.loginLink;
    if (this.opening.kind === 'blocked')
      return html`<div class="wrong" role="alert">
        <span>${texts.blocked}</span>
        <a
          class="link"
          href=${this.opening.url}
          target="_blank"
          rel="noopener noreferrer"
          @click=${() => (this.opening = { kind: 'idle' })}
          >${texts.openLink}</a
        >
      </div>`;
    const isOpening = this.opening.kind === 'opening';
    return html`<button
      type="button"
      class="button"
      part="button"
      aria-disabled=${isOpening}
      @click=${() => !isOpening && void this.#open()}
    >
      ${isOpening ? texts.opening : this.#words()}
    </button>`;
  }

  /** The tab is opened in the press itself, for a browser lets none open later; then it is sent to the link. */
  async #open(): Promise<void> {
    const { session, account } = this.#sessions;
    if (!session || !account) return;
    const tab = window.open('about:blank', '_blank');
    if (tab) tab.opener = null;
    this.opening = { kind: 'opening' };
    try {
      const { url } = await session.post('loginLink', { expected_account: account.account.id });
      if (!isLoginUrl(url, this.loginOrigins))
        throw new ExpressError('invalid_answer', `Failed to open the link: it is not Stripe's.`);
      tab?.location.replace(url);
      this.opening = tab ? { kind: 'idle' } : { kind: 'blocked', url };
    } catch (cause) {
      tab?.close();
      this.opening = { kind: 'idle' };
      this.failure = toExpressError(cause);
    }
  }

  #trouble(error: ExpressError): TemplateResult {
    const { messages } = this.#l;
    const texts = messages.loginLink;
    const isLive = this.#sessions.account?.livemode ?? false;
    return html`<div class="wrong" role="alert" part="error">
      <span>${texts.failed}. ${errorText(error, messages)}</span>
      ${
        error.retryable
          ? html`<button type="button" class="link" @click=${() => this.refresh()}>
              ${messages.common.retry}
            </button>`
          : nothing
      }
      ${
        isLive
          ? html`<a class="link" href=${SELF_SERVE} target="_blank" rel="noopener noreferrer"
              >${texts.selfServe}</a
            >`
          : nothing
      }
    </div>`;
  }

  /** Inside an app neither the link nor a new tab works; what can be copied opens in a browser. */
  #notice({ livemode }: AccountAnswer): TemplateResult {
    const { messages } = this.#l;
    const address = livemode ? SELF_SERVE : location.href;
    return html`<div class="wrong" part="notice">
      <span>${messages.loginLink.webview}</span>
      <button type="button" class="link" @click=${() => void this.#copy(address)}>
        ${messages.connect.webview.copy}
      </button>
    </div>`;
  }

  async #copy(address: string): Promise<void> {
    if (await copyText(address)) this.#announcer.say(this.#l.messages.common.copied);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'express-login-link': ExpressLoginLink;
  }
}
