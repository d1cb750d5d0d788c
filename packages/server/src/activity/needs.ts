import { needKinds, type ActivityKind, type Need, type NeedKind } from '@express-elements/contract';
import type Stripe from 'stripe';
import { destinationData, needsResponse } from './items.ts';

/** Stripe's present state, as far as it asks something of the seller. */
export interface NeedFacts {
  readonly account: Stripe.Account;
  readonly disputes: readonly Stripe.Dispute[];
  readonly payouts: readonly Stripe.Payout[];
  readonly externalAccounts: readonly Stripe.ExternalAccount[];
}

type NeedFact = Omit<Need, 'opens'>;

const chargeId = (charge: string | Stripe.Charge): string =>
  typeof charge === 'string' ? charge : charge.id;

const disputeNeed = (dispute: Stripe.Dispute): NeedFact => ({
  id: `dispute_evidence_due:${dispute.id}:${dispute.status}`,
  kind: 'dispute_evidence_due',
  created: dispute.created,
  deadline: dispute.evidence_details.due_by,
  object: { id: dispute.id, type: 'dispute' },
  amount: dispute.amount,
  currency: dispute.currency,
  data: {
    charge: chargeId(dispute.charge),
    reason: dispute.reason,
    status: dispute.status,
    past_due: dispute.evidence_details.past_due,
  },
});

function requirementNeeds({ id, requirements }: Stripe.Account): NeedFact[] {
  const due = requirements?.currently_due?.length ?? 0;
  const pastDue = requirements?.past_due?.length ?? 0;
  if (due + pastDue === 0) return [];
  return [
    {
      id: `requirements_due:${id}:${pastDue > 0 ? 'past_due' : 'due'}`,
      kind: 'requirements_due',
      created: null,
      deadline: requirements?.current_deadline ?? null,
      object: { id, type: 'account' },
      amount: null,
      currency: null,
      data: { due, past_due: pastDue, disabled_reason: requirements?.disabled_reason ?? null },
    },
  ];
}

/** A failed payout waits until a later one of its currency is made: then the money is on its way again. */
function failedPayouts(payouts: readonly Stripe.Payout[]): NeedFact[] {
  return payouts
    .filter(({ status }) => status === 'failed')
    .filter(
      (failed) =>
        !payouts.some(
          (other) =>
            other.currency === failed.currency &&
            other.created > failed.created &&
            other.status !== 'failed' &&
            other.status !== 'canceled',
        ),
    )
    .map((payout) => ({
      id: `payout_failed:${payout.id}:failed`,
      kind: 'payout_failed',
      created: payout.created,
      deadline: null,
      object: { id: payout.id, type: 'payout' },
      amount: payout.amount,
      currency: payout.currency,
      data: { failure_code: payout.failure_code, arrival_date: payout.arrival_date },
    }));
}

const bankNeed = (account: Stripe.ExternalAccount): NeedFact => ({
  id: `bank_account_errored:${account.id}:errored`,
  kind: 'bank_account_errored',
  created: null,
  deadline: null,
  object: { id: account.id, type: account.object },
  amount: null,
  currency: null,
  data: destinationData(account),
});

/** What is past due is as good as due at the beginning of time; what has no deadline comes last. */
const urgency = (need: NeedFact): number => {
  const past = need.data['past_due'];
  if (past === true || (typeof past === 'number' && past > 0)) return Number.NEGATIVE_INFINITY;
  return need.deadline ?? Number.POSITIVE_INFINITY;
};

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

const inOrder = (a: NeedFact, b: NeedFact): number =>
  compare(urgency(a), urgency(b)) ||
  compare(needKinds.indexOf(a.kind), needKinds.indexOf(b.kind)) ||
  (a.id < b.id ? -1 : 1);

/** The kind of activity that a role must see to see a need. */
export const activityOfNeed: Record<NeedKind, ActivityKind> = {
  dispute_evidence_due: 'dispute_evidence_due',
  requirements_due: 'requirements_due',
  payout_failed: 'payout_failed',
  bank_account_errored: 'bank_account_changed',
};

/** What waits for the seller, the most urgent first: only what the role may see. */
export function needsOf(facts: NeedFacts, kinds: readonly ActivityKind[]): NeedFact[] {
  return [
    ...facts.disputes.filter(({ status }) => needsResponse(status)).map(disputeNeed),
    ...requirementNeeds(facts.account),
    ...failedPayouts(facts.payouts),
    ...facts.externalAccounts.filter(({ status }) => status === 'errored').map(bankNeed),
  ]
    .filter(({ kind }) => kinds.includes(activityOfNeed[kind]))
    .toSorted(inOrder);
}
