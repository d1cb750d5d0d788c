import { expect } from 'chai';
import { accessible } from '../../support/axe.ts';
import { openHost, until, type TestHost } from '../../support/host.ts';
import { TransactionsHarness } from '../../support/transactions.ts';

describe('the columns of <express-transactions>', () => {
  let host: TestHost;
  let list: TransactionsHarness;

  const open = async (attributes = '') => {
    list = await TransactionsHarness.open(host, attributes);
    await list.ready();
    return list;
  };
  /** The headings that are seen, from start to end. */
  const headings = (): string[] =>
    list
      .all('[role=columnheader]')
      .filter((heading) => heading.checkVisibility())
      .toSorted((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left)
      .map((heading) => heading.innerText.trim());
  /** What one row says, cell by cell as it is seen. */
  const cells = (row = list.rows[0]!): string[] =>
    [...row.querySelectorAll<HTMLElement>('[role=cell]')]
      .filter((cell) => cell.checkVisibility())
      .map((cell) => cell.innerText.replace(/\s+/g, ' ').trim());
  const menu = async (): Promise<HTMLElement> => {
    list.get('[part=columns]').click();
    return until(
      () => list.all('#columns:popover-open').find((float) => float.querySelector('li')),
      'the columns',
    );
  };
  const entry = (name: string): HTMLElement => list.get(`#columns [data-name="${name}"]`);
  const control = (name: string, which: 'box' | 'up' | 'down'): HTMLElement =>
    entry(name).querySelector(`[data-control=${which}]`)!;

  beforeEach(() => {
    localStorage.clear();
    document.body.style.width = '1000px';
    host = openHost();
  });
  afterEach(async () => {
    await host.close();
    localStorage.clear();
    document.body.style.removeProperty('width');
  });

  it('are the usual ones unless the host says which', async () => {
    await open();
    expect(headings()).to.deep.equal(['Transaction', 'Date', 'Status', 'Amount', 'Fee', 'Net']);
    expect(cells().length).to.equal(6);
  });

  it('come as the host says, with the keys of metadata and headings of its own', async () => {
    host.answer = async (request, real) => {
      const response = await real();
      if (!new URL(request.url).pathname.endsWith('/transactions')) return response;
      const answer = await response.json();
      for (const row of answer.data) row.metadata = { order_id: `<b>${row.id}</b>` };
      return Response.json(answer, { headers: response.headers });
    };
    await open('columns="date description net metadata:order_id what"');
    expect(headings()).to.deep.equal(['Date', 'Transaction', 'Net', 'Order id']);
    const row = list.rows[0]!;
    // What others have written stays text.
    expect(cells(row).at(-1)).to.equal(`<b>${row.dataset['id']}</b>`);
    list.element.columns = ['customer', { name: 'metadata:order_id', label: 'Shop order' }];
    await until(() => headings().includes('Shop order'), 'the heading');
    expect(headings()).to.deep.equal(['Transaction', 'Customer', 'Shop order']);
    await accessible(list.element);
  });

  it('say in the host’s own words what a row is for', async () => {
    await open('category="payment"');
    const before = list.rows[0]!.querySelector('.facts')!.textContent;
    list.element.describe = (row) => `Booking ${row.id.length}`;
    await until(() => list.rows[0]!.innerText.includes('Booking'), 'the words');
    expect(list.rows[1]!.innerText).to.contain('Booking');
    list.element.describe = () => null;
    await until(() => list.rows[0]!.querySelector('.facts')!.textContent === before, 'the old');
  });

  it('are sorted by where the endpoint can, also by type and by when money is there', async () => {
    await open('columns="description type available amount fee"');
    const buttons = list.all('.header button').map((button) => button.innerText.trim());
    expect(buttons).to.deep.equal(['Type', 'Available on', 'Amount']);
    list.all('.header button')[0]!.click();
    await until(() => list.element.sort === 'category', 'the order');
    await list.ready();
    expect(list.get('.header .type').getAttribute('aria-sort')).to.equal('descending');
  });

  it('are shown, hidden and moved by the seller, by keys alone, and kept for the account', async () => {
    document.body.style.width = '1200px';
    await open();
    const popover = await menu();
    await accessible(popover);
    await until(() => list.focused === control('description', 'box'), 'the focus inside');
    control('fee', 'box').click();
    await until(() => !headings().includes('Fee'), 'no fee');
    control('customer', 'box').click();
    await until(() => headings().includes('Customer'), 'customers');
    expect(headings()).to.deep.equal([
      'Transaction',
      'Date',
      'Status',
      'Amount',
      'Net',
      'Customer',
    ]);
    await until(() => list.focused === control('customer', 'box'), 'the focus on the box');
    const up = control('customer', 'up');
    up.focus();
    up.click();
    await until(() => headings().at(-1) === 'Net', 'a place up');
    await until(() => list.focused === control('customer', 'up'), 'the focus on the button');
    expect(list.text('[role=status]')).to.equal('Customer: 5 of 6');
    control('date', 'box').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, bubbles: true }),
    );
    await until(() => headings()[0] === 'Date', 'the date first');
    expect(control('date', 'up').getAttribute('aria-disabled')).to.equal('true');
    await accessible(popover);
    const chosen = ['Date', 'Transaction', 'Status', 'Amount', 'Customer', 'Net'];
    expect(headings()).to.deep.equal(chosen);

    list.element.remove();
    await open('columns="description amount"');
    expect(headings(), 'the seller’s choice goes before the host’s').to.deep.equal(chosen);
  });

  it('keep the description, and go back to the host’s on reset', async () => {
    await open('columns="description amount"');
    await menu();
    control('description', 'box').click();
    control('net', 'box').click();
    await until(() => headings().length === 3, 'net');
    const reset = [...list.all('#columns .end button')].at(-1)!;
    expect(reset.getAttribute('aria-disabled')).to.equal('false');
    reset.focus();
    reset.click();
    await until(() => headings().length === 2, 'the host’s');
    expect(reset.getAttribute('aria-disabled')).to.equal('true');
    expect(headings()).to.deep.equal(['Transaction', 'Amount']);
    list.get('#columns').hidePopover();
    await until(() => list.focused === list.get('[part=columns]'), 'the focus on the button');
  });

  it('are not another account’s', async () => {
    const { account } = host.signIn;
    localStorage.setItem('express-elements:columns:acct_other', '["description","fee"]');
    localStorage.setItem(`express-elements:columns:${account}`, '{"not":"a list"}');
    await open();
    expect(headings().length).to.equal(6);
  });

  it('hold for the page where nothing can be kept', async () => {
    const { getItem, setItem } = Storage.prototype;
    const refuse = () => {
      throw new DOMException('No.', 'SecurityError');
    };
    Object.assign(Storage.prototype, { getItem: refuse, setItem: refuse });
    try {
      await open();
      await menu();
      control('fee', 'box').click();
      await until(() => !headings().includes('Fee'), 'no fee');
    } finally {
      Object.assign(Storage.prototype, { getItem, setItem });
    }
  });

  it('give way one by one where room lacks, and become cards', async () => {
    await open();
    document.body.style.width = '760px';
    await until(() => !headings().includes('Fee'), 'no fee');
    expect(headings()).to.deep.equal(['Transaction', 'Date', 'Status', 'Amount', 'Net']);
    document.body.style.width = '560px';
    await until(() => headings().length === 3, 'three');
    expect(cells().at(-1), 'when it was stands under the amount').to.match(/\$[\d.,]+ \d+ Nov/);
    document.body.style.width = '400px';
    await until(() => headings().length === 2, 'a card');
    expect(headings()).to.deep.equal(['Transaction', 'Amount']);
    expect(list.get('[part=columns]').checkVisibility()).to.equal(false);
    await accessible(list.element);
  });

  it('are the host’s in a short list, and where it leaves the choice out', async () => {
    const { account } = host.signIn;
    localStorage.setItem(`express-elements:columns:${account}`, '["description","fee"]');
    await open('limit="5"');
    expect(headings().length).to.equal(6);
    expect(list.all('[part=columns]').length).to.equal(0);
    list.element.remove();
    await open('without-columns');
    expect(headings().length).to.equal(6);
    expect(list.all('[part=columns]').length).to.equal(0);
  });
});
