import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type Stripe from 'stripe';
import { state } from 'lit/decorators.js';
import { innerPort } from '../shared/connector.ts';
import { tile } from '../shared/icons.ts';
import { Pane } from '../shared/pane.ts';
import { needOf } from '../shared/requirements.ts';
import { paneStyles } from '../shared/styles/index.ts';
import type { Word } from '../shared/text.ts';
import { bankName } from './balances.model.ts';
import type { Bank } from './balances.model.ts';
import { notices, readCollection } from './notices.model.ts';

interface Progress {
  readonly account: Stripe.Account;
  readonly banks: readonly Bank[];
  readonly due: readonly string[];
}

/** Some of the step names that Stripe's onboarding tells by `onStepChange`. */
const steps = [
  'business_details',
  'representative_details',
  'external_account',
  'summary',
] as const;
type Step = (typeof steps)[number];

const titles: Record<Step, Word> = {
  business_details: 'stepBusiness',
  representative_details: 'stepRequirements',
  external_account: 'stepBank',
  summary: 'stepSummary',
};

/** `account-onboarding`: step by step through what Stripe still wants to know. */
export class AccountOnboardingPane extends Pane<Progress> {
  static readonly tag = 'stripe-connect-sandbox-account-onboarding';

  static override styles = [
    ...paneStyles,
    css`
      .steps {
        display: flex;
        gap: 6px;
        padding: 0 calc(var(--unit) * 2.5);
      }

      .steps > li {
        height: 3px;
        flex: 1;
        border-radius: 3px;
        background: var(--inner);
      }

      .steps > .done {
        background: var(--primary);
      }

      .body {
        display: grid;
        max-width: 560px;
        gap: calc(var(--unit) * 2);
        padding: calc(var(--unit) * 2.5);
      }
    `,
  ];

  @state() private step: Step = 'business_details';
  #told: Step | undefined;

  protected async read(signal: AbortSignal): Promise<Progress> {
    const path = `/v1/accounts/${this.port.account}`;
    const [account, banks] = await Promise.all([
      this.api.get<Stripe.Account>(path, {}, signal),
      this.api.get<Stripe.ApiList<Bank>>(`${path}/external_accounts`, { limit: 100 }, signal),
    ]);
    const collection = readCollection(this.port.settings.record('setCollectionOptions'));
    const due = notices(account, banks.data, collection).flatMap((notice) => notice.fields);
    return { account, banks: banks.data, due };
  }

  override updated(): void {
    if (this.view.kind !== 'ready' || this.#told === this.step) return;
    this.#told = this.step;
    this.port.settings.call('setOnStepChange', { step: this.step });
  }

  protected override drawLoading(): unknown {
    return html`<div class="card">${super.drawLoading()}</div>`;
  }

  protected draw(progress: Progress): TemplateResult {
    const at = steps.indexOf(this.step);
    return html`<section class="card">
      <div class="head">
        <h2>${this.say(titles[this.step])}</h2>
        <span class="muted small">
          ${this.say('stepOf', { step: at + 1, count: steps.length })}
        </span>
      </div>
      <ol class="steps" aria-hidden="true">
        ${steps.map((_, index) => html`<li class=${index <= at ? 'done' : ''}></li>`)}
      </ol>
      <div class="body">${this.#body(progress)}</div>
    </section>`;
  }

  #body(progress: Progress): TemplateResult {
    switch (this.step) {
      case 'business_details':
        return this.#business(progress.account);
      case 'representative_details':
        return this.#requirements(progress.due.filter((key) => key !== 'external_account'));
      case 'external_account':
        return this.#bank(progress);
      case 'summary':
        return this.#summary(progress);
    }
  }

  #go(by: 1 | -1): void {
    this.step = steps[steps.indexOf(this.step) + by] ?? this.step;
  }

  #buttons(next: Word = 'continue'): TemplateResult {
    return html`<div class="buttons">
      ${
        this.step === 'business_details'
          ? ''
          : html`<button type="button" @click=${() => this.#go(-1)}>${this.say('back')}</button>`
      }
      <button class="primary" type="button" @click=${() => this.#go(1)}>${this.say(next)}</button>
      <button class="link" type="button" @click=${() => this.#exit()}>
        ${this.say('saveAndExit')}
      </button>
    </div>`;
  }

  #business({ business_profile: profile, country, email }: Stripe.Account): TemplateResult {
    const facts = [
      [this.say('businessName'), profile?.name],
      [this.say('website'), profile?.url],
      [this.say('email'), email],
      [this.say('country'), country && this.text.country(country)],
    ].filter(([, value]) => value);
    return html`<p class="muted">${this.say('stepBusinessNote')}</p>
      <dl class="facts">
        ${facts.map(
          ([label, value]) =>
            html`<dt>${label}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
      ${this.#buttons()}`;
  }

  #requirements(due: readonly string[]): TemplateResult {
    if (due.length === 0)
      return html`<p class="note success">${this.say('nothingDue')}</p>
        ${this.#buttons()}`;
    return html`<stripe-connect-sandbox-requirements
      .port=${innerPort(this.port)}
      .fields=${due}
      .away=${'back'}
      .leave=${() => this.#go(-1)}
      .answered=${() => this.#go(1)}
    ></stripe-connect-sandbox-requirements>`;
  }

  #bank({ banks, due }: Progress): TemplateResult {
    if (banks.length === 0 || due.includes('external_account'))
      return html`<stripe-connect-sandbox-bank
        .port=${innerPort(this.port)}
        .currency=${banks[0]?.currency ?? 'usd'}
        .leave=${() => this.#go(1)}
      ></stripe-connect-sandbox-bank>`;
    return html`<dl class="facts">
        ${banks.map(
          (bank) =>
            html`<dt>${(bank.currency ?? '').toUpperCase()}</dt>
              <dd>${bankName(bank)}</dd>`,
        )}
      </dl>
      ${this.#buttons()}`;
  }

  #summary({ due }: Progress): TemplateResult {
    const complete = due.length === 0;
    return html`<div class="state">
      ${tile(complete ? 'check' : 'warning', complete ? 'success' : 'warning')}
      <b>${this.say(complete ? 'allDone' : 'stillDue')}</b>
      <span>
        ${
          complete
            ? this.say('allDoneNote')
            : this.text.list(due.map((key) => needOf(key, this.text).label))
        }
      </span>
      ${this.#terms()}
      <button class="primary" type="button" @click=${() => this.#exit()}>
        ${this.say('done')}
      </button>
    </div>`;
  }

  #terms(): TemplateResult | '' {
    const url = this.port.settings.string('setFullTermsOfServiceUrl');
    if (!url || this.port.settings.flag('setSkipTermsOfServiceCollection')) return '';
    const safe = /^https?:\/\//i.test(url) ? url : '#';
    return html`<a href=${safe} target="_blank" rel="noopener noreferrer">${this.say('terms')}</a>`;
  }

  #exit(): void {
    this.port.settings.call('setOnExit');
  }
}
