import type { Transactions } from '@express-elements/contract';
import { expect } from 'chai';
import type { ExpressFilterChangeEvent } from '@express-elements/elements/express-transactions/element';
import { accessible } from '../../support/axe.ts';
import { openHost, until, type TestHost } from '../../support/host.ts';
import { TransactionsHarness } from '../../support/transactions.ts';

describe('<express-transactions> in use', () => {
  let host: TestHost;
  let list: TransactionsHarness;

  const open = async (attributes = '') => {
    list = await TransactionsHarness.open(host, attributes);
    await list.ready();
    return list;
  };
  beforeEach(() => {
    host = openHost();
  });
  afterEach(() => host.close());

  it('searches a moment after the last key, and marks what it found', async () => {
    await open();
    const name = list.rows[0]!.querySelector('.facts')!.textContent!.split('·')[0]!.trim();
    const word = name.split(/\s+/).at(-1)!;
    const before = host.count('GET', '/transactions');
    for (const end of [1, 2, word.length]) list.search(word.slice(0, end));
    await until(() => list.element.query === word, 'the search');
    await list.ready();
    await until(() => list.all('mark').length > 0, 'marks');
    expect(host.count('GET', '/transactions')).to.equal(before + 1);
    for (const row of list.rows) expect(row.innerText.toLowerCase()).to.contain(word.toLowerCase());
    expect(list.get('mark').textContent).to.equal(word);
    await accessible(list.element);
  });

  it('says by what it was found where a row does not show it: an e-mail, an id, an amount', async () => {
    await open('category="payment"');
    const popover = await list.filter('customer');
    const email = popover.querySelector('option')!.value;
    list.element.renderRoot.querySelector<HTMLElement>(':popover-open')?.hidePopover();
    const [shown] = list.rows;
    const amount = shown!.querySelector<HTMLElement>('.amount .money')!.innerText.replace('$', '');
    list.search(email);
    await until(() => list.element.query === email, 'the search');
    await until(() => list.all('mark').some((mark) => mark.innerText === email), 'the e-mail');
    list.search(amount);
    await until(() => list.element.query === amount, 'the search');
    await until(() => list.all('.money.found').length > 0, 'the amount');
    const id = list.rows[0]!.dataset['id']!;
    list.search(id);
    await until(() => list.element.query === id, 'the search');
    await until(() => list.all('mark').some((mark) => mark.innerText === id), 'the id');
    expect(list.rows.length).to.equal(1);
    await accessible(list.element);
  });

  it('says that nothing matches, and clears the search', async () => {
    await open('query="no such thing at all"').catch(() => undefined);
    await list.state('empty');
    expect(list.text('.state')).to.contain('Nothing matches “no such thing at all”');
    await accessible(list.element);
    list.get('.state button').click();
    await list.ready();
    expect(list.element.query).to.equal('');
  });

  it('offers the spelling that was meant, with how many it finds, and searches for it', async () => {
    await open();
    const url = new URL('/express/transactions?limit=50', location.href);
    const { data }: Transactions = await (await host.express.fetch(new Request(url))).json();
    const names = data.flatMap(({ customer }) => customer?.name?.toLowerCase() ?? []);
    const word = names.flatMap((name) => name.match(/[a-z]{5,}/g) ?? [])[0]!;
    // Two letters in each other's place.
    list.search(word.slice(0, 1) + word[2] + word[1] + word.slice(3));
    await list.state('empty');
    await until(() => list.all('.state .link').length > 0, 'the suggestion');
    const [, count] = /^(\d+) transactions? match/.exec(list.text('.state .link')) ?? [];
    await accessible(list.element);
    list.get('.state .link').click();
    await until(() => list.element.query === word, 'the search');
    await list.ready();
    await until(() => list.text('.totals').startsWith(`${count} transaction`), 'as many');
  });

  it('filters by type with counts, says so in the chip, in an event, and takes it off again', async () => {
    await open();
    await until(() => list.text('.totals').includes('transactions'), 'sums');
    const events: ExpressFilterChangeEvent[] = [];
    list.element.addEventListener('express-filter-change', (event) => events.push(event));
    const popover = await list.filter('category');
    await accessible(popover);
    const option = [...popover.querySelectorAll('label')].find((label) =>
      label.innerText.includes('Payouts'),
    )!;
    expect(option.innerText).to.match(/\d/);
    option.click();
    popover.querySelector<HTMLElement>('[type=submit]')!.click();
    await until(() => list.element.category.includes('payout'), 'the filter');
    await list.ready();
    expect(list.rows.every((row) => row.innerText.includes('Payout'))).to.equal(true);
    expect(list.text('.chip.set .chip-open')).to.equal('Type: Payouts');
    expect(events[0]?.filters.categories).to.deep.equal(['payout']);
    list.get('.chip-remove').click();
    await until(() => list.element.category.length === 0, 'no filter');
    expect(list.all('.chip.set').length).to.equal(0);
  });

  it('filters by a period of the account’s days', async () => {
    await open();
    const popover = await list.filter('date');
    expect(popover.innerText).to.contain("In the account's time zone, New York");
    [...popover.querySelectorAll<HTMLElement>('.choice')]
      .find((choice) => choice.innerText === '7 days')!
      .click();
    await until(() => list.element.period === 'last7', 'the period');
    expect(list.text('.chip.set .chip-open')).to.equal('7 days');
    expect(list.all('.float:popover-open').length).to.equal(0);
  });

  it('refuses an amount that is none, in words', async () => {
    await open();
    const popover = await list.filter('amount');
    const field = (name: string) => popover.querySelector<HTMLInputElement>(`[name=${name}]`);
    const [low, high] = [field('low'), field('high')];
    const way = popover.querySelector<HTMLInputElement>('[value=between]')!;
    expect(high!.checkVisibility()).to.equal(false);
    way.click();
    await until(() => high!.checkVisibility(), 'the second field');
    low!.value = 'twelve';
    popover.querySelector<HTMLElement>('[type=submit]')!.click();
    await until(() => popover.querySelector('.wrong'), 'why');
    low!.value = '20';
    high!.value = '10';
    popover.querySelector<HTMLElement>('[type=submit]')!.click();
    await until(() => list.text('.wrong').includes('larger'), 'why');
    high!.value = '60.50';
    popover.querySelector<HTMLElement>('[type=submit]')!.click();
    await until(() => list.element.amountMax !== null, 'the filter');
    expect([list.element.amountMin, list.element.amountMax]).to.deep.equal([2000, 6050]);
    expect(list.text('.chip.set .chip-open')).to.equal('$20.00 to $60.50');
  });

  it('filters by an amount exactly, and from or up to one', async () => {
    await open();
    for (const [way, min, max, words] of [
      ['is', 2000, 2000, 'Exactly $20.00'],
      ['over', 2000, null, '$20.00 or more'],
      ['under', null, 2000, '$20.00 or less'],
    ] as const) {
      const popover = await list.filter('amount');
      popover.querySelector<HTMLInputElement>(`[value=${way}]`)!.click();
      popover.querySelector<HTMLInputElement>('[name=low]')!.value = '20';
      popover.querySelector<HTMLElement>('[type=submit]')!.click();
      await until(() => list.chosen.includes(words), words);
      expect([list.element.amountMin, list.element.amountMax]).to.deep.equal([min, max]);
    }
  });

  it('filters by a customer, suggested from the rows, and takes it off with all the others', async () => {
    await open('category="payment"');
    const popover = await list.filter('customer');
    const emails = [...popover.querySelectorAll('option')].map((option) => option.value);
    expect(emails.length).to.be.greaterThan(3);
    expect(new Set(emails).size).to.equal(emails.length);
    const field = popover.querySelector<HTMLInputElement>('[name=customer]')!;
    const submit = popover.querySelector<HTMLElement>('[type=submit]')!;
    field.value = 'nobody';
    submit.click();
    await until(() => popover.querySelector('.wrong'), 'why');
    await accessible(popover);
    field.value = emails[1]!.toUpperCase();
    submit.click();
    await until(() => list.element.customer === emails[1], 'the filter');
    await list.ready();
    expect(list.rows.length).to.be.greaterThan(0);
    expect(list.chosen).to.include(emails[1]);
    await list.clearFilters();
    await until(() => list.element.customer === null, 'no filter');
    expect(list.element.category).to.deep.equal([]);
  });

  it('filters by a payout, chosen from the last ones', async () => {
    await open();
    const popover = await list.filter('payout');
    const choices = await until(() => {
      const found = popover.querySelectorAll<HTMLElement>('.option');
      return found.length > 5 ? [...found] : null;
    }, 'the payouts');
    await accessible(popover);
    expect(choices[5]!.innerText).to.match(/2026 · \$[\d,]+\.\d\d$/);
    const amount = choices[5]!.innerText.split(' · ')[1]!;
    choices[5]!.click();
    popover.querySelector<HTMLElement>('[type=submit]')!.click();
    await until(() => list.element.payout?.startsWith('po_'), 'the filter');
    await until(() => list.chosen.includes(`Payout: ${amount}`), 'its amount');
  });

  it('leaves out what an attribute says that makes no sense', async () => {
    await open('category="payment nonsense" period="someday" from="2026-99-99" order="up"');
    expect(list.element.filters.categories).to.deep.equal(['payment']);
    expect(list.element.filters.period).to.equal(null);
    expect(list.rows.length).to.be.greaterThan(0);
  });

  it('walks the rows by keys, and one of them is reached by the tab key', async () => {
    await open();
    expect(list.all('.open[tabindex="0"]').length).to.equal(1);
    list.get('.open').focus();
    list.press('ArrowDown');
    await until(() => list.focusedRow === 1, 'the second row');
    list.press('ArrowUp');
    await until(() => list.focusedRow === 0, 'the first row');
    list.press('PageDown');
    await until(() => list.focusedRow === 10, 'the eleventh row');
    list.press('Home');
    await until(() => list.focusedRow === 0, 'the first row');
    expect(list.all('.open[tabindex="0"]').length).to.equal(1);
  });

  it('brings the last of a few rows into sight by a key', async () => {
    await open('category="refund"');
    const counted = () => Number(list.get('[role=table]').getAttribute('aria-rowcount'));
    await until(() => counted() > 0, 'their number');
    const last = counted() - 2;
    expect(last).to.be.within(3, 24);
    list.element.style.setProperty('margin-block-start', `${innerHeight}px`);
    list.get('.open').focus();
    list.press('End');
    await until(() => list.focusedRow === last, 'the last row');
    await until(
      () => list.rows[last]!.getBoundingClientRect().top < innerHeight - 20,
      'it in sight',
    );
    window.scrollTo(0, 0);
  });

  it('opens the details with fees that add up, and closes them by Escape', async () => {
    await open('category="payment"');
    list.get('.open').click();
    const drawer = await until(() => list.all('dialog[open]')[0], 'the details');
    await until(() => drawer.innerText.includes("Stripe's fee"), 'the fees');
    const figures = [...drawer.querySelectorAll('.pairs')][1]!.querySelectorAll('.money');
    const cents = [...figures].map((figure) =>
      Number(figure.textContent!.replace('−', '-').replace(/[^\d-]/g, '')),
    );
    const net = cents.at(-1)!;
    expect(cents.slice(0, -1).reduce((sum, each) => sum + each, 0)).to.equal(net);
    await accessible(drawer);
    (drawer as HTMLDialogElement).requestClose?.() ?? (drawer as HTMLDialogElement).close();
    await until(() => list.all('dialog[open]').length === 0, 'the drawer closed');
    await until(() => list.all('dialog .pairs').length === 0, 'the details gone');
  });

  it('opens Stripe’s own details beside ours, never within', async () => {
    await open('category="payment"');
    list.get('.open').click();
    const button = await until(() => list.all('dialog .foot .primary')[0], 'the way to Stripe');
    button.click();
    await until(() => list.all('dialog[open]').length === 0, 'our details closed');
    const stripe = await until(
      () => list.element.querySelector('express-payment-details'),
      'Stripe’s details',
    );
    expect(stripe.slot).to.equal('stripe');
    expect(stripe.getRootNode() === document).to.equal(true);
    expect(stripe.payment).to.match(/^(ch|py|pi)_/);
  });

  it('keeps the details closed where the host takes over', async () => {
    await open();
    let id = '';
    list.element.addEventListener('express-transaction-select', (event) => {
      event.preventDefault();
      id = event.id;
    });
    list.get('.open').click();
    expect(id).to.match(/^txn_/);
    await list.element.updateComplete;
    expect(list.all('dialog[open]').length).to.equal(0);
  });

  it('hands over a file in the seller’s words', async () => {
    await open('category="payout"');
    const saved: { name: string; text: Promise<string> }[] = [];
    const { createObjectURL } = URL;
    const blobs: Blob[] = [];
    URL.createObjectURL = (blob: Blob) => {
      blobs.push(blob);
      return createObjectURL.call(URL, blob);
    };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function save() {
      saved.push({ name: this.download, text: blobs.at(-1)!.text() });
    };
    try {
      list.get('[part=export]').click();
      await until(() => saved.length > 0, 'the file');
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
    expect(saved[0]?.name).to.equal('transactions-2026-11-24.csv');
    const [header, first] = (await saved[0]!.text).replace('\ufeff', '').split('\r\n');
    expect(header).to.match(/^Date \(New York time\),Type,Transaction,/);
    expect(first).to.contain(',Payouts,');
    expect(first).to.match(/,-\d+\.\d\d,/);
  });

  it('speaks the language around it, and follows it', async () => {
    await open();
    document.documentElement.lang = 'es';
    try {
      await until(() => list.text('h2') === 'Transacciones', 'Spanish');
      expect(list.get('.root').lang).to.equal('es');
      await accessible(list.element);
    } finally {
      document.documentElement.lang = 'en';
    }
    await until(() => list.text('h2') === 'Transactions', 'English');
  });
});
