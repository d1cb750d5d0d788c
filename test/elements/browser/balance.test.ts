import { expect } from 'chai';
import type Stripe from 'stripe';
import { SECRET_KEY } from '@express-elements/sandbox';
import '@express-elements/elements/express-balance';
import { answered, anError } from '../support/answers.ts';
import { accessible } from '../support/axe.ts';
import { openHost, textOf, the, until, type TestHost } from '../support/host.ts';
import { listen } from '../support/warnings.ts';

describe('express-balance', () => {
  let host: TestHost;
  let ear: ReturnType<typeof listen>;
  beforeEach(() => {
    host = openHost();
    ear = listen();
  });
  afterEach(async () => {
    ear.stop();
    await host.close();
    expect(ear.warnings).to.deep.equal([]);
  });

  const open = async (markup = '<express-balance view="summary"></express-balance>') => {
    await host.provider(markup);
    const element = the('express-balance');
    await until(() => element.matches(':state(ready)'), 'the balance');
    return element;
  };

  const stripeBalance = async (): Promise<Stripe.Balance> => {
    const response = await host.sandbox.fetch('https://api.sandbox/v1/balance', {
      headers: {
        Authorization: `Bearer ${SECRET_KEY}`,
        'Stripe-Account': host.signIn.account,
      },
    });
    return response.json();
  };

  /** Without the marks beside the labels. */
  const wordsOf = (element: Element) => textOf(element).replaceAll(' ? ', ' ');

  const figures = (element: Element) =>
    [...(element.shadowRoot?.querySelectorAll('[part="amount"]') ?? [])].map((each) =>
      textOf(each),
    );

  const dollars = (amount: number) =>
    new Intl.NumberFormat('en', { style: 'currency', currency: 'usd' })
      .format(amount / 100)
      .replace('-', '−');

  it('shows Stripe’s figures to the cent', async () => {
    const element = await open();
    const { available, pending } = await stripeBalance();
    const sum = (list: readonly { amount: number; currency: string }[]) =>
      list
        .filter(({ currency }) => currency === 'usd')
        .reduce((total, { amount }) => total + amount, 0);
    expect(figures(element)[0]).to.equal(dollars(sum(available) + sum(pending)));
    expect(figures(element)).to.include(dollars(sum(pending)));
  });

  it('shows its frame in the first frame and keeps the room it had', async () => {
    const element = await open();
    const height = element.offsetHeight;
    const provider = the('express-provider');
    element.remove();
    host.answer = () => new Promise(() => undefined);
    provider.refresh();
    const later = document.createElement('express-balance');
    later.view = 'summary';
    provider.append(later);
    await later.updateComplete;
    // Known already: the last figures at once.
    expect(figures(later)[0]).to.equal(figures(element)[0]);
    expect(later.offsetHeight).to.be.closeTo(height, 1);
  });

  it('says by the schedule what is only expected', async () => {
    host.answer = answered({
      '/balance': async (_request, real) => {
        const response = await real();
        const answer = await response.json();
        answer.currencies[0].next_payout = {
          status: 'expected',
          amount: null,
          arrival_date: 1_795_737_600,
          destination: { id: 'ba_1', type: 'bank_account', name: 'Harbor', last4: '6789' },
        };
        return Response.json(answer, { headers: response.headers });
      },
    });
    const element = await open();
    expect(wordsOf(element)).to.include(
      'Next payout, expected Friday, 27 November Harbor •••• 6789',
    );
  });

  it('leads to Stripe’s part, which a host may take over', async () => {
    const element = await open();
    const manage = () => element.renderRoot.querySelector<HTMLButtonElement>('[part~="manage"]');
    await until(manage, 'the way to it');
    const taken: string[] = [];
    const take = (event: HTMLElementEventMap['express-see-all']) => {
      taken.push(event.section);
      event.preventDefault();
    };
    element.addEventListener('express-see-all', take);
    manage()?.click();
    await element.updateComplete;
    expect(taken).to.deep.equal(['payouts']);
    expect(element.firstElementChild).to.equal(null);
    element.removeEventListener('express-see-all', take);
    const asked = host.count('GET', '/balance');
    manage()?.click();
    await until(
      () => element.firstElementChild?.localName === 'stripe-connect-balances',
      'Stripe’s part',
    );
    await until(() => host.count('GET', '/balance') > asked, 'the headline to ask anew');
    expect(manage()?.getAttribute('aria-expanded')).to.equal('true');
    manage()?.click();
    await until(() => element.firstElementChild === null, 'it to be gone');
  });

  it('knows its ways from the first answer: no session is asked for, no script is fetched', async () => {
    const element = await open();
    expect(element.renderRoot.querySelector('[part~="manage"]')).to.not.equal(null);
    expect(host.count('POST', '/account-session')).to.equal(0);
  });

  it('has no way to what the role may not do', async () => {
    host.signIn = { ...host.signIn, role: 'viewer' };
    const element = await open();
    expect(element.renderRoot.querySelector('[part~="manage"]')).to.equal(null);
    expect(host.count('POST', '/account-session')).to.equal(0);
  });

  /** The host's answer with something of the first currency changed. */
  const answering = (change: object, whole: object = {}) =>
    answered({
      '/balance': async (_request, real) => {
        const response = await real();
        const answer = await response.json();
        Object.assign(answer, whole);
        Object.assign(answer.currencies[0], change);
        return Response.json(answer, { headers: response.headers });
      },
    });
  const problem = (element: Element) =>
    textOf(element.shadowRoot?.querySelector('[part="problem"]') ?? element);
  const action = (element: Element) =>
    element.shadowRoot?.querySelector<HTMLElement>('[part="problem"] .button') ?? null;

  it('says that payouts are paused, why, and leads to Stripe’s form for what it needs', async () => {
    host.answer = answering({ paused: 'requirements' });
    const element = await open();
    expect(problem(element)).to.include('Payouts are paused Stripe needs more information');
    const taken: string[] = [];
    const take = (event: HTMLElementEventMap['express-see-all']) => {
      taken.push(event.section);
      event.preventDefault();
    };
    element.addEventListener('express-see-all', take);
    action(element)?.click();
    expect(taken).to.deep.equal(['account']);
    expect(element.firstElementChild).to.equal(null);
    element.removeEventListener('express-see-all', take);
    action(element)?.click();
    await until(() => element.querySelector('express-account-onboarding'), 'Stripe’s form');
    expect(element.querySelector('express-account-onboarding')?.slot).to.equal('account');
  });

  it('says that a bank account failed, and leads to where it is changed', async () => {
    host.answer = answering({ paused: 'destination', next_payout: null });
    const element = await open();
    expect(problem(element)).to.include('could not reach your bank account');
    expect(wordsOf(element)).to.include('Next payout Paused');
    action(element)?.click();
    await until(
      () => element.firstElementChild?.localName === 'stripe-connect-balances',
      'Stripe’s part',
    );
  });

  it('offers nothing to press where only waiting helps, or the role may not', async () => {
    host.answer = answering({ paused: 'verification' });
    const element = await open();
    expect(problem(element)).to.include('There is nothing you need to do now');
    expect(action(element)).to.equal(null);
    host.signIn = { ...host.signIn, role: 'viewer' };
    host.answer = answering({ paused: 'requirements' });
    const other = await open();
    expect(problem(other)).to.include('Payouts are paused');
    expect(action(other)).to.equal(null);
  });

  it('says once more, politely, what comes while the page is open', async () => {
    const element = await open();
    const region = element.shadowRoot?.querySelector('.cells ~ [role="status"]');
    expect(textOf(region!)).to.equal('');
    host.answer = answering({ paused: 'review' });
    element.refresh();
    await until(() => problem(element).includes('reviewing your account'), 'the note');
    expect(element.shadowRoot?.querySelector('.cells ~ [role="status"]')).to.equal(region);
  });

  it('says what happens below zero, and whether Stripe takes it from the bank', async () => {
    host.answer = answering(
      { total: -21_460, available: -21_460, pending: 0, pending_by_date: [] },
      { debit_negative_balances: true },
    );
    const element = await open();
    expect(figures(element)[0]).to.equal('−$214.60');
    expect(problem(element)).to.include('Your next payments go towards this first.');
    expect(problem(element)).to.include('Stripe may also take it from your bank account.');
    expect(action(element)?.innerText).to.equal('Add money');
    await accessible(element);
    host.answer = answering({ total: -1 }, { debit_negative_balances: false });
    element.refresh();
    await until(() => !problem(element).includes('from your bank'), 'the other words');
  });

  it('shows what is set aside only where there is something', async () => {
    host.answer = answering({ prefunding: { available: 0, pending: 0 } });
    const element = await open();
    const row = () => element.shadowRoot?.querySelector('[part="set-aside"]') ?? null;
    expect(row() === null).to.equal(true);
    host.answer = answering({ prefunding: { available: 50_000, pending: 250 } });
    element.refresh();
    await until(row, 'the row');
    expect(wordsOf(row()!)).to.equal('Set aside for refunds and disputes $502.50');
  });

  it('keeps every figure inside its card, however long and narrow', async () => {
    const wide = { total: 1_234_567_890, available: 900_000_000, pending: 334_567_890 };
    host.answer = answering({ ...wide, pending_by_date: null });
    const element = await open('<express-balance view="summary" locale="es"></express-balance>');
    await until(() => textOf(element).includes('Saldo total'), 'Spanish');
    for (const width of [1248, 1000, 900, 830, 780, 640, 480, 358, 288]) {
      element.style.inlineSize = `${width}px`;
      const card = element.shadowRoot!.querySelector('.card')!.getBoundingClientRect();
      for (const cell of element.shadowRoot!.querySelectorAll('.cell')) {
        const figure = cell.querySelector('.figure')!;
        const range = document.createRange();
        range.selectNodeContents(figure);
        const end = range.getBoundingClientRect().right;
        // At least the cell's own padding is left beside it.
        expect(end, `${width} px`).to.be.at.most(cell.getBoundingClientRect().right - 14);
        expect(cell.getBoundingClientRect().right, `${width} px`).to.be.at.most(card.right);
      }
    }
  });

  it('is Stripe’s part alone where that is asked for', async () => {
    const element = await open('<express-balance view="stripe"></express-balance>');
    await until(
      () => element.firstElementChild?.localName === 'stripe-connect-balances',
      'Stripe’s part',
    );
    expect(host.count('GET', '/balance')).to.equal(0);
  });

  it('says in place that it failed, and Retry asks again', async () => {
    host.answer = answered({ '/balance': anError(403, 'account_unavailable') });
    await host.provider('<express-balance view="summary"></express-balance>');
    const element = the('express-balance');
    await until(() => element.matches(':state(error)'), 'the error');
    expect(textOf(element)).to.include("We couldn't load your balance");
    await accessible(element);
    // A refusal is not asked again by itself.
    expect(host.count('GET', '/balance')).to.equal(1);
    host.answer = null;
    element.refresh();
    await until(() => element.matches(':state(ready)'), 'the balance');
  });

  it('keeps the last figures where asking again fails, and says that they may be old', async () => {
    const element = await open();
    const before = figures(element);
    host.answer = answered({ '/balance': anError(403, 'account_unavailable') });
    element.refresh();
    await until(() => textOf(element).includes('may not be up to date'), 'the note');
    expect(figures(element)).to.deep.equal(before);
  });

  it('switches to another currency of the account', async () => {
    await host.close();
    host = openHost({ country: 'DE' });
    const element = await open();
    expect(figures(element)[0]).to.match(/^−?€/);
    const pounds = [...element.renderRoot.querySelectorAll<HTMLButtonElement>('button.link')].find(
      (button) => textOf(button).startsWith('GBP'),
    );
    pounds?.click();
    await element.updateComplete;
    expect(figures(element)[0]).to.match(/^−?£/);
    expect(element.getAttribute('currency')).to.equal('gbp');
  });

  it('can be read and worked by everybody', async () => {
    const element = await open('<express-balance view="summary"></express-balance>');
    await until(() => element.renderRoot.querySelector('[part~="manage"]'), 'all of it');
    await accessible(element);
    document.documentElement.style.colorScheme = 'dark';
    await accessible(element);
    document.documentElement.style.removeProperty('color-scheme');
  });
});
