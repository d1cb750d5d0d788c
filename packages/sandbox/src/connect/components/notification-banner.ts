import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type Stripe from 'stripe';
import { innerPort } from '../shared/connector.ts';
import { icon } from '../shared/icons.ts';
import { mark, markStyles } from '../shared/mark.ts';
import { Pane } from '../shared/pane.ts';
import { needOf } from '../shared/requirements.ts';
import { paneStyles } from '../shared/styles/index.ts';
import { bankName } from './balances.model.ts';
import type { Bank } from './balances.model.ts';
import { actionRequired, notices, readCollection } from './notices.model.ts';
import type { Notice } from './notices.model.ts';

/** `notification-banner`: what Stripe asks of the account; without anything, no height at all. */
export class NotificationBannerPane extends Pane<readonly Notice[]> {
  static readonly tag = 'stripe-connect-sandbox-notification-banner';

  static override styles = [
    ...paneStyles,
    markStyles,
    css`
      .note {
        align-items: center;
        border-radius: var(--radius);
        padding-block: calc(var(--unit) * 1.5);
      }

      .note .icon {
        margin: 0;
      }

      .stack {
        gap: var(--unit);
      }

      .foot {
        display: flex;
        justify-content: flex-end;
        padding: 4px 2px 0;
      }

      @container (width < 480px) {
        .note {
          flex-wrap: wrap;
        }

        .note > div {
          flex-basis: calc(100% - 40px);
        }
      }
    `,
  ];

  #told = '';

  protected async read(signal: AbortSignal): Promise<readonly Notice[]> {
    const path = `/v1/accounts/${this.port.account}`;
    const [account, banks] = await Promise.all([
      this.api.get<Stripe.Account>(path, {}, signal),
      this.api.get<Stripe.ApiList<Bank>>(`${path}/external_accounts`, { limit: 100 }, signal),
    ]);
    const collection = readCollection(this.port.settings.record('setCollectionOptions'));
    const all = notices(account, banks.data, collection);
    this.#tell({ total: all.length, actionRequired: actionRequired(all) });
    return all;
  }

  protected override drawLoading(): unknown {
    return '';
  }

  /** A banner that cannot be read takes no room: the page hears of it as a load error. */
  protected override drawError(): unknown {
    return '';
  }

  protected draw(all: readonly Notice[]): TemplateResult | '' {
    if (all.length === 0) return '';
    return html`<div class="stack" role="region" aria-label=${this.say('notices')}>
        ${all.map((notice) => this.#notice(notice))}
      </div>
      <div class="foot">${mark(this.text)}</div>`;
  }

  #tell(count: { total: number; actionRequired: number }): void {
    const said = `${count.total} ${count.actionRequired}`;
    if (said === this.#told) return;
    this.#told = said;
    this.port.settings.call('setOnNotificationsChange', count);
  }

  #notice(notice: Notice): TemplateResult {
    const tone = { past_due: 'danger', bank: 'danger', due: 'warning', eventual: '' }[notice.kind];
    return html`<div class="note ${tone}" role="status">
      ${icon('warning')}
      <div>
        <b>${this.#title(notice)}</b>
        <span>${this.#because(notice)}</span>
      </div>
      <button type="button" @click=${() => this.#resolve(notice)}>
        ${this.say(notice.kind === 'bank' ? 'replaceBank' : 'resolve')}
      </button>
    </div>`;
  }

  #title(notice: Notice): string {
    const [first = ''] = notice.fields;
    if (notice.bank) return this.say('bankBroken', { bank: bankName(notice.bank) });
    return notice.fields.length === 1
      ? this.say('stripeNeeds', { what: needOf(first, this.text).label })
      : this.say('stripeNeedsMany', { count: this.text.count(notice.fields.length) });
  }

  #because(notice: Notice): string {
    if (notice.kind === 'bank') return this.say('bankBrokenNote');
    if (notice.kind === 'past_due') return this.say('pastDueNote');
    if (notice.kind === 'eventual' || notice.deadline === null) return this.say('eventualNote');
    return this.say('dueNote', { date: this.text.day(notice.deadline) });
  }

  #resolve(notice: Notice): void {
    const port = innerPort(this.port);
    this.port.open({
      label: () => this.say(notice.bank ? 'replaceBank' : 'resolveTitle'),
      body: (close) =>
        notice.bank
          ? html`<stripe-connect-sandbox-bank
              .port=${port}
              .leave=${close}
              .currency=${notice.bank.currency ?? ''}
            ></stripe-connect-sandbox-bank>`
          : html`<stripe-connect-sandbox-requirements
              .port=${port}
              .leave=${close}
              .fields=${notice.fields}
            ></stripe-connect-sandbox-requirements>`,
    });
  }
}
