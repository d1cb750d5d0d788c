import type { Row } from '@express-elements/contract';
import { expect } from 'chai';
import { formatMoney } from '../../../../packages/elements/src/format/index.ts';
import { accessible } from '../../support/axe.ts';
import { openHost, until, type TestHost } from '../../support/host.ts';
import { watchSaving, type Saving } from '../../support/saving.ts';
import { TransactionsHarness } from '../../support/transactions.ts';

describe('selecting rows of <express-transactions>', () => {
  let host: TestHost;
  let list: TransactionsHarness;
  let rows: readonly Row[];
  let saving: Saving | null = null;

  const open = async (attributes = '') => {
    list = await TransactionsHarness.open(host, attributes);
    await list.ready();
    const answer = await host.fetch(new Request(`${location.origin}/express/transactions`));
    rows = (await answer.json()).data;
  };
  const boxes = (): HTMLInputElement[] => list.all('.pick') as HTMLInputElement[];
  const checked = (): number[] =>
    boxes().flatMap((box) =>
      box.checked ? [Number(box.closest<HTMLElement>('.row')!.dataset['index'])] : [],
    );
  const key = (name: string, keys: KeyboardEventInit = {}): void => {
    const event = { key: name, bubbles: true, cancelable: true, composed: true, ...keys };
    list.focused?.dispatchEvent(new KeyboardEvent('keydown', event));
    list.focused?.dispatchEvent(new KeyboardEvent('keyup', event));
  };
  const click = (place: number, keys: MouseEventInit = {}): void => {
    boxes()[place]!.dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...keys }),
    );
  };
  const bar = (): string => (list.all('.chosen').length > 0 ? list.text('.chosen') : '');
  const chosen = (places: readonly number[]) =>
    until(() => checked().join() === places.join(), `the rows ${places.join()}`);
  const net = (places: readonly number[]): string =>
    formatMoney(
      places.reduce((sum, place) => sum + rows[place]!.net, 0),
      rows[0]!.currency,
      'en',
    );
  const said = (words: string) =>
    until(() => list.text('[role=status]') === words, `“${words}” said`);

  beforeEach(() => {
    host = openHost();
  });
  afterEach(async () => {
    saving?.end();
    saving = null;
    await host.close();
    window.scrollTo(0, 0);
  });

  it('is by the box over a row’s picture, and shows what they come to where the totals stand', async () => {
    await open();
    await until(() => list.text('.totals').includes('transactions'), 'sums');
    const place = list.rows[0]!.getBoundingClientRect().top;
    expect(boxes()[0]!.getAttribute('aria-label')).to.match(/^Select \w.*, \d+ Nov/);
    click(0);
    click(2);
    await chosen([0, 2]);
    await until(() => bar().includes('2 selected'), 'the bar');
    expect(bar()).to.contain(`Net ${net([0, 2])}`);
    expect(list.rows[0]!.getBoundingClientRect().top, 'nothing has moved').to.equal(place);
    await said(`2 selected, net ${net([0, 2])}`);
    await accessible(list.element);
    click(2);
    await chosen([0]);
    list.get('.chosen .quiet').click();
    await chosen([]);
    expect(list.all('.chosen').length).to.equal(0);
    await said('Nothing is selected');
  });

  it('takes a range with Shift, and a box in it stays as it is', async () => {
    await open();
    click(1);
    click(4, { shiftKey: true });
    await chosen([1, 2, 3, 4]);
    click(3, { shiftKey: true });
    await chosen([1, 2, 3]);
    expect(boxes()[3]!.checked).to.equal(true);
  });

  it('is by keys alone: Space, Shift and arrows, all, Escape; Enter still opens', async () => {
    await open();
    list.get('.open').focus();
    key(' ');
    await chosen([0]);
    expect(list.all('dialog[open]').length, 'Space opens nothing').to.equal(0);
    expect(
      list.get('.open').ariaDescription ?? list.get('.open').getAttribute('aria-description'),
    ).to.equal('Selected');
    key('ArrowDown', { shiftKey: true });
    await until(() => list.focusedRow === 1, 'the second row');
    key('ArrowDown', { shiftKey: true });
    await chosen([0, 1, 2]);
    await until(() => list.focusedRow === 2, 'the third row');
    key('ArrowUp', { shiftKey: true });
    await chosen([0, 1]);
    await said(`2 selected, net ${net([0, 1])}`);
    await until(() => list.focusedRow === 1, 'the second row');
    key('ArrowDown');
    await until(() => list.focusedRow === 2, 'the third row');
    await chosen([0, 1]);
    key('ArrowDown');
    await until(() => list.focusedRow === 3, 'the fourth row');
    key(' ', { shiftKey: true });
    await chosen([0, 1, 2, 3]);
    key('a', { ctrlKey: true });
    await until(() => bar().includes('50 selected'), 'all that are loaded');
    key('Escape');
    await chosen([]);
    await said('Nothing is selected');
    expect(list.focusedRow).to.equal(3);
  });

  it('selects all that are loaded by a button, and says how many those are', async () => {
    await open();
    click(0);
    await until(() => list.all('.chosen').length === 1, 'the bar');
    const all = list.all('.chosen .link').find((link) => link.innerText.includes('50'))!;
    expect(all.innerText).to.equal('Select all 50 loaded');
    all.click();
    await until(() => bar().includes('50 selected'), 'all');
    expect(bar()).to.contain(net(rows.map((_, place) => place)));
    expect(bar()).not.to.contain('loaded');
  });

  it('stays while rows come, change and scroll, and shows what they come to by then', async () => {
    await open();
    click(0);
    await chosen([0]);
    await host.sandbox.takePayment(host.signIn.account, { amount: 12_345, description: 'Order 9' });
    await list.element.refresh();
    await until(() => list.rows[0]!.innerText.includes('$123.45'), 'the payment');
    await chosen([1]);
    await until(() => bar().includes('1 selected'), 'the bar');
    expect(bar()).to.contain(net([0]));
    // A range goes on from the row, not from where it stood.
    list.rows[2]!.querySelector<HTMLElement>('.open')!.focus();
    key(' ', { shiftKey: true });
    await chosen([1, 2]);
    window.scrollTo(0, 1_800);
    await until(() => list.rows.every((row) => Number(row.dataset['index']) > 5), 'further down');
    expect(list.get('.chosen').getBoundingClientRect().top, 'the bar is in sight').to.equal(0);
    window.scrollTo(0, 0);
    await chosen([1, 2]);
  });

  it('is of one list: other filters end it, another order does not', async () => {
    await open();
    click(0);
    await chosen([0]);
    const id = list.rows[0]!.dataset['id'];
    list.element.order = 'asc';
    await until(() => list.rows[0]!.dataset['id'] !== id, 'the other order');
    await list.ready();
    await until(() => bar().includes('1 selected'), 'the bar');
    list.element.status = 'available';
    await until(() => list.all('.chosen').length === 0, 'no bar');
    await list.ready();
    expect(checked()).to.deep.equal([]);
  });

  it('copies the rows as a table, as they are shown', async () => {
    await open('columns="date description net amount" category="payment"');
    const row = (
      await (
        await host.fetch(new Request(`${location.origin}/express/transactions?category[]=payment`))
      ).json()
    ).data[0] as Row;
    list.get('.open').focus();
    key(' ');
    await until(() => list.all('.chosen').length === 1, 'the bar');
    const items: ClipboardItem[] = [];
    const { clipboard } = navigator;
    clipboard.write = async (written) => void items.push(...written);
    list
      .all('.chosen .link')
      .find((link) => link.innerText === 'Copy')!
      .click();
    await said('Copied');
    Reflect.deleteProperty(clipboard, 'write');
    const text = async (type: string) => (await items[0]!.getType(type)).text();
    const [header, first, ...rest] = (await text('text/plain'))
      .split('\n')
      .map((line) => line.split('\t'));
    expect(rest).to.deep.equal([]);
    expect(header).to.deep.equal([
      'Date (New York time)',
      'Transaction',
      'Currency',
      'Net',
      'Amount',
    ]);
    expect(first?.slice(2)).to.deep.equal([
      'USD',
      (row.net / 100).toFixed(2),
      (row.amount / 100).toFixed(2),
    ]);
    const page = new DOMParser().parseFromString(await text('text/html'), 'text/html');
    const cells = [...page.querySelectorAll('th, td')].map((cell) => cell.textContent);
    expect(cells).to.deep.equal([...(header ?? []), ...(first ?? [])]);
    expect(list.text('.chosen')).to.contain('Copied');
  });

  it('copies by the keys that copy, unless some text is selected', async () => {
    await open();
    list.get('.open').focus();
    key(' ');
    await until(() => list.all('.chosen').length === 1, 'the bar');
    const copy = (): boolean => {
      const clipboardData = new DataTransfer();
      const options = { clipboardData, bubbles: true, composed: true, cancelable: true };
      return !list.focused!.dispatchEvent(new ClipboardEvent('copy', options));
    };
    expect(copy()).to.equal(true);
    await said('Copied');
    const words = document.createElement('p');
    words.textContent = 'Some text';
    document.body.append(words);
    document.getSelection()?.selectAllChildren(words);
    expect(copy()).to.equal(false);
    words.remove();
    key('Escape');
    await chosen([]);
    expect(copy()).to.equal(false);
  });

  it('says that copying is not allowed where it is not', async () => {
    await open();
    click(0);
    await until(() => list.all('.chosen').length === 1, 'the bar');
    const { clipboard } = navigator;
    clipboard.write = () => Promise.reject(new DOMException('No.', 'NotAllowedError'));
    try {
      list
        .all('.chosen .link')
        .find((link) => link.innerText === 'Copy')!
        .click();
      await until(() => bar().includes('Copying is not allowed here'), 'why');
    } finally {
      Reflect.deleteProperty(clipboard, 'write');
    }
    await accessible(list.element);
  });

  it('exports just them, in the same words as the whole', async () => {
    await open('category="payment"');
    saving = watchSaving();
    list.get('[part=export]').click();
    const whole = await saving.next();
    const lines = whole.text.split('\r\n');
    click(0);
    click(2);
    await until(() => list.all('.chosen').length === 1, 'the bar');
    list
      .all('.chosen .link')
      .find((link) => link.innerText === 'Export')!
      .click();
    const file = await saving.next();
    expect(file.name).to.equal('transactions-2026-11-24.csv');
    expect(file.text.split('\r\n')).to.deep.equal([lines[0], lines[1], lines[3], '']);
  });

  it('is not there in a short list, nor where the host leaves it out', async () => {
    await open('limit="5"');
    expect(boxes().length).to.equal(0);
    list.element.remove();
    await open('without-selection');
    expect(boxes().length).to.equal(0);
    list.get('.open').focus();
    key('a', { ctrlKey: true });
    await list.element.updateComplete;
    expect(list.all('.chosen').length).to.equal(0);
  });

  it('lies over the headings where there are no totals, and moves nothing', async () => {
    await open('without-summary');
    const place = list.rows[0]!.getBoundingClientRect().top;
    click(0);
    await until(() => list.all('.chosen').length === 1, 'the bar');
    expect(list.rows[0]!.getBoundingClientRect().top).to.equal(place);
    await accessible(list.element);
  });

  it('is as cheap as a box a row', async () => {
    await open();
    const nodes = (root: Node): number => {
      let count = 1;
      for (const child of root.childNodes) count += nodes(child);
      return count;
    };
    expect(nodes(list.rows[0]!)).to.be.lessThan(50);
    click(0);
    window.scrollTo(0, 1_200);
    await until(() => list.rows.some((row) => Number(row.dataset['index']) > 20), 'further down');
    expect(nodes(list.element.shadowRoot!)).to.be.lessThan(1_500);
  });
});
