import { expect } from 'chai';
import type { ExpressEarnings } from '@express-elements/elements/express-earnings/element';
import '@express-elements/elements/express-earnings';
import { formatMoney, formatPercent } from '../../../../packages/elements/src/format/index.ts';
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
  const pick = (selector: string, value: string) => {
    const select = root().querySelector<HTMLSelectElement>(selector)!;
    select.value = value;
    select.dispatchEvent(new Event('change'));
  };
  const intervals = () =>
    [...root().querySelectorAll<HTMLInputElement>('input[name=interval]')].map(
      ({ value }) => value,
    );
  const isBusy = () => get('.card').getAttribute('aria-busy') === 'true';
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
    expect(text('.tools')).to.contain('New York time');
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

  it('draws a line in place of bars', async () => {
    const painted = () => {
      const { width, height } = root().querySelector('canvas')!;
      const context = root().querySelector('canvas')!.getContext('2d')!;
      return context
        .getImageData(0, 0, width, height)
        .data.filter((value, at) => at % 4 === 3 && value > 0).length;
    };
    /** Once nothing grows any more. */
    const still = async () => {
      let [last, same] = [-1, 0];
      await until(() => {
        const now = painted();
        same = now === last ? same + 1 : 0;
        last = now;
        return same > 5;
      }, 'the end of what moves');
      return last;
    };
    await open();
    await until(isDrawn, 'the bars');
    const bars = await still();
    chart.type = 'line';
    await chart.updateComplete;
    expect(await still()).to.be.lessThan(bars);
    press('End');
    await chart.updateComplete;
    expect(text('.tip')).to.contain('Tuesday, 24 November');
  });

  it('saves its table as a file, in the seller’s words and numbers', async () => {
    const saved: { name: string; blob: Blob }[] = [];
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    URL.createObjectURL = (blob: Blob) => {
      saved.push({ name: '', blob });
      return 'blob:none';
    };
    HTMLAnchorElement.prototype.click = function save(this: HTMLAnchorElement) {
      saved.at(-1)!.name = this.download;
    };
    try {
      await open('range="7d"');
      get('[data-save]').click();
      await until(() => saved[0]?.name, 'the file');
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
    expect(saved[0]!.name).to.equal('earnings-2026-11-18-2026-11-24.csv');
    const lines = (await saved[0]!.blob.text()).trim().split('\r\n');
    const earnings = await answer(lastQuestion());
    expect(lines.length).to.equal(9);
    expect(lines[0]).to.equal(
      'Period (New York time),Currency,Gross,Refunds,Disputes,Fees,Net,Payments,Before',
    );
    for (const [index, point] of earnings.points.entries()) {
      const fields = lines[index + 1]!.replace(/"[^"]*"/, 'name').split(',');
      expect(fields[6]).to.equal((point.values.net / 100).toFixed(2));
      expect(fields[7]).to.equal(String(point.values.count));
    }
    expect(lines[7]).to.match(/^"24 Nov 2026, so far",USD,/);
    expect(lines[8]).to.match(/^Total,USD,/);
    expect(lines[8]).to.contain((earnings.totals.net / 100).toFixed(2));
  });

  it('offers the periods and intervals that make sense, and tells what was chosen', async () => {
    await open();
    const said: unknown[] = [];
    chart.addEventListener('express-earnings-change', (event) => said.push(event.choice));
    choose('range', '12m');
    await until(() => lastQuestion().includes('interval=month'), 'months');
    await until(() => chart.matches(':state(ready)'), 'figures');
    expect(chart.range).to.equal('12m');
    expect(said).to.deep.equal([
      {
        range: '12m',
        from: null,
        to: null,
        interval: null,
        currency: null,
        view: 'chart',
        compare: 'previous',
      },
    ]);
    expect(intervals()).to.deep.equal(['week', 'month']);
  });

  it('has month, quarter and year to date, and compares each with as much of the one before', async () => {
    await open();
    for (const [range, asked] of [
      ['mtd', 'month'],
      ['qtd', 'quarter'],
      ['ytd', 'year'],
    ] as const) {
      pick('.more', range);
      await until(() => lastQuestion().includes(`compare=${asked}`), range);
      await until(() => chart.matches(':state(ready)') && !isBusy(), 'figures');
      const earnings = await answer(lastQuestion());
      expect(text('.figure')).to.equal(formatMoney(earnings.totals.net, 'usd', 'en'));
      expect(root().querySelector('input[name=range]:checked')).to.equal(null);
      expect(get('.delta').title).to.contain(formatMoney(earnings.compare.totals.net, 'usd', 'en'));
    }
    expect(text('.than')).to.equal('on the same days last year');
    await accessible(chart);
    choose('range', '7d');
    await chart.updateComplete;
    expect(root().querySelector<HTMLSelectElement>('.more')!.value).to.equal('');
  });

  it('has everything since the first payment, with intervals for as long as that is', async () => {
    await open('range="all"');
    const earnings = await answer(lastQuestion());
    expect(new URLSearchParams(lastQuestion()).has('from')).to.equal(false);
    expect(earnings.compare).to.equal(null);
    expect(get('.delta')).to.equal(null);
    expect(text('.figure')).to.equal(formatMoney(earnings.totals.net, 'usd', 'en'));
    const days = (earnings.to - earnings.from) / 86_400;
    await until(() => intervals().includes(days > 100 ? 'week' : 'day'), 'intervals');
  });

  it('has two dates, which begin with what was shown, and asks for nothing that cannot be', async () => {
    await open('range="7d"');
    pick('.more', 'custom');
    await chart.updateComplete;
    const [first, last] = root().querySelectorAll<HTMLInputElement>('.days input');
    expect([first!.value, last!.value]).to.deep.equal(['2026-11-18', '2026-11-24']);
    await accessible(chart);
    const write = async (input: HTMLInputElement, day: string) => {
      input.value = day;
      input.dispatchEvent(new Event('change'));
      await chart.updateComplete;
    };
    const asked = host.count('GET', '/earnings');
    await write(last!, '2027-02-01');
    await write(last!, '');
    expect([chart.from, chart.to]).to.deep.equal(['2026-11-18', '2026-11-24']);
    expect(host.count('GET', '/earnings')).to.equal(asked);
    // A last day before the first takes the first along.
    await write(last!, '2026-11-03');
    expect([chart.from, chart.to]).to.deep.equal(['2026-11-03', '2026-11-03']);
    await until(() => lastQuestion().includes('interval=hour'), 'hours of the day');
    await until(() => !isBusy(), 'figures');
    expect((await answer(lastQuestion())).points.length).to.equal(24);
    expect(intervals()).to.deep.equal([]);
  });

  it('compares with the time before or with the year before, as the seller likes', async () => {
    await open();
    const words = () => {
      const choice = get('select.than');
      if (!(choice instanceof HTMLSelectElement)) throw new Error('It is no choice.');
      return choice.selectedOptions[0]?.text ?? '';
    };
    expect(words()).to.contain('on the 4 weeks before');
    const before = get('.delta').title;
    pick('select.than', 'year');
    await until(() => lastQuestion().includes('compare=year'), 'the question');
    await until(() => !isBusy(), 'figures');
    const earnings = await answer(lastQuestion());
    const share = (earnings.totals.net - earnings.compare.totals.net) / earnings.compare.totals.net;
    expect(get('.delta').title).to.contain(formatPercent(Math.abs(share), 'en'));
    expect(get('.delta').title).to.contain(share > 0 ? 'Up ' : 'Down ');
    expect(get('.delta').title).to.contain('a year before');
    expect(get('.delta').title).to.contain('2025');
    expect(get('.delta').title).to.not.equal(before);
    expect(chart.compare).to.equal('year');
  });

  it('says so where nothing is known that far back', async () => {
    host.answer = async (request, real) => {
      const response = await real();
      if (!request.url.includes('/earnings')) return response;
      const { headers } = response;
      return Response.json({ ...(await response.json()), compare: null }, { headers });
    };
    await open();
    expect(get('.delta')).to.equal(null);
    expect(text('.heading')).to.contain('Not known that far back');
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
    pick('select.currency', 'gbp');
    await until(() => text('.figure').includes('£'), 'pounds');
    expect(text('h2')).to.equal('Net volume · GBP');
    await accessible(chart);
  });
});
