import { expect } from 'chai';
import type { ExpressFilterChangeEvent } from '@express-elements/elements/express-transactions/element';
import { openHost, until, type TestHost } from '../../support/host.ts';
import { TransactionsHarness } from '../../support/transactions.ts';

describe('<express-transactions sync-url>', () => {
  let host: TestHost;
  let list: TransactionsHarness;
  const before = location.href;

  const open = async (search: string, attributes = '') => {
    history.replaceState({ page: 'own' }, '', location.pathname + search);
    list = await TransactionsHarness.open(host, `sync-url ${attributes}`);
    await list.ready();
    return list;
  };
  /** Back or forward, and what followed of it. */
  const go = async (way: 'back' | 'forward') => {
    const moved = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    history[way]();
    await moved;
    await list.element.updateComplete;
  };
  beforeEach(() => {
    host = openHost();
  });
  afterEach(async () => {
    await host.close();
    history.replaceState(null, '', before);
  });

  it('is read at the start, before anything is asked', async () => {
    await open('?page=2&transactions-type=refund&transactions-sort=amount&transactions-min=oops');
    expect(list.element.category).to.deep.equal(['refund']);
    expect(list.element.sort).to.equal('amount');
    expect(list.element.amountMin).to.equal(null);
    expect(list.chosen).to.deep.equal(['Type: Refunds']);
    const questions = host.queries('/transactions');
    expect(
      questions.every((each) => decodeURIComponent(each).includes('category[]=refund')),
    ).to.equal(true);
    // What made no sense is gone; the page's own and its state stay.
    expect(location.search).to.equal('?page=2&transactions-type=refund&transactions-sort=amount');
    expect(history.state).to.deep.equal({ page: 'own' });
  });

  it('goes back and forward through what was chosen', async () => {
    await open('?page=2');
    const events: ExpressFilterChangeEvent[] = [];
    list.element.addEventListener('express-filter-change', (event) => events.push(event));
    const length = history.length;
    const dates = await list.filter('date');
    dates.querySelectorAll<HTMLElement>('.choice')[1]!.click();
    await until(() => location.search === '?page=2&transactions-period=last7', 'the period');
    await list.ready();
    list.get('[role=columnheader].amount button').click();
    await until(() => location.search.endsWith('&transactions-sort=amount'), 'the sort');
    expect(history.length).to.equal(length + 2);
    await go('back');
    expect([list.element.sort, list.element.period]).to.deep.equal(['created', 'last7']);
    await go('back');
    expect(list.element.period).to.equal(null);
    expect(location.search).to.equal('?page=2');
    expect(events.at(-1)?.filters.period).to.equal(null);
    await go('forward');
    expect(list.element.period).to.equal('last7');
    expect(list.chosen).to.deep.equal(['7 days']);
    expect(history.length).to.equal(length + 2);
  });

  it('takes no step of history for what is typed, and forgets it on going back', async () => {
    await open('');
    const dates = await list.filter('date');
    dates.querySelectorAll<HTMLElement>('.choice')[1]!.click();
    await until(() => location.search !== '', 'the period');
    const length = history.length;
    for (const text of ['a', 'ad', 'ada']) {
      list.search(text);
      await until(() => location.search.endsWith(`&transactions-q=${text}`), text);
    }
    expect(history.length).to.equal(length);
    await go('back');
    expect(location.search).to.equal('');
    expect(list.element.query).to.equal('');
    expect((list.get('[part=search]') as HTMLInputElement).value).to.equal('');
  });

  it('means what the attributes say where the address says nothing', async () => {
    await open('', 'category="refund"');
    expect(location.search).to.equal('');
    list.get('.chip-remove').click();
    await until(() => location.search === '?transactions-type=', 'none chosen');
    await go('back');
    expect(list.element.category).to.deep.equal(['refund']);
  });

  it('stays when the element is moved, and listens no more when it is gone', async () => {
    await open('?transactions-type=refund');
    const { parentElement: parent } = list.element;
    list.element.remove();
    parent!.append(list.element);
    await list.ready();
    expect(location.search).to.equal('?transactions-type=refund');
    list.element.remove();
    // Drawn once more where it is no more: the address is not its own.
    list.element.query = 'ada';
    await list.element.updateComplete;
    expect(location.search).to.equal('?transactions-type=refund');
    history.pushState(null, '', location.pathname);
    await go('back');
    await go('forward');
    expect(list.element.category).to.deep.equal(['refund']);
  });

  it('leaves the address alone where it is not asked for', async () => {
    history.replaceState(null, '', `${location.pathname}?transactions-type=refund`);
    list = await TransactionsHarness.open(host);
    await list.ready();
    expect(list.element.category).to.deep.equal([]);
    list.get('[role=columnheader].amount button').click();
    await list.ready();
    expect(location.search).to.equal('?transactions-type=refund');
  });
});
