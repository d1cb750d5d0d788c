/** A figure's link, anywhere on the page, leads to its rows in the list. */
import { expect } from 'chai';
import {
  ExpressRowsAskEvent,
  ExpressRowsOpenEvent,
  type RowsFilter,
} from '../../../../packages/elements/src/events/rows.ts';
import { accessible } from '../../support/axe.ts';
import { openHost, until, type TestHost } from '../../support/host.ts';
import { TransactionsHarness } from '../../support/transactions.ts';

describe('<express-transactions> as the place where figures open', () => {
  let host: TestHost;
  beforeEach(() => {
    host = openHost();
  });
  afterEach(() => host.close());

  const open = async (attributes = '') => {
    const list = await TransactionsHarness.open(host, attributes);
    await list.ready();
    return list;
  };
  const earned: RowsFilter = { netVolume: true, category: ['refund', 'adjustment'] };
  const ask = (account = host.signIn.account) =>
    !document.body.dispatchEvent(new ExpressRowsAskEvent(earned, account));
  const follow = (rows: RowsFilter, account = host.signIn.account) =>
    !document.body.dispatchEvent(new ExpressRowsOpenEvent(rows, account));

  it('shows just these rows, says how many, and takes the focus', async () => {
    const list = await open('status="available"');
    expect(ask()).to.equal(true);
    expect(follow({ netVolume: true, balanceType: ['payments'], currency: 'usd' })).to.equal(true);
    await until(() => host.queries('/transactions').at(-1)?.includes('net_volume=true'), 'rows');
    await list.ready();
    const asked = new URLSearchParams(host.queries('/transactions').at(-1));
    expect(asked.getAll('balance_type[]')).to.deep.equal(['payments']);
    expect(asked.get('currency')).to.equal('usd');
    // Nothing of the earlier question is left.
    expect(asked.get('status')).to.equal(null);
    const chips = list.all('.chip.set .chip-open').map((chip) => chip.innerText);
    expect(chips).to.include.members(['Counts into net volume', 'Balance: Payments']);
    expect(list.element.shadowRoot?.activeElement?.localName).to.equal('h2');
    await until(() => list.text('[role=status]').includes('transactions'), 'the count');
    await accessible(list.element);
  });

  it('takes each condition off again, one by one or all at once', async () => {
    const list = await open('net-volume balance-type="payments"');
    expect(list.element.netVolume).to.equal(true);
    list.get('[aria-label="Remove filter: Counts into net volume"]').click();
    await until(() => !host.queries('/transactions').at(-1)?.includes('net_volume'), 'fewer');
    expect(list.element.netVolume).to.equal(false);
    await list.ready();
    await list.clearFilters();
    await until(() => list.all('.chip.set').length === 0, 'no filter');
    expect(list.element.balanceType).to.deep.equal([]);
  });

  it('answers for its own seller alone, while it is in sight and holds all rows', async () => {
    const list = await open();
    expect(ask('acct_of_another')).to.equal(false);
    expect(follow(earned, 'acct_of_another')).to.equal(false);
    list.element.hidden = true;
    expect(ask()).to.equal(false);
    list.element.hidden = false;
    list.element.limit = 6;
    expect(ask()).to.equal(false);
    list.element.limit = null;
    list.element.withoutFilters = true;
    expect(ask()).to.equal(false);
    list.element.withoutFilters = false;
    expect(ask()).to.equal(true);
    list.element.remove();
    expect(ask()).to.equal(false);
  });

  it('leaves to a host what a host takes', async () => {
    const list = await open();
    const take = (event: Event) => event.preventDefault();
    document.body.addEventListener('express-rows-open', take);
    expect(follow(earned)).to.equal(true);
    document.body.removeEventListener('express-rows-open', take);
    expect(list.element.netVolume).to.equal(false);
  });
});
