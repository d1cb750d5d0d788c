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
    expect(textOf(element)).to.include(
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

  it('has no way to what the role may not do', async () => {
    host.signIn = { ...host.signIn, role: 'viewer' };
    const element = await open();
    await until(() => host.count('POST', '/account-session') === 1, 'the session');
    await element.updateComplete;
    expect(element.renderRoot.querySelector('[part~="manage"]')).to.equal(null);
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
