/** Each figure says what it is: by pointer and by keyboard, to the eye and to a screen reader. */
import { expect } from 'chai';
import '@express-elements/elements/express-balance';
import '@express-elements/elements/express-earnings';
import '@express-elements/elements/express-transactions';
import type {
  ExpressRowsAskEvent,
  ExpressRowsOpenEvent,
} from '../../../packages/elements/src/events/rows.ts';
import { accessible } from '../support/axe.ts';
import { openHost, textOf, the, until, type TestHost } from '../support/host.ts';

describe('what a figure is', () => {
  let host: TestHost;
  beforeEach(() => {
    host = openHost();
  });
  afterEach(() => host.close());

  const open = async (more = '') => {
    await host.provider(`<express-balance view="summary"></express-balance>${more}`);
    const element = the('express-balance');
    await until(() => element.matches(':state(ready)'), 'the balance');
    return element;
  };
  const mark = (element: Element, label: string) =>
    element.shadowRoot!.querySelector<HTMLButtonElement>(`[aria-label="What is “${label}”?"]`)!;
  const popover = (element: Element) =>
    element.shadowRoot!.querySelector<HTMLElement>('[part="explanation"]:popover-open');
  const explain = async (element: Element, label: string) => {
    mark(element, label).focus();
    mark(element, label).click();
    return until(() => popover(element), 'the explanation');
  };

  it('has a named mark beside total, on the way, available soon and next payout', async () => {
    const element = await open();
    const names = [...element.shadowRoot!.querySelectorAll('.cell [part="explain"]')].map((each) =>
      each.getAttribute('aria-label'),
    );
    expect(names).to.deep.equal([
      'What is “Total balance”?',
      'What is “On the way to your bank”?',
      'What is “Available soon”?',
      'What is “Next payout”?',
    ]);
    // The marks are as high as the lines they stand in.
    const [total] = element.shadowRoot!.querySelectorAll<HTMLElement>('dt.label');
    const height = total!.offsetHeight;
    total!.querySelector<HTMLElement>('.what')!.hidden = true;
    // WebKit counts part of a pixel of the mark's inline box.
    expect(total!.offsetHeight).to.be.within(height - 1, height);
  });

  it('says what counts and what does not, and closes by Escape with the focus back on the mark', async () => {
    const element = await open();
    const shown = await explain(element, 'Total balance');
    await until(() => element.shadowRoot?.activeElement?.localName === 'h3', 'the focus');
    expect(shown.getAttribute('role')).to.equal('dialog');
    const figure = element
      .shadowRoot!.querySelector('.cell.first .figure')!
      .getBoundingClientRect();
    const beside = () => shown.getBoundingClientRect().top >= figure.bottom;
    await until(beside, 'it to stand below the figure, which stays to be read');
    const ids = [shown.getAttribute('aria-labelledby'), shown.getAttribute('aria-describedby')];
    const [name, words] = ids.map((id) => textOf(element.shadowRoot!.getElementById(id!)!));
    expect(name).to.equal('Total balance');
    expect(words).to.match(/^What you have at Stripe: .* What is on the way to your bank has left/);
    await accessible(element);
    shown.hidePopover();
    await until(() => !popover(element), 'it to be gone');
    await until(
      () => element.shadowRoot?.activeElement === mark(element, 'Total balance'),
      'focus',
    );
  });

  it('goes from one figure to the next, and is closed by its own mark', async () => {
    const element = await open();
    await explain(element, 'Total balance');
    popover(element)!.hidePopover();
    const shown = await explain(element, 'Available soon');
    await until(() => textOf(shown).includes('Available soon'), 'the other');
    expect(mark(element, 'Available soon').getAttribute('popovertarget')).to.equal(shown.id);
    mark(element, 'Available soon').click();
    await until(() => !popover(element), 'it to be gone');
    await until(
      () => !mark(element, 'Available soon').hasAttribute('popovertarget'),
      'a fresh mark',
    );
    const button = await explain(element, 'Available soon');
    button.querySelector<HTMLElement>('[aria-label="Close"]')!.click();
    await until(() => !popover(element), 'it to be gone again');
  });

  it('lists the days on which money becomes available, which add up to the figure', async () => {
    const element = await open();
    const shown = await explain(element, 'Available soon');
    await until(() => shown.querySelector('dl'), 'the days');
    const cents = (text: string) => Number(text.replace('−', '-').replace(/[^\d-]/g, ''));
    const days = [...shown.querySelectorAll('dd')].map((each) => cents(textOf(each)));
    const figure = element.shadowRoot!.querySelector('[part~="soon"] .figure')!;
    expect(days.reduce((sum, amount) => sum + amount, 0)).to.equal(cents(textOf(figure)));
  });

  it('has no link where nobody shows the rows', async () => {
    const element = await open();
    const asked: ExpressRowsAskEvent[] = [];
    element.addEventListener('express-rows-ask', (event) => asked.push(event));
    const shown = await explain(element, 'Total balance');
    await until(() => shown.querySelector('h3'), 'its words');
    expect(asked.map(({ account }) => account)).to.deep.equal([host.signIn.account]);
    expect(asked[0]?.rows).to.deep.equal({ currency: 'usd', balanceType: ['payments'] });
    expect(shown.querySelector('.link') === null).to.equal(true);
  });

  it('leads to the rows in the list of the same page, and to a host that takes them', async () => {
    const element = await open('<express-transactions></express-transactions>');
    const list = the('express-transactions');
    await until(() => list.matches(':state(ready)'), 'the list');
    const taken: ExpressRowsOpenEvent[] = [];
    const take = (event: ExpressRowsOpenEvent) => {
      taken.push(event);
      event.preventDefault();
    };
    element.addEventListener('express-rows-open', take);
    const link = async () => {
      const shown = await explain(element, 'Available soon');
      return until(() => shown.querySelector<HTMLElement>('.link'), 'the link');
    };
    (await link()).click();
    expect(taken[0]?.rows).to.include({ status: 'pending' });
    expect(list.status === null).to.equal(true);
    element.removeEventListener('express-rows-open', take);
    await until(() => !popover(element), 'it to be gone');
    (await link()).click();
    await until(() => list.status === 'pending', 'the rows');
    await until(() => list.shadowRoot?.activeElement?.localName === 'h2', 'the focus');
    await until(() => list.matches(':state(ready)'), 'rows');
    // The list says the same sum as the figure.
    const figure = textOf(element.shadowRoot!.querySelector('[part~="soon"] .figure')!);
    await until(
      () => textOf(list.shadowRoot!.querySelector('[part="totals"]')!).includes(`Net ${figure}`),
      'the sum',
    );
  });

  it('explains each figure of the earnings, and leads to the rows that add up to it', async () => {
    await host.provider(
      '<express-earnings range="12m"></express-earnings><express-transactions></express-transactions>',
    );
    const [chart, list] = [the('express-earnings'), the('express-transactions')];
    await until(() => chart.matches(':state(ready)') && list.matches(':state(ready)'), 'both');
    const marks = [...chart.shadowRoot!.querySelectorAll<HTMLElement>('[part="explain"]')];
    expect(marks.map((each) => each.ariaLabel ?? textOf(each))).to.deep.equal([
      'What is “Net volume”?',
      'Gross',
      'Refunds',
      'Disputes',
      'Fees',
    ]);
    await accessible(chart);
    // Under each other, where there is no room beside: a finger finds each.
    const tops = () => new Set(marks.slice(1).map((each) => each.getBoundingClientRect().top)).size;
    chart.style.inlineSize = '280px';
    await until(() => tops() > 1, 'them under each other');
    await accessible(chart);
    chart.style.removeProperty('inline-size');
    const sums = { Refunds: 'Amount', Fees: 'Fees', Gross: 'Amount' };
    for (const [label, column] of Object.entries(sums)) {
      const term = marks.find((each) => textOf(each) === label)!;
      const figure = textOf(term.closest('dt')!.nextElementSibling!);
      term.click();
      const shown = await until(() => popover(chart), 'the explanation');
      expect(textOf(shown.querySelector('h3')!)).to.equal(label);
      const find = () => shown.querySelector<HTMLElement>('.link');
      const link = await until(find, `the link of ${label} ${figure}: ${textOf(shown)}`);
      await accessible(chart);
      link.click();
      await until(() => !popover(chart), 'it to be gone');
      const totals = () => textOf(list.shadowRoot!.querySelector('[part="totals"]') ?? list);
      await until(() => totals().includes(`${column} ${figure}`), `${label}: ${figure}`);
      expect(list.netVolume).to.equal(true);
    }
  });

  it('has no link where the role sees no transactions', async () => {
    host.answer = async (request, real) => {
      const response = await real();
      if (!request.url.endsWith('/account')) return response;
      const answer = await response.json();
      answer.capabilities.transactions = null;
      return Response.json(answer, { headers: response.headers });
    };
    const element = await open();
    document.addEventListener('express-rows-ask', (event) => event.preventDefault(), {
      once: true,
    });
    const shown = await explain(element, 'Total balance');
    await until(() => shown.querySelector('h3'), 'its words');
    expect(shown.querySelector('.link') === null).to.equal(true);
  });
});
