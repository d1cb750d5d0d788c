import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, DAY, setup } from './support.ts';

test('part of a payment, then the rest of it, can be refunded, and no more', async () => {
  const { sandbox, stripe, us, as } = setup();
  const { id: charge } = await sandbox.takePayment(us.account, { amount: 5_000 });
  const part = await stripe.refunds.create({ charge, amount: 1_500, reason: 'duplicate' }, as(us));
  assert.deepEqual([part.status, part.amount, part.reason], ['succeeded', 1_500, 'duplicate']);
  const half = await stripe.charges.retrieve(charge, {}, as(us));
  assert.deepEqual([half.amount_refunded, half.refunded], [1_500, false]);
  await assert.rejects(stripe.refunds.create({ charge, amount: 3_501 }, as(us)), {
    param: 'amount',
  });
  const rest = await stripe.refunds.create({ charge }, as(us));
  assert.equal(rest.amount, 3_500);
  assert.equal((await stripe.charges.retrieve(charge, {}, as(us))).refunded, true);
  await assert.rejects(stripe.refunds.create({ charge }, as(us)), {
    code: 'charge_already_refunded',
  });
});

test('a refund can be made by the payment’s intent', async () => {
  const { sandbox, stripe, us, as } = setup({ transactions: 300 });
  const { id, payment_intent: intent } = await sandbox.takePayment(us.account, { amount: 900 });
  const refund = await stripe.refunds.create({ payment_intent: String(intent) }, as(us));
  assert.equal(refund.charge, id);
  const { latest_charge: charge, status } = await stripe.paymentIntents.retrieve(
    String(intent),
    {},
    as(us),
  );
  assert.deepEqual([charge, status], [id, 'succeeded']);
});

test('the platform’s fee is given back in proportion, where that is asked for', async () => {
  const { sandbox, stripe, us, as } = setup({ transactions: 300 });
  const charge = await sandbox.takePayment(us.account, { amount: 10_000 });
  assert.equal(charge.application_fee_amount, 500);
  const refund = await stripe.refunds.create(
    { charge: charge.id, amount: 2_000, refund_application_fee: true },
    as(us),
  );
  const row = await stripe.balanceTransactions.retrieve(
    String(refund.balance_transaction),
    {},
    as(us),
  );
  assert.deepEqual([row.amount, row.fee, row.net], [-2_000, -100, -1_900]);
  assert.equal(row.fee_details[0]?.type, 'application_fee');
  const fee = await stripe.applicationFees.retrieve(String(charge.application_fee));
  assert.deepEqual(
    [fee.amount_refunded, fee.refunded, fee.refunds.data[0]?.amount],
    [100, false, 100],
  );
});

test('a refund that the account cannot pay waits for money, and may be taken back meanwhile', async () => {
  const { sandbox, stripe, de, as } = setup();
  const { id: charge } = await sandbox.takePayment(de.account, {
    amount: 900_000,
    currency: 'gbp',
  });
  await sandbox.openDispute(
    de.account,
    (await sandbox.takePayment(de.account, { amount: 950_000, currency: 'gbp' })).id,
  );
  await sandbox.advance(8 * DAY);
  const first = await stripe.refunds.create({ charge, amount: 600_000 }, as(de));
  const second = await stripe.refunds.create({ charge, amount: 100 }, as(de));
  assert.deepEqual(
    [first.status, first.pending_reason, first.balance_transaction],
    ['pending', 'insufficient_funds', null],
  );
  const canceled = await stripe.refunds.cancel(second.id, {}, as(de));
  assert.equal(canceled.status, 'canceled');
  assert.equal((await stripe.charges.retrieve(charge, {}, as(de))).amount_refunded, 600_000);
  await sandbox.takePayment(de.account, { amount: 2_500_000, currency: 'gbp' });
  await sandbox.advance(DAY);
  const done = await stripe.refunds.retrieve(first.id, {}, as(de));
  assert.equal(done.status, 'succeeded');
  await assert.rejects(stripe.refunds.cancel(first.id, {}, as(de)), { statusCode: 400 });
});

test('what came by transfer is only taken back by the platform, and shows as a refund of the payment', async () => {
  const { stripe, us, as } = setup();
  const { data } = await stripe.transfers.list({ destination: us.account, limit: 1 });
  const [transfer] = data;
  const payment = String(transfer?.destination_payment);
  await assert.rejects(stripe.refunds.create({ charge: payment }, as(us)), { statusCode: 400 });
  const reversal = await stripe.transfers.createReversal(transfer?.id ?? '', { amount: 100 });
  const refund = await stripe.refunds.retrieve(
    String(reversal.destination_payment_refund),
    {},
    as(us),
  );
  assert.match(refund.id, /^pyr_/);
  assert.deepEqual([refund.charge, refund.source_transfer_reversal], [payment, reversal.id]);
  const row = await stripe.balanceTransactions.retrieve(
    String(refund.balance_transaction),
    {},
    as(us),
  );
  assert.equal(row.type, 'payment_refund');
  const { data: reversals } = await stripe.transfers.listReversals(transfer?.id ?? '');
  assert.deepEqual(
    reversals.map(({ id }) => id),
    [reversal.id],
  );
  const left = (transfer?.amount ?? 0) - 100;
  await assert.rejects(stripe.transfers.createReversal(transfer?.id ?? '', { amount: left + 1 }), {
    param: 'amount',
  });
});

test('the platform refunds its customer and takes the seller’s share back', async () => {
  const { stripe, us, as } = setup();
  const { data } = await stripe.transfers.list({ destination: us.account, limit: 1 });
  const charge = String(data[0]?.source_transaction);
  const refund = await stripe.refunds.create({
    charge,
    reverse_transfer: true,
    refund_application_fee: true,
  });
  assert.equal((await stripe.charges.retrieve(charge)).refunded, true);
  const transfer = await stripe.transfers.retrieve(data[0]?.id ?? '');
  assert.deepEqual(
    [transfer.reversed, transfer.reversals.data[0]?.source_refund],
    [true, refund.id],
  );
  const payment = await stripe.charges.retrieve(String(transfer.destination_payment), {}, as(us));
  assert.equal(payment.refunded, true);
});

test('a transfer from the platform’s balance is a payment on the account', async () => {
  const { stripe, us, as } = setup();
  const { available } = await stripe.balance.retrieve();
  const euros = available.find(({ currency }) => currency === 'eur')?.amount ?? 0;
  assert.ok(euros > 500);
  const transfer = await stripe.transfers.create({
    amount: 500,
    currency: 'eur',
    destination: us.account,
    metadata: { a: 'b' },
  });
  const payment = await stripe.charges.retrieve(
    String(transfer.destination_payment),
    { expand: ['balance_transaction'] },
    as(us),
  );
  assert.deepEqual([payment.source_transfer, payment.currency], [transfer.id, 'eur']);
  await assert.rejects(
    stripe.transfers.create({ amount: 99_999_999, currency: 'eur', destination: us.account }),
    { code: 'balance_insufficient' },
  );
});

test('an authorised payment is captured later, in part or whole, and only once', async () => {
  const { stripe, sandbox, as } = setup();
  for (const seller of sandbox.sellers) {
    const charges = await all(stripe.charges.list({ limit: 100 }, as(seller)));
    const held = charges.find(
      (charge) => !charge.captured && charge.status === 'succeeded' && !charge.refunded,
    );
    if (!held) continue;
    assert.equal(held.balance_transaction, null);
    const captured = await stripe.charges.capture(held.id, { amount: 100 }, as(seller));
    assert.deepEqual([captured.captured, captured.amount_captured], [true, 100]);
    const row = await stripe.balanceTransactions.retrieve(
      String(captured.balance_transaction),
      {},
      as(seller),
    );
    assert.equal(row.amount, 100);
    await assert.rejects(stripe.charges.capture(held.id, {}, as(seller)), {
      code: 'charge_already_captured',
    });
    return;
  }
  assert.fail('no seller has an uncaptured payment');
});

test('the words of a payment can be changed; its row keeps those it was made with', async () => {
  const { sandbox, stripe, us, as } = setup({ transactions: 300 });
  const charge = await sandbox.takePayment(us.account, { amount: 900, description: 'Tea' });
  await stripe.charges.update(
    charge.id,
    { description: 'Green tea', metadata: { order_id: '7' } },
    as(us),
  );
  const changed = await stripe.charges.update(
    charge.id,
    { metadata: { note: 'gift', order_id: '' } },
    as(us),
  );
  assert.deepEqual([changed.description, changed.metadata], ['Green tea', { note: 'gift' }]);
  const row = await stripe.balanceTransactions.retrieve(
    String(charge.balance_transaction),
    {},
    as(us),
  );
  assert.equal(row.description, 'Tea');
  const { data } = await stripe.events.list({ type: 'charge.updated', limit: 2 }, as(us));
  assert.deepEqual(data[1]?.data.previous_attributes, {
    description: 'Tea',
    metadata: { order_id: null },
  });
});
