import { expect } from 'chai';
import type Stripe from 'stripe';
import { deepActive, tabbables } from '../../../../packages/sandbox/src/connect/shared/focus.ts';
import { all, anOverlay, clear, mount, overlay, setup, waitFor, waitForText } from './setup.ts';
import type { Bench } from './setup.ts';

const key = (name: string): KeyboardEvent =>
  new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true });

const firstId = async (bench: Bench, path: string): Promise<string> => {
  const { data } = await bench.read<Stripe.ApiList<{ id: string }>>(path);
  return data[0]?.id ?? '';
};

describe('overlays of the stand-in', () => {
  let bench: Bench | undefined;
  afterEach(() => clear(bench));

  const details = async () => {
    bench = setup({ grant: { payment_details: {} } });
    const closed: number[] = [];
    const element = bench.instance.create('payment-details');
    element.setOnClose(() => closed.push(1));
    document.body.append(element);
    const payment = await firstId(bench, '/v1/charges?limit=1');
    return { element, closed, payment };
  };

  it('take no room in the page until an object is set, then open over it', async () => {
    const { element, payment } = await details();
    expect(element.getBoundingClientRect().height).to.equal(0);
    element.setPayment(payment);
    const box = await anOverlay();
    await waitForText(box, 'Timeline');
    expect(box.parentElement).to.equal(document.body);
    expect(getComputedStyle(box).position).to.equal('fixed');
    expect(Number(getComputedStyle(box).zIndex)).to.equal(1000);
    expect(element.getBoundingClientRect().height).to.equal(0);
  });

  it('are not in the native top layer: a page’s modal dialog covers them', async () => {
    const { element, payment } = await details();
    element.setPayment(payment);
    const box = await anOverlay();
    await waitForText(box, 'Timeline');
    expect(box.matches(':modal')).to.equal(false);
    expect(all(box.shadowRoot ?? document, 'dialog, [popover]')).to.have.length(0);
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    dialog.showModal();
    const { x, y } = dialog.getBoundingClientRect();
    expect(document.elementFromPoint(x + 2, y + 2)).to.equal(dialog);
    dialog.remove();
  });

  it('close by Escape and tell the page; what the page closes itself is not told', async () => {
    const { element, payment, closed } = await details();
    element.setPayment(payment);
    (await anOverlay()).dispatchEvent(key('Escape'));
    expect(overlay()).to.equal(null);
    expect(closed).to.have.length(1);
    element.setPayment(payment);
    await anOverlay();
    element.setPayment(undefined);
    await waitFor(() => !overlay(), 'it to close');
    expect(closed).to.have.length(1);
  });

  it('go when their element goes', async () => {
    const { element, payment, closed } = await details();
    element.setPayment(payment);
    await anOverlay();
    element.remove();
    await waitFor(() => !overlay(), 'it to close');
    expect(closed).to.have.length(0);
  });

  it('keep the focus inside and give it back', async () => {
    bench = setup({ grant: { payouts_list: {} } });
    const list = mount(bench, 'payouts-list');
    const opener = await waitFor(() => all(list.shadowRoot ?? document, '.opener')[0], 'a payout');
    opener.focus();
    opener.click();
    const box = await anOverlay();
    await waitForText(box, 'Method');
    const root = box.shadowRoot ?? document;
    expect(deepActive(document)?.getAttribute('role')).to.equal('dialog');
    const [start, end] = all(root, '[data-edge]');
    end?.focus();
    expect(deepActive(document)).to.equal(tabbables(root)[0]);
    start?.focus();
    expect(deepActive(document)).to.equal(tabbables(root).at(-1));
    box.dispatchEvent(key('Escape'));
    expect(deepActive(document)).to.equal(opener);
  });

  it('are drawers where the appearance says so', async () => {
    bench = setup({ grant: { payout_details: {} }, appearance: { overlays: 'drawer' } });
    const element = bench.instance.create('payout-details');
    element.setPayout(await firstId(bench, '/v1/payouts?limit=1'));
    document.body.append(element);
    expect((await anOverlay()).getAttribute('kind')).to.equal('drawer');
  });

  it('close at logout', async () => {
    const { element, payment } = await details();
    element.setPayment(payment);
    const box = await anOverlay();
    await waitForText(box, 'Timeline');
    await bench?.instance.logout();
    expect(overlay()).to.equal(null);
  });

  it('show what a payout is made of, summing to its amount', async () => {
    bench = setup({ grant: { payout_details: {} } });
    const { data } = await bench.read<Stripe.ApiList<Stripe.Payout>>('/v1/payouts?limit=20');
    const payout = data.find((one) => one.automatic && one.reconciliation_status === 'completed');
    const element = bench.instance.create('payout-details');
    element.setPayout(payout?.id);
    document.body.append(element);
    const box = await anOverlay();
    await waitForText(box, 'Summary');
    const amounts = all(box.shadowRoot ?? document, 'dl:last-of-type dd.num')
      .map((one) => one.textContent?.trim() ?? '')
      .map((one) => Math.round(Number(one.replace('\u2212', '-').replace(/[^\d.-]/g, '')) * 100));
    const total = amounts.pop();
    expect(total).to.equal(payout?.amount);
    expect(amounts.reduce((sum, one) => sum + one, 0)).to.equal(total);
  });
});
