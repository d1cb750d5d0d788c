import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type Stripe from 'stripe';
import { icon } from '../shared/icons.ts';
import { titled } from '../shared/text.ts';
import type { Text } from '../shared/text.ts';
import { disputeLook, needsResponse } from './payment.model.ts';

export interface Answers {
  readonly respond: () => void;
  readonly accept: () => void;
}

export const reasonOf = (dispute: Stripe.Dispute): string => titled(dispute.reason);

const dueLine = (text: Text, dispute: Stripe.Dispute): string | undefined => {
  const due = dispute.evidence_details.due_by;
  return due && needsResponse(dispute) ? text.say('answerBy', { date: text.day(due) }) : undefined;
};

/** A dispute as a card, with the answers the seller may give. */
export const disputeCard = (
  text: Text,
  dispute: Stripe.Dispute,
  answers: Answers | undefined,
): TemplateResult => {
  const look = disputeLook(dispute.status);
  const tone = look.tone === 'danger' || look.tone === 'warning' ? look.tone : '';
  return html`<section class="section">
    <div class="note ${tone}">
      ${icon('alert')}
      <div class="stack">
        <div>
          <b>
            ${text.say('disputeOf', { amount: text.money(dispute.amount, dispute.currency) })} ·
            ${text.say(look.word)}
          </b>
          <p>${[reasonOf(dispute), dueLine(text, dispute)].filter(Boolean).join(' · ')}</p>
        </div>
        ${
          answers
            ? html`<div class="buttons">
                <button type="button" @click=${answers.respond}>${text.say('respond')}</button>
                <button type="button" @click=${answers.accept}>${text.say('acceptDispute')}</button>
              </div>`
            : ''
        }
      </div>
    </div>
  </section>`;
};
