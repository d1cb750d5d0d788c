import { expect } from 'chai';
import { connectElementTagNames } from '@stripe/connect-js/pure';
import type Stripe from 'stripe';
import { formatMoney } from '../../../../packages/sandbox/src/connect/shared/money.ts';
import { clear, mount, seen, setup, waitFor, waitForText } from './setup.ts';
import type { Bench } from './setup.ts';

const balances = { balances: { instant_payouts: true, standard_payouts: true } };

describe('the connect.js stand-in', () => {
  let bench: Bench | undefined;
  afterEach(() => clear(bench));

  it('shows the balance of the account, to the cent, through the real loader', async () => {
    bench = setup({ grant: balances });
    const element = mount(bench, 'balances');
    const { available, pending } = await bench.read<Stripe.Balance>('/v1/balance');
    const sum = [...available, ...pending]
      .filter((one) => one.currency === 'usd')
      .reduce((total, one) => total + one.amount, 0);
    await waitForText(element, formatMoney(sum, 'usd', 'en-US'));
    await waitForText(element, 'Sandbox');
    expect(element.getRootNode()).to.equal(document);
  });

  it('opens one session for all components and tells each of its start', async () => {
    bench = setup({ grant: { ...balances, payments: {}, payouts_list: {} } });
    const started: string[] = [];
    for (const tag of ['balances', 'payments', 'payouts-list'] as const) {
      const element = bench.instance.create(tag);
      element.setOnLoaderStart(({ elementTagName }) => started.push(elementTagName));
      document.body.append(element);
      await waitForText(element, tag === 'payments' ? 'Payments' : 'Payouts');
    }
    expect(started).to.deep.equal([
      'stripe-connect-balances',
      'stripe-connect-payments',
      'stripe-connect-payouts-list',
    ]);
    expect(bench.asked()).to.equal(1);
    expect(bench.counters).to.deep.include({ inits: 1, sessions: 1, mounted: 3, remounts: 0 });
  });

  it('has a stand-in for every tag, a labelled placeholder where it has no world', async () => {
    const grant = Object.fromEntries(
      connectElementTagNames.map((tag) => [tag.replaceAll('-', '_'), {}]),
    );
    bench = setup({ seller: 'DE', grant });
    for (const tag of connectElementTagNames) mount(bench, tag);
    const documents = document.querySelector('stripe-connect-documents');
    expect(documents).to.not.equal(null);
    if (documents) await waitForText(documents, 'Stripe draws its documents here');
    for (const tag of connectElementTagNames) {
      const element = document.querySelector(`stripe-connect-${tag}`);
      expect(element?.shadowRoot, tag).to.not.equal(null);
      expect(element && seen(element), tag).to.not.include('could not be loaded');
    }
  });

  it('says invalid_request_error where the session does not grant the component', async () => {
    bench = setup({ grant: balances });
    const errors: object[] = [];
    const element = bench.instance.create('payments');
    element.setOnLoadError((error) => errors.push(error));
    document.body.append(element);
    await waitFor(() => errors.length > 0, 'a load error');
    expect(errors).to.deep.equal([
      {
        elementTagName: 'stripe-connect-payments',
        error: {
          type: 'invalid_request_error',
          message: 'The account session does not enable payments.',
        },
      },
    ]);
  });

  it('says account_session_create_error when the endpoint fails, and starts again on Retry', async () => {
    const down = { endpoint: true };
    bench = setup({
      grant: balances,
      fetchClientSecret: async () => {
        if (down.endpoint) throw new Error('The endpoint is down.');
        return working.secret();
      },
    });
    const working = { secret: bench.newSecret };
    const types: string[] = [];
    const element = bench.instance.create('balances');
    element.setOnLoadError(({ error }) => types.push(error.type));
    document.body.append(element);
    await waitForText(element, 'The endpoint is down.');
    expect(types).to.deep.equal(['account_session_create_error']);
    down.endpoint = false;
    element.shadowRoot?.querySelector('button')?.click();
    await waitForText(element, 'Total balance');
  });

  it('says api_connection_error when Stripe cannot be reached, rate_limit_error when it is too much', async () => {
    bench = setup({ grant: balances });
    const types: string[] = [];
    bench.intercept = () => {
      throw new TypeError('Failed to fetch');
    };
    const first = bench.instance.create('balances');
    first.setOnLoadError(({ error }) => types.push(error.type));
    document.body.append(first);
    await waitFor(() => types.length === 1, 'a load error');
    bench.intercept = ({ pathname }) =>
      pathname === '/v1/balance'
        ? Response.json({ error: { message: 'Too many requests.' } }, { status: 429 })
        : undefined;
    const second = bench.instance.create('balances');
    second.setOnLoadError(({ error }) => types.push(error.type));
    document.body.append(second);
    await waitFor(() => types.length === 2, 'another load error');
    expect(types).to.deep.equal(['api_connection_error', 'rate_limit_error']);
  });

  it('asks for a fresh secret once the session is about to end', async () => {
    bench = setup({ grant: { ...balances, payments: {} } });
    const element = mount(bench, 'balances');
    await waitForText(element, 'Total balance');
    bench.wall.now += 24 * 3600 * 1000;
    const later = mount(bench, 'payments');
    await waitForText(later, 'Payments');
    expect(bench.asked()).to.equal(2);
    expect(bench.counters.sessions).to.equal(2);
    expect(seen(later)).to.not.include('could not be loaded');
  });

  it('stops working after logout: figures gone, session ended at the API too', async () => {
    bench = setup({ grant: balances });
    const element = mount(bench, 'balances');
    await waitForText(element, 'Total balance');
    await bench.instance.logout();
    await waitForText(element, 'The session has ended');
    expect(seen(element)).to.not.match(/\$\d/);
    expect(bench.calls.at(-1)).to.equal('/sandbox/logout');
    const calls = bench.calls.length;
    const late = mount(bench, 'balances');
    await waitForText(late, 'The session has ended');
    expect(bench.calls).to.have.length(calls);
  });

  it('starts over when it is moved by remove and append, and counts it', async () => {
    bench = setup({ grant: balances });
    const element = mount(bench, 'balances');
    await waitForText(element, 'Total balance');
    const home = document.createElement('stand-in-home');
    document.body.append(home);
    home.append(element);
    expect(bench.counters).to.deep.include({ remounts: 1, mounted: 1 });
    await waitForText(element, 'Total balance');
    expect(bench.calls.filter((path) => path === '/v1/balance')).to.have.length(2);
  });

  const move: unknown = Reflect.get(Element.prototype, 'moveBefore');
  if (typeof move === 'function')
    it('stays as it is when it is moved by moveBefore', async () => {
      bench = setup({ grant: balances });
      const element = mount(bench, 'balances');
      await waitForText(element, 'Total balance');
      const home = document.createElement('stand-in-home');
      document.body.append(home);
      move.call(home, element, null);
      expect(element.parentElement).to.equal(home);
      expect(bench.counters.remounts).to.equal(0);
      expect(seen(element)).to.include('Total balance');
    });

  it('complains under a shadow root, where Stripe’s frames would not load', async () => {
    bench = setup({ grant: balances });
    const said: string[] = [];
    const { error } = console;
    console.error = (message: string) => said.push(message);
    try {
      const host = document.createElement('stand-in-host');
      document.body.append(host);
      const element = bench.instance.create('balances');
      host.attachShadow({ mode: 'open' }).append(element);
      await waitFor(() => said.length > 0, 'the complaint');
      expect(said[0]).to.match(/<stripe-connect-balances> stands under a shadow root/);
      expect(bench.counters.misplaced).to.equal(1);
      expect(bench.calls).to.not.include('/v1/balance');
    } finally {
      console.error = error;
    }
  });

  it('wears the appearance, and changes it and the language while it stands', async () => {
    bench = setup({
      grant: balances,
      appearance: { variables: { colorBackground: '#101018', colorPrimary: '#8b8cf8' } },
    });
    const element = mount(bench, 'balances');
    await waitForText(element, 'Total balance');
    const pane = element.shadowRoot?.querySelector('stripe-connect-sandbox-balances');
    const card = pane?.shadowRoot?.querySelector('.card');
    const ground = () => (card ? getComputedStyle(card).backgroundColor : '');
    expect(ground()).to.equal('rgb(16, 16, 24)');
    bench.instance.update({
      appearance: { variables: { colorBackground: '#ffffff' } },
      locale: 'es-ES',
    });
    await waitForText(element, 'Saldo total');
    expect(ground()).to.equal('rgb(255, 255, 255)');
    expect(bench.counters.remounts).to.equal(0);
  });

  it('says which appearance variables Stripe would not take', async () => {
    const said: string[] = [];
    const { error } = console;
    console.error = (message: string) => said.push(message);
    try {
      bench = setup({ grant: balances, appearance: { variables: { spacingUnit: '4px' } } });
      mount(bench, 'balances');
      await waitFor(() => said.length > 0, 'the complaint');
      expect(said[0]).to.match(/spacingUnit does not take "4px"/);
    } finally {
      console.error = error;
    }
  });
});
