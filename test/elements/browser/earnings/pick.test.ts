import { expect } from 'chai';
import type { Earnings } from '@express-elements/contract';
import type {
  EarningsRows,
  ExpressEarnings,
} from '@express-elements/elements/express-earnings/element';
import '@express-elements/elements/express-earnings';
import '@express-elements/elements/express-transactions';
import { formatMoney } from '../../../../packages/elements/src/format/index.ts';
import { accessible } from '../../support/axe.ts';
import { openHost, the, until, type TestHost } from '../../support/host.ts';

describe('picking bars of <express-earnings>', () => {
  let host: TestHost;
  let chart: ExpressEarnings;
  let told: (EarningsRows | null)[];
  let earnings: Earnings;
  const root = () => chart.shadowRoot!;
  const plot = () => root().querySelector<HTMLElement>('.plot')!;
  const foot = () => root().querySelector<HTMLElement>('.foot')!;
  const words = (element: HTMLElement) => element.innerText.replace(/\s+/g, ' ').trim();
  const button = (name: RegExp) =>
    [...foot().querySelectorAll('button')].find((each) => name.test(words(each)));

  const open = async (attributes = 'range="7d"', beside = '') => {
    await host.provider(`<express-earnings ${attributes}></express-earnings>${beside}`);
    chart = the('express-earnings');
    told = [];
    chart.addEventListener('express-range-select', (event) => told.push(event.rows));
    await until(() => chart.matches(':state(ready)'), 'figures');
    const query = host.queries('/earnings').at(-1)!;
    const answer = await host.fetch(new Request(`${location.origin}/express/earnings?${query}`));
    earnings = (await answer.json()) as Earnings;
    await until(() => point('pointermove', 0) && chart.shadowRoot!.querySelector('.tip'), 'bars');
  };
  /** A pointer over the middle of a bar: the axis of amounts stands at the end. */
  const point = (type: string, place: number, init: PointerEventInit = {}) => {
    const { left, top, width } = plot().querySelector('canvas')!.getBoundingClientRect();
    const step = (width - 52) / bars();
    return plot().dispatchEvent(
      new PointerEvent(type, {
        clientX: left + step * (place + 0.5),
        clientY: top + 40,
        pointerId: 1,
        isPrimary: true,
        bubbles: true,
        ...init,
      }),
    );
  };
  /** How much of the canvas is painted at all. */
  const painted = () => {
    const canvas = plot().querySelector('canvas')!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, at) => at % 4 === 3 && value > 0).length;
  };
  const bars = () => Number(plot().getAttribute('aria-valuemax')) + 1;
  const press = async (key: string, init: KeyboardEventInit = {}) => {
    plot().dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }),
    );
    await chart.updateComplete;
    return plot().getAttribute('aria-valuetext')!.replace(/\s/g, ' ');
  };
  const net = (first: number, last: number) =>
    earnings.points.slice(first, last + 1).reduce((sum, { values }) => sum + (values?.net ?? 0), 0);
  const count = (first: number, last: number) =>
    earnings.points
      .slice(first, last + 1)
      .reduce((sum, { values }) => sum + (values?.count ?? 0), 0);

  beforeEach(() => {
    host = openHost();
    // A pointer that was not pressed by a hand cannot be captured.
    Element.prototype.setPointerCapture = () => undefined;
  });
  afterEach(() => host.close());

  it('a click picks a bar, tells so, and says what it is; another lets go', async () => {
    await open();
    point('pointerdown', 4);
    point('pointerup', 4);
    await chart.updateComplete;
    const { start, end } = earnings.points[4]!;
    expect(told).to.deep.equal([
      { from: start, to: end, currency: 'usd', net: net(4, 4), count: count(4, 4) },
    ]);
    expect(words(foot())).to.contain(formatMoney(net(4, 4), 'usd', 'en'));
    expect(words(foot())).to.contain('Sun, 22 Nov');
    // Nobody on this page shows rows.
    expect(button(/Show/)).to.equal(undefined);
    await accessible(chart);
    const picked = painted();
    point('pointerdown', 4);
    point('pointerup', 4);
    await chart.updateComplete;
    expect(told.at(-1)).to.equal(null);
    // What is drawn behind what was picked is gone.
    expect(painted()).to.be.lessThan(picked);
    expect(words(foot())).to.contain('Gross');
  });

  it('dragging picks all between, in either direction, and tells once it is done', async () => {
    await open();
    point('pointerdown', 5);
    for (const place of [4, 3, 2]) point('pointermove', place);
    expect(told).to.deep.equal([]);
    await chart.updateComplete;
    expect(words(foot())).to.contain(formatMoney(net(2, 5), 'usd', 'en'));
    point('pointerup', 2);
    expect(told.length).to.equal(1);
    expect(told[0]).to.include({ net: net(2, 5), count: count(2, 5) });
    point('pointerdown', 6, { shiftKey: true });
    point('pointerup', 6);
    expect(told[1]).to.include({ net: net(5, 6) });
    // A finger that goes on to scroll the page has picked nothing.
    point('pointerdown', 1);
    point('pointercancel', 1);
    await chart.updateComplete;
    expect(words(foot())).to.contain('Gross');
  });

  it('by keys: Shift and arrows pick, Enter tells, Escape lets go; each step is said', async () => {
    await open();
    plot().focus();
    expect(await press('End')).to.match(/^Tuesday, 24 November, so far: net /);
    expect(await press('ArrowLeft')).to.match(/^Monday, 23 November: net /);
    const [three, four] = [
      formatMoney(net(3, 5), 'usd', 'en'),
      formatMoney(net(4, 5), 'usd', 'en'),
    ];
    expect(await press('ArrowLeft', { shiftKey: true })).to.equal(
      `Picked 22–23 Nov 2026: net ${four}, ${count(4, 5)} transactions`,
    );
    expect(await press('ArrowLeft', { shiftKey: true })).to.equal(
      `Picked 21–23 Nov 2026: net ${three}, ${count(3, 5)} transactions`,
    );
    expect(told).to.deep.equal([]);
    await press('Enter');
    expect(told.length).to.equal(1);
    expect(told[0]).to.include({ net: net(3, 5), count: count(3, 5) });
    await accessible(chart);
    expect(await press('Escape')).to.match(/^Saturday, 21 November: net /);
    expect(told.at(-1)).to.equal(null);
    // Enter alone takes the bar that is read; an arrow alone lets go.
    await press('Enter');
    expect(told.at(-1)).to.include({ net: net(3, 3) });
    await press('ArrowRight');
    expect(told.at(-1)).to.equal(null);
  });

  it('mirrors the keys from right to left', async () => {
    await open();
    chart.dir = 'rtl';
    chart.requestUpdate();
    await chart.updateComplete;
    await press('End');
    await press('ArrowRight', { shiftKey: true });
    await press('Enter');
    expect(told.at(-1)).to.include({ net: net(5, 6) });
  });

  it('leads a list of the same page to just these rows, which add up to the bars', async () => {
    await open('range="7d"', '<express-transactions></express-transactions>');
    const list = the('express-transactions');
    await until(() => list.matches(':state(ready)'), 'the list');
    point('pointerdown', 3);
    point('pointermove', 5);
    point('pointerup', 5);
    await chart.updateComplete;
    const show = button(/Show/)!;
    expect(words(show)).to.equal(`Show ${count(3, 5)} transactions`);
    await accessible(chart);
    show.click();
    await until(() => list.netVolume, 'the filter');
    expect([list.from, list.to, list.currency]).to.deep.equal(['2026-11-21', '2026-11-23', 'usd']);
    await until(
      () =>
        list
          .shadowRoot!.querySelector<HTMLElement>('.totals')
          ?.innerText.includes(formatMoney(net(3, 5), 'usd', 'en')),
      'the same sum',
    );
  });

  it('leads to the rows of hours, and by Enter a second time', async () => {
    await open(
      'range="custom" from="2026-11-23" to="2026-11-23"',
      '<express-transactions></express-transactions>',
    );
    const list = the('express-transactions');
    await until(() => list.matches(':state(ready)'), 'the list');
    const busy = earnings.points.findIndex(({ values }) => (values?.count ?? 0) > 0);
    await press('Home');
    for (let place = 0; place < busy; place += 1) await press('ArrowRight');
    await press('Enter');
    expect(list.netVolume).to.equal(false);
    await press('Enter');
    await until(() => list.netVolume, 'the filter');
    expect(Date.parse(list.from!) / 1000).to.equal(earnings.points[busy]!.start);
    await until(
      () =>
        list
          .shadowRoot!.querySelector<HTMLElement>('.totals')
          ?.innerText.includes(formatMoney(net(busy, busy), 'usd', 'en')),
      'the same sum',
    );
  });

  it('lets go when another chart is chosen, and by its own button, which leaves the focus there', async () => {
    await open();
    await press('Enter');
    await until(() => button(/Clear/), 'what was picked');
    button(/Clear/)!.click();
    await chart.updateComplete;
    expect(root().activeElement).to.equal(plot());
    await press('Enter');
    chart.range = '4w';
    await chart.updateComplete;
    expect(words(foot())).to.contain('Gross');
  });
});
