import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activityKinds, roles as roleNames } from '@express-elements/contract';
import { defaultRoles, type Components, type Grant, type Role } from '@express-elements/server';
import type Stripe from 'stripe';
import { direct } from '../../../packages/server/src/ledger/direct/index.ts';
import { capabilitiesOf } from '../../../packages/server/src/roles/capabilities.ts';
import { allFeatures, grantedComponents } from '../../../packages/server/src/roles/features.ts';
import { opensItem, opensTransaction } from '../../../packages/server/src/roles/opens.ts';
import { kindsOf } from '../../../packages/server/src/roles/roles.ts';
import {
  refusedComponent,
  sessionComponents,
} from '../../../packages/server/src/routes/account-session.ts';
import { ExpressError } from '../../../packages/server/src/errors.ts';
import { row } from '../support/rows.ts';

type Params = Stripe.AccountSessionCreateParams.Components;
type FeaturesOf<Name extends keyof Params> =
  NonNullable<Params[Name]> extends { features?: infer Features }
    ? keyof NonNullable<Features>
    : never;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Complete = { [Name in keyof Params]-?: Same<keyof Grant<Name>, FeaturesOf<Name>> };

// Compiles only while every feature key that Stripe's own type has is one that a grant must write out.
const complete: { [Name in keyof Complete]: true } = {
  account_management: true,
  account_onboarding: true,
  balance_report: true,
  balances: true,
  disputes_list: true,
  documents: true,
  financial_account: true,
  financial_account_transactions: true,
  instant_payouts_promotion: true,
  issuing_card: true,
  issuing_cards_list: true,
  notification_banner: true,
  payment_details: true,
  payment_disputes: true,
  payment_method_settings: true,
  payments: true,
  payout_details: true,
  payout_reconciliation_report: true,
  payouts: true,
  payouts_list: true,
  reporting_chart: true,
  tax_registrations: true,
  tax_settings: true,
  terminal_hardware_orders: true,
  terminal_hardware_shop: true,
} satisfies Complete;

// @ts-expect-error a grant that leaves out a feature does not compile
const lacking: Components = { balances: { instant_payouts: true } };

const { capabilities } = direct()({
  stripe: { call: () => Promise.reject(new Error('not asked')) },
  accountOf: () => Promise.reject(new Error('not asked')),
  now: () => 0,
  scheduler: { now: () => 0, after: () => () => {} },
  webhooks: 'none',
  metadataKeys: [],
  describe: null,
  log: () => {},
});
const can = (role: Role) =>
  capabilitiesOf(role, capabilities, {
    hasExpressDashboard: true,
    components: Object.keys(role.components),
  });

test('every role of the contract is in the table, and every grant is typed after Stripe’s', () => {
  assert.deepEqual(Object.keys(defaultRoles).toSorted(), [...roleNames].toSorted());
  assert.ok(Object.values(complete).every(Boolean));
  assert.ok(lacking);
});

test('only the owner has the login link, and only who may touch the bank account has what carries it', () => {
  for (const [name, role] of Object.entries(defaultRoles)) {
    assert.equal(role.login_link, name === 'owner');
    const carrying = Object.values(role.components).filter(
      (grant) => 'external_account_collection' in grant,
    );
    assert.equal(carrying.length > 0, name === 'owner', name);
    for (const grant of carrying) assert.equal(grant.external_account_collection, true);
  }
});

test('finance and viewers change no payment; viewers have no reports and no export', () => {
  for (const role of [defaultRoles.finance, defaultRoles.viewer])
    assert.ok(Object.values(role.components.payments ?? {}).every((on) => !on));
  assert.equal(can(defaultRoles.viewer).transactions?.export, false);
  assert.equal(can(defaultRoles.finance).transactions?.export, true);
  assert.ok(!('balance_report' in defaultRoles.viewer.components));
});

test('support sees payments, refunds and disputes, and nothing of the seller’s own money', () => {
  const { balance, earnings, activity, transactions, login_link } = can(defaultRoles.support);
  assert.deepEqual(
    { balance, earnings, login_link },
    { balance: false, earnings: null, login_link: false },
  );
  assert.equal(transactions?.export, false);
  assert.ok(activity?.kinds.every((kind) => /^(payment|refund|dispute)_/.test(kind)));
  assert.deepEqual(kindsOf(defaultRoles.owner), activityKinds);
});

test('a switch that is off goes from every role', () => {
  const granted = grantedComponents(defaultRoles.owner.components, {
    ...allFeatures,
    refunds: false,
    manualPayouts: false,
  });
  assert.equal(granted.payments?.refund_management, false);
  assert.equal(granted.payments?.dispute_management, true);
  assert.equal(granted.balances?.standard_payouts, false);
  assert.equal(granted.balances?.edit_payout_schedule, true);
  assert.equal(granted.instant_payouts_promotion, undefined);
  const unpaid = grantedComponents(defaultRoles.support.components, {
    ...allFeatures,
    payments: false,
  });
  assert.deepEqual(unpaid, {});
});

test('a component without features is sent without them', () => {
  assert.deepEqual(sessionComponents({ payouts_list: {} }), { payouts_list: { enabled: true } });
});

test('a refusal names the component that must go', () => {
  const refusal = (status: number, param: string | null): ExpressError =>
    new ExpressError('stripe_error', 'no', {
      stripe: { status, param, code: null, requestId: null },
    });
  const components = { balances: defaultRoles.owner.components.balances } as Components;
  const feature = 'components[balances][features][instant_payouts]';
  assert.equal(refusedComponent(refusal(400, feature), components), 'balances');
  assert.equal(refusedComponent(refusal(400, 'account'), components), null);
  assert.equal(refusedComponent(refusal(500, feature), components), null);
  assert.equal(refusedComponent(refusal(400, 'components[payouts]'), components), null);
});

test('what opens a row or an item is there only with its component', () => {
  const refund = {
    ...row({ source: { id: 're_1', object: 'refund', status: null } }),
    fee_details: [],
    exchange: null,
    related: [row({ source: { id: 'ch_1', object: 'charge', status: null } })],
  };
  const { support, owner } = defaultRoles;
  assert.deepEqual(opensTransaction(refund, support.components), {
    element: 'payment-details',
    id: 'ch_1',
  });
  const payout = { ...refund, source: { id: 'po_1', object: 'payout', status: 'paid' } };
  assert.equal(opensTransaction(payout, support.components), null);
  assert.deepEqual(opensTransaction(payout, owner.components), {
    element: 'payout-details',
    id: 'po_1',
  });
  const needs = { object: { id: 'acct_1', type: 'account' }, data: {} };
  assert.equal(opensItem(needs, support.components), null);
  assert.deepEqual(opensItem(needs, owner.components), { element: 'account-onboarding', id: null });
});
