import { categories, categoryOf, typesOfCategory, type Category } from '@express-elements/contract';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type Stripe from 'stripe';

// The SDK's type is open (`… | OtherString`): the literals in it are what Stripe has told us of.
type Literal<T> = T extends string ? (string extends T ? never : T) : never;
type Known = Literal<Stripe.BalanceTransaction.Type>;

/**
 * Every type of a balance transaction that the pinned SDK knows, and what a seller calls it.
 * Written by hand beside the contract's table; `Record<Known, …>` fails to compile when Stripe adds one.
 */
const wanted: Record<Known, Category> = {
  adjustment: 'adjustment',
  advance: 'other',
  advance_funding: 'other',
  anticipation_repayment: 'other',
  application_fee: 'fee',
  application_fee_refund: 'fee',
  charge: 'payment',
  climate_order_purchase: 'other',
  climate_order_refund: 'other',
  connect_collection_transfer: 'transfer',
  contribution: 'other',
  fee_credit_funding: 'fee',
  inbound_transfer: 'transfer',
  inbound_transfer_reversal: 'transfer',
  issuing_authorization_hold: 'other',
  issuing_authorization_release: 'other',
  issuing_dispute: 'other',
  issuing_dispute_provisional_credit: 'other',
  issuing_dispute_provisional_credit_reversal: 'other',
  issuing_transaction: 'other',
  obligation_outbound: 'other',
  obligation_reversal_inbound: 'other',
  payment: 'payment',
  payment_failure_refund: 'refund',
  payment_network_reserve_hold: 'reserve',
  payment_network_reserve_release: 'reserve',
  payment_refund: 'refund',
  payment_reversal: 'refund',
  payment_unreconciled: 'payment',
  payout: 'payout',
  payout_cancel: 'payout',
  payout_failure: 'payout',
  payout_minimum_balance_hold: 'reserve',
  payout_minimum_balance_release: 'reserve',
  refund: 'refund',
  refund_failure: 'refund',
  reserve_hold: 'reserve',
  reserve_release: 'reserve',
  reserve_transaction: 'reserve',
  reserved_funds: 'reserve',
  stripe_balance_payment_debit: 'other',
  stripe_balance_payment_debit_reversal: 'other',
  stripe_fee: 'fee',
  stripe_fx_fee: 'fee',
  tax_fee: 'fee',
  tax_fund: 'other',
  topup: 'top_up',
  topup_reversal: 'top_up',
  transfer: 'transfer',
  transfer_cancel: 'transfer',
  transfer_failure: 'transfer',
  transfer_refund: 'transfer',
};

describe('categoryOf', () => {
  it('knows each of the 52 types that Stripe has', () => {
    assert.equal(Object.keys(wanted).length, 52);
    const found = Object.keys(wanted).map((type) => [type, categoryOf(type, 'whatever')]);
    assert.deepEqual(Object.fromEntries(found), wanted);
  });

  it('tells a dispute from an adjustment by the reporting category', () => {
    assert.equal(categoryOf('adjustment', 'dispute'), 'dispute');
    assert.equal(categoryOf('adjustment', 'dispute_reversal'), 'dispute');
    assert.equal(categoryOf('adjustment', 'other_adjustment'), 'adjustment');
    assert.equal(categoryOf('charge', 'dispute'), 'payment');
  });

  it('calls what Stripe has not told us of other, names of Object.prototype included', () => {
    for (const type of ['', 'moon_landing', 'constructor', '__proto__', 'toString']) {
      assert.equal(categoryOf(type, 'charge'), 'other');
    }
  });
});

describe('typesOfCategory', () => {
  const entries = Object.entries(typesOfCategory);

  it('names only types that Stripe has, each once', () => {
    const types = entries.flatMap(([, list]) => list);
    assert.equal(new Set(types).size, types.length);
    assert.deepEqual(
      types.filter((type) => !Object.hasOwn(wanted, type)),
      [],
    );
  });

  it('leaves out the three categories that a type alone does not make', () => {
    const left = categories.filter((category) => !Object.hasOwn(typesOfCategory, category));
    assert.deepEqual(left, ['dispute', 'adjustment', 'other']);
  });

  it('gives back the category that categoryOf gives', () => {
    for (const [category, types] of entries) {
      for (const type of types) assert.equal(categoryOf(type, 'whatever'), category);
    }
  });
});
