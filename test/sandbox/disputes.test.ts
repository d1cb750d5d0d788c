import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, setup } from './support.ts';

test('a dispute takes the money and a fee at once; a won one gives the money back', async () => {
  const { sandbox, stripe, us, as } = setup({ transactions: 300 });
  const charge = await sandbox.takePayment(us.account, { amount: 8_000 });
  const dispute = await sandbox.openDispute(us.account, charge.id);
  const [taken] = dispute.balance_transactions;
  assert.deepEqual(
    [taken?.type, taken?.reporting_category, taken?.amount, taken?.fee, taken?.net],
    ['adjustment', 'dispute', -8_000, 1_500, -9_500],
  );
  assert.equal((await stripe.charges.retrieve(charge.id, {}, as(us))).disputed, true);
  await assert.rejects(stripe.refunds.create({ charge: charge.id }, as(us)), {
    code: 'charge_disputed',
  });
  const won = await stripe.disputes.update(
    dispute.id,
    { evidence: { uncategorized_text: 'winning_evidence' } },
    as(us),
  );
  assert.deepEqual([won.status, won.evidence_details.submission_count], ['won', 1]);
  assert.deepEqual(
    won.balance_transactions.map(({ reporting_category: category, amount }) => [category, amount]),
    [
      ['dispute', -8_000],
      ['dispute_reversal', 8_000],
    ],
  );
});

test('evidence can be kept without being sent; once sent, it is under review', async () => {
  const { sandbox, stripe, us, as } = setup({ transactions: 300 });
  const { id } = await sandbox.openDispute(us.account);
  const kept = await stripe.disputes.update(
    id,
    { evidence: { customer_name: 'Ada' }, submit: false },
    as(us),
  );
  assert.deepEqual(
    [kept.status, kept.evidence_details.has_evidence, kept.evidence_details.submission_count],
    ['needs_response', true, 0],
  );
  const sent = await stripe.disputes.update(
    id,
    { evidence: { product_description: 'Tea' } },
    as(us),
  );
  assert.deepEqual(
    [sent.status, sent.evidence.customer_name, sent.evidence_details.submission_method],
    ['under_review', 'Ada', 'manual'],
  );
  await assert.rejects(stripe.disputes.update(id, { evidence: { customer_name: 'B' } }, as(us)), {
    code: 'status_transition_invalid',
  });
  await sandbox.advance(60 * DAY);
  const judged = await stripe.disputes.retrieve(id, {}, as(us));
  assert.ok(['won', 'lost'].includes(judged.status), judged.status);
});

test('an unanswered dispute is lost when its evidence is due; an accepted one at once', async () => {
  const { sandbox, stripe, us, as } = setup({ transactions: 300 });
  const late = await sandbox.openDispute(us.account);
  const accepted = await stripe.disputes.close(
    (await sandbox.openDispute(us.account)).id,
    {},
    as(us),
  );
  assert.equal(accepted.status, 'lost');
  const due = late.evidence_details.due_by ?? 0;
  assert.equal((due + 1) % DAY, 0, 'due at the end of a day');
  await sandbox.advance(due - sandbox.now());
  assert.equal((await stripe.disputes.retrieve(late.id, {}, as(us))).status, 'needs_response');
  await sandbox.advance(1);
  const lost = await stripe.disputes.retrieve(late.id, {}, as(us));
  assert.deepEqual([lost.status, lost.evidence_details.past_due], ['lost', true]);
  const { data } = await stripe.events.list({ type: 'charge.dispute.closed', limit: 1 }, as(us));
  assert.deepEqual(data[0]?.data.previous_attributes, { status: 'needs_response' });
});

test('an inquiry moves no money, and is closed or becomes a dispute when nobody answers', async () => {
  const { sandbox, stripe, de, as } = setup();
  const { data } = await stripe.disputes.list({ limit: 100 }, as(de));
  const inquiry = data.find(({ status }) => status === 'warning_needs_response');
  assert.deepEqual([inquiry?.balance_transactions, inquiry?.is_charge_refundable], [[], true]);
  await sandbox.advance((inquiry?.evidence_details.due_by ?? 0) + 1 - sandbox.now());
  const after = await stripe.disputes.retrieve(inquiry?.id ?? '', {}, as(de));
  assert.ok(['warning_closed', 'needs_response'].includes(after.status), after.status);
  assert.equal(after.balance_transactions.length, after.status === 'needs_response' ? 1 : 0);
});

test('only a captured card payment that nothing has happened to can be disputed', async () => {
  const { sandbox, stripe, us, as } = setup({ transactions: 300 });
  const charge = await sandbox.takePayment(us.account, { amount: 900 });
  await sandbox.openDispute(us.account, charge.id);
  await assert.rejects(sandbox.openDispute(us.account, charge.id), /cannot be disputed/);
  await assert.rejects(sandbox.openDispute(us.account, 'ch_x'), /No such charge/);
  const { data } = await stripe.disputes.list({ charge: charge.id }, as(us));
  assert.equal(data.length, 1);
});
