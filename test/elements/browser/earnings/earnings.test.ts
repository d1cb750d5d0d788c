import { expect } from 'chai';
import type { ExpressEarnings } from '@express-elements/elements/express-earnings/element';
import '@express-elements/elements/express-earnings';
import { formatMoney } from '../../../../packages/elements/src/format/index.ts';
import { accessible } from '../../support/axe.ts';
import { openHost, the, until, type TestHost } from '../../support/host.ts';

describe('<express-earnings>', () => {
  let host: TestHost;
  let chart: ExpressEarnings;
  const root = () => chart.shadowRoot!;
  const get = (selector: string) => root().querySelector<HTMLElement>(selector)!;
  const text = (selector: string) => get(selector)?.innerText.replace(/\s+/g, ' ').trim() ?? '';

  const open = async (attributes = '') => {
    await host.provider(`<express-earnings ${attributes}></express-earnings>`);
    chart = the('express-earnings');
    await until(() => chart.matches(':state(ready)'), 'figures');
  };
  const answer = async (query: string) =>
    (await host.fetch(new Request(`${location.origin}/express/earnings?${query}`))).json();
  const lastQuestion = () => host.queries('/earnings').at(-1)!;
  const choose = (name: string, value: string) =>
    root().querySelector<HTMLInputElement>(`input[name=${name}][value="${value}"]`)!.click();
  const press = (key: string) =>
    get('.plot').dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  /** Whether anything but nothing is painted. */
  const isDrawn = () => {
    const canvas = root().querySelector('canvas');
    if (!canvas?.width) return false;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return data.some((channel) => channel !== 0);
  };

  beforeEach(() => {
    host = openHost();
  });
  afterEach(() => host.close());

  it('shows the net volume of the last four weeks as the endpoint adds it up', async () => {
    await open();
    const earnings = await answer(lastQuestion());
    expect(text('.figure')).to.equal(formatMoney(earnings.totals.net, 'usd', 'en'));
    expect(text('.legend')).to.contain(formatMoney(earnings.totals.gross, 'usd', 'en'));
    expect(text('.legend')).to.contain('New York time');
    expect(earnings.points.length).to.equal(28);
    await until(isDrawn, 'the drawing');
    await accessible(chart);
  });

  it('reads the points by arrow keys', async () => {
    await open();
    await until(isDrawn, 'the drawing');
    const plot = get('.plot');
    plot.focus();
    press('Home');
    await chart.updateComplete;
    expect(plot.getAttribute('aria-valuenow')).to.equal('0');
    expect(plot.getAttribute('aria-valuetext')).to.match(/^Wednesday, 28 October: net /);
    expect(text('.tip')).to.contain('Wednesday, 28 October');
    press('End');
    await chart.updateComplete;
    expect(plot.getAttribute('aria-valuetext')).to.match(/^Tuesday, 24 November, so far: net /);
    await accessible(chart);
    press('Escape');
    await chart.updateComplete;
    expect(get('.tip')).to.equal(null);
  });

  it('reads the point under a pointer', async () => {
    await open();
    await until(isDrawn, 'the drawing');
    const { left, top, width } = get('canvas').getBoundingClientRect();
    get('.plot').dispatchEvent(
      new PointerEvent('pointermove', { clientX: left + width / 3, clientY: top + 20 }),
    );
    await chart.updateComplete;
    expect(text('.tip')).to.contain('Net $');
    get('.plot').dispatchEvent(new PointerEvent('pointerleave'));
    await chart.updateComplete;
    expect(get('.tip')).to.equal(null);
  });

  it('has the same figures as a table', async () => {
    await open('view="table" range="7d"');
    const earnings = await answer(lastQuestion());
    const rows = [...root().querySelectorAll('tbody tr')];
    expect(rows.length).to.equal(7);
    for (const [index, row] of rows.entries()) {
      const net = earnings.points[index].values.net;
      expect(row.querySelector('.strong')!.textContent!.trim()).to.equal(
        formatMoney(net, 'usd', 'en'),
      );
    }
    expect(text('tfoot .strong')).to.equal(formatMoney(earnings.totals.net, 'usd', 'en'));
    await accessible(chart);
  });

  it('offers the periods and intervals that make sense, and tells what was chosen', async () => {
    await open();
    const said: unknown[] = [];
    chart.addEventListener('express-earnings-change', (event) => said.push(event.choice));
    choose('range', '12m');
    await until(() => lastQuestion().includes('interval=month'), 'months');
    await until(() => chart.matches(':state(ready)'), 'figures');
    expect(chart.range).to.equal('12m');
    expect(said).to.deep.equal([{ range: '12m', interval: null, currency: null, view: 'chart' }]);
    const names = [...root().querySelectorAll<HTMLInputElement>('input[name=interval]')];
    expect(names.map(({ value }) => value)).to.deep.equal(['week', 'month']);
  });

  it('keeps the figures standing while others are on their way', async () => {
    await open();
    const before = text('.figure');
    choose('range', '7d');
    await chart.updateComplete;
    expect(text('.figure')).to.equal(before);
    expect(get('.card').getAttribute('aria-busy')).to.equal('true');
    await until(() => text('.figure') !== before, 'the new total');
  });

  it('says that there is nothing, and that it failed', async () => {
    const none = { gross: 0, refunds: 0, disputes: 0, fees: 0, net: 0, count: 0 };
    let failing = false;
    host.answer = async (request, real) => {
      const response = await real();
      if (!request.url.includes('/earnings')) return response;
      if (failing)
        return Response.json(
          {
            error: { type: 'permission', code: 'not_allowed', message: '', request_id: 'req_1' },
          },
          { status: 403 },
        );
      const earnings = await response.json();
      return Response.json(
        {
          ...earnings,
          totals: none,
          compare: null,
          points: earnings.points.map((point: object) => ({ ...point, values: none })),
        },
        { headers: response.headers },
      );
    };
    await host.provider('<express-earnings></express-earnings>');
    chart = the('express-earnings');
    await until(() => chart.matches(':state(empty)'), 'nothing');
    expect(text('.state')).to.contain('No earnings in this period');
    await accessible(chart);
    failing = true;
    choose('range', '7d');
    await until(() => chart.matches(':state(error)'), 'the failure');
  });

  it('shows one currency at a time, and lets the seller choose', async () => {
    await host.close();
    host = openHost({ country: 'DE' });
    await open();
    expect(text('.figure')).to.contain('€');
    const select = root().querySelector<HTMLSelectElement>('select.currency')!;
    select.value = 'gbp';
    select.dispatchEvent(new Event('change'));
    await until(() => text('.figure').includes('£'), 'pounds');
    expect(text('h2')).to.equal('Net volume · GBP');
    await accessible(chart);
  });
});
