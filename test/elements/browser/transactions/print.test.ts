import { expect } from 'chai';
import { openHost, until, type TestHost } from '../../support/host.ts';
import { TransactionsHarness } from '../../support/transactions.ts';

describe('<express-transactions> on paper', () => {
  let host: TestHost;

  beforeEach(() => {
    host = openHost();
  });
  afterEach(() => host.close());

  it('has every row that is loaded, at once, and only those in sight afterwards', async () => {
    const list = await TransactionsHarness.open(host);
    await list.ready();
    await until(() => list.rows.length < 50, 'a window of rows');
    const inSight = list.rows.length;
    dispatchEvent(new Event('beforeprint'));
    // Who prints by script goes on at once.
    const printed = list.rows.map((row) => Number(row.dataset['index']));
    expect(printed.length).to.be.at.least(50);
    expect(printed).to.deep.equal(printed.map((_, place) => place));
    const rows = list.get('.rows');
    expect(rows.style.paddingBlockEnd).to.equal('');
    dispatchEvent(new Event('afterprint'));
    expect(list.rows.length).to.be.at.most(inSight + 5);
    await until(() => rows.style.minBlockSize !== '', 'the room of the others');
  });
});
