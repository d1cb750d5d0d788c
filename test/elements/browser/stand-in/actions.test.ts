import { expect } from 'chai';
import type Stripe from 'stripe';
import { refundable } from '../../../../packages/sandbox/src/connect/components/payment.model.ts';
import {
  all,
  anOverlay,
  button,
  clear,
  click,
  fill,
  mount,
  openRow,
  overlay,
  seen,
  setup,
  waitFor,
  waitForText,
} from './setup.ts';
import type { Bench } from './setup.ts';

type List<T> = Stripe.ApiList<T>;

const full = {
  refund_management: true,
  dispute_management: true,
  capture_payments: true,
};
const money = {
  standard_payouts: true,
  instant_payouts: true,
  edit_payout_schedule: true,
  external_account_collection: true,
};
const nothing = { refund_management: false, dispute_management: false, capture_payments: false };

const disputeOf = async (bench: Bench): Promise<Stripe.Dispute> => {
  const { data } = await bench.read<List<Stripe.Dispute>>('/v1/disputes?limit=100');
  const open = data.find((one) => one.status === 'needs_response');
  if (!open) throw new Error('The world has no dispute that needs a response.');
  return open;
};

const idOf = (charge: string | Stripe.Charge): string =>
  typeof charge === 'string' ? charge : charge.id;

/** In yen: that seller's balance is never swept, so a refund need not wait for money. */
const firstRefundable = async (bench: Bench): Promise<Stripe.Charge> => {
  const { data } = await bench.read<List<Stripe.Charge>>('/v1/charges?limit=10');
  const charge = data.find((one) => refundable(one) > 100);
  if (!charge) throw new Error('The first page has nothing to refund.');
  return charge;
};

describe('what a seller can do in the stand-in', () => {
  let bench: Bench | undefined;
  afterEach(() => clear(bench));

  it('refunds a part of a payment', async () => {
    bench = setup({ seller: 'JP', grant: { payments: full } });
    const charge = await firstRefundable(bench);
    const list = mount(bench, 'payments');
    await openRow(list, charge.id);
    const box = await anOverlay();
    await click(box, 'Refund');
    await fill(box, 'amount', '100');
    await fill(box, 'reason', 'duplicate');
    await click(box, 'Refund');
    await waitForText(box, '¥100 refunded');
    await waitForText(list, 'Partial refund');
    const after = await bench.read<Stripe.Charge>(`/v1/charges/${charge.id}`);
    expect(after.amount_refunded).to.equal(100);
    const refunds = await bench.read<List<Stripe.Refund>>(`/v1/refunds?charge=${charge.id}`);
    expect(refunds.data[0]?.reason).to.equal('duplicate');
  });

  it('refuses a refund of more than there is', async () => {
    bench = setup({ seller: 'JP', grant: { payments: full } });
    const charge = await firstRefundable(bench);
    await openRow(mount(bench, 'payments'), charge.id);
    const box = await anOverlay();
    await click(box, 'Refund');
    await fill(box, 'amount', '999999');
    await click(box, 'Refund');
    await waitForText(box, 'That is more than there is.');
    expect(bench.calls.filter((path) => path === '/v1/refunds')).to.have.length(1);
  });

  it('offers nothing that the session does not grant', async () => {
    bench = setup({
      seller: 'DE',
      grant: {
        payments: nothing,
        balances: { standard_payouts: false, instant_payouts: false, edit_payout_schedule: false },
      },
    });
    const list = mount(bench, 'payments');
    const balances = mount(bench, 'balances');
    await waitForText(balances, 'Total balance');
    for (const label of ['Pay out', 'Instant payout', 'Edit'])
      expect(button(balances, label), label).to.equal(undefined);
    await waitFor(() => all(document, 'tr[data-id^="ch_"]').length > 0, 'payments');
    all(list.shadowRoot ?? document, 'tr[data-id^="ch_"]')[0]?.click();
    const box = await anOverlay();
    await waitForText(box, 'Timeline');
    for (const label of ['Refund', 'Respond', 'Accept dispute'])
      expect(button(box, label), label).to.equal(undefined);
  });

  it('hands in evidence against a dispute', async () => {
    bench = setup({ seller: 'DE', grant: { disputes_list: full } });
    const dispute = await disputeOf(bench);
    await openRow(mount(bench, 'disputes-list'), dispute.id);
    const box = await anOverlay();
    await click(box, 'Respond');
    await fill(box, 'uncategorized_text', 'It was delivered.');
    await click(box, 'Submit evidence');
    await waitForText(box, 'Under review');
    const after = await bench.read<Stripe.Dispute>(`/v1/disputes/${dispute.id}`);
    expect(after.evidence.uncategorized_text).to.equal('It was delivered.');
  });

  it('accepts a dispute after asking once more', async () => {
    bench = setup({ seller: 'DE', grant: { payment_details: full } });
    const dispute = await disputeOf(bench);
    const element = bench.instance.create('payment-details');
    element.setPayment(idOf(dispute.charge));
    document.body.append(element);
    const box = await anOverlay();
    await click(box, 'Accept dispute');
    await waitForText(box, 'This cannot be undone.');
    await click(box, 'Accept dispute');
    await waitForText(box, 'Lost');
    const after = await bench.read<Stripe.Dispute>(`/v1/disputes/${dispute.id}`);
    expect(after.status).to.equal('lost');
  });

  it('pays out by hand, after a last look', async () => {
    bench = setup({ seller: 'JP', grant: { balances: money } });
    const before = await bench.read<Stripe.Balance>('/v1/balance');
    const element = mount(bench, 'balances');
    await click(element, 'Pay out');
    const box = await anOverlay();
    await fill(box, 'amount', '1000');
    await click(box, 'Continue');
    await click(box, 'Pay out ¥1,000');
    await waitForText(box, '¥1,000 is on its way');
    await click(box, 'Done');
    expect(overlay()).to.equal(null);
    const after = await bench.read<Stripe.Balance>('/v1/balance');
    expect((before.available[0]?.amount ?? 0) - (after.available[0]?.amount ?? 0)).to.equal(1000);
    await waitFor(() => seen(element).includes('¥1,000'), 'the payout in the list');
  });

  it('changes the payout schedule', async () => {
    bench = setup({ grant: { balances: money } });
    const element = mount(bench, 'balances');
    await click(element, 'Edit');
    const box = await anOverlay();
    const weekly = await waitFor(
      () => all(box.shadowRoot ?? document, 'input[value="weekly"]')[0],
      'weekly',
    );
    weekly.click();
    const monday = await waitFor(
      () => all(box.shadowRoot ?? document, 'input[value="monday"]')[0],
      'Monday',
    );
    monday.click();
    await click(box, 'Save');
    await waitForText(element, 'every week on Monday and Friday');
    const { payments } = await bench.read<Stripe.BalanceSettings>('/v1/balance_settings');
    expect(payments.payouts?.schedule).to.deep.equal({
      interval: 'weekly',
      weekly_payout_days: ['monday', 'friday'],
    });
  });

  it('replaces the bank account', async () => {
    bench = setup({ grant: { balances: money } });
    const element = mount(bench, 'balances');
    await click(element, 'Change');
    const box = await anOverlay();
    await fill(box, 'holder', 'Cedar & Salt');
    await fill(box, 'routing', '110000000');
    await fill(box, 'number', '000222222227');
    await click(box, 'Save');
    await waitForText(element, '•••• 2227');
  });

  it('adds money to the refunds and disputes balance', async () => {
    bench = setup({ grant: { balances: money } });
    const element = mount(bench, 'balances');
    await click(element, 'Add money');
    const box = await anOverlay();
    await fill(box, 'amount', '25.00');
    await click(box, 'Add money');
    await waitFor(() => !overlay(), 'the form to close');
    expect(bench.calls).to.include('/sandbox/prefunding');
  });

  it('narrows payments by the page’s default filters, and by the seller’s own', async () => {
    bench = setup({ seller: 'DE', grant: { payments: full } });
    const element = bench.instance.create('payments');
    element.setDefaultFilters({ status: ['refunded'] });
    document.body.append(element);
    await waitForText(element, 'Refunded');
    const badges = () =>
      all(element.shadowRoot ?? document, 'td .badge').map((one) => one.textContent);
    await waitFor(() => badges().length > 1, 'rows');
    expect(new Set(badges())).to.deep.equal(new Set(['Refunded']));
    all(element.shadowRoot ?? document, '.chip')[0]?.click();
    await waitFor(() => badges().includes('Succeeded'), 'all payments');
    element.setDefaultFilters({ amount: { lessThan: 1 } });
    await waitForText(element, 'Nothing matches');
  });
});
