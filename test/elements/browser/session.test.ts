import { expect } from 'chai';
import '@express-elements/elements/express-balance';
import '@express-elements/elements/express-disputes-list';
import '@express-elements/elements/express-documents';
import '@express-elements/elements/express-login-link';
import '@express-elements/elements/express-notification-banner';
import '@express-elements/elements/express-payments';
import '@express-elements/elements/express-payouts';
import '@express-elements/elements/express-payouts-list';
import { anEndpoint, answered, aStream } from '../support/answers.ts';
import { openHost, textOf, the, until, type TestHost } from '../support/host.ts';

const eight = [
  'express-balance',
  'express-disputes-list',
  'express-documents',
  'express-login-link',
  'express-notification-banner',
  'express-payments',
  'express-payouts',
  'express-payouts-list',
] as const;

const allReady = () =>
  eight.every((tag) => the(tag).matches(':state(ready)') || the(tag).matches(':state(empty)'));

const pathOf = (request: Request) => new URL(request.url).pathname.replace('/express', '');

/** Elements of Stripe's that stand on the page. */
const stripes = () => [...document.querySelectorAll('[slot="stripe"]')];

describe('one page of eight elements', () => {
  let host: TestHost;
  let inits = 0;
  let remounts = 0;
  beforeEach(() => {
    host = openHost({ country: 'DE' });
    ({ inits, remounts } = host.connect.sandbox);
  });
  afterEach(() => host.close());

  const open = () => host.provider(eight.map((tag) => `<${tag}></${tag}>`).join(''));

  it('asks for one account session, makes one instance, and asks each question once', async () => {
    await open();
    await until(allReady, 'all elements');
    expect(host.count('POST', '/account-session')).to.equal(1);
    expect(host.count('GET', '/account')).to.equal(1);
    // Once to show them, once more as Stripe's part is there.
    expect(host.count('GET', '/balance')).to.equal(2);
    expect(host.connect.sandbox.inits - inits).to.equal(1);
  });

  it('asks beside /account for the balance, and shows nothing of it before', async () => {
    const answers = new Map<string, () => void>();
    const came = new Set<string>();
    host.answer = async (request, real) => {
      const path = pathOf(request);
      await new Promise<void>((resolve) => answers.set(path, resolve));
      const response = await real();
      came.add(path);
      return response;
    };
    await host.provider('<express-balance view="summary"></express-balance>');
    const element = the('express-balance');
    await until(() => answers.size === 2, 'both questions');
    expect([...answers.keys()].toSorted()).to.deep.equal(['/account', '/balance']);
    expect(host.queries('/balance')).to.deep.equal(['early=true']);
    answers.get('/balance')?.();
    await until(() => came.has('/balance'), 'the balance');
    await element.updateComplete;
    expect(element.matches(':state(loading)')).to.equal(true);
    host.answer = null;
    answers.get('/account')?.();
    await until(() => element.matches(':state(ready)'), 'the balance');
    expect(host.count('GET', '/balance')).to.equal(1);
  });

  it('draws nothing of a balance that a sign-in may not see, and is not refused it either', async () => {
    const statuses = new Map<string, number>();
    host.answer = async (request, real) => {
      const response = await real();
      statuses.set(pathOf(request), response.status);
      return response;
    };
    host.signIn = { ...host.signIn, role: 'support' };
    await host.provider('<express-balance view="summary">Nothing here</express-balance>');
    await until(() => !the('express-balance').matches(':state(loading)'), 'an answer');
    expect(Object.fromEntries(statuses)).to.deep.equal({ '/account': 200, '/balance': 204 });
  });

  it('tells the developer, once, of a route that is offered but not there', async () => {
    const said: string[] = [];
    const { warn } = console;
    console.warn = (message: string) => said.push(message);
    try {
      host.answer = async (request, real) =>
        pathOf(request) === '/balance'
          ? Response.json({ error: { code: 'not_found', message: 'No.' } }, { status: 404 })
          : real();
      await host.provider(
        '<express-balance view="summary"></express-balance><express-balance view="summary"></express-balance>',
      );
      await until(() => !the('express-balance').matches(':state(loading)'), 'an answer');
      expect(said).to.have.length(1);
      expect(said[0]).to.contain('“balance”');
    } finally {
      console.warn = warn;
    }
  });

  it('asks for no balance early where only Stripe’s part of it is shown', async () => {
    await host.provider('<express-balance view="stripe"></express-balance>');
    await until(() => the('express-balance').matches(':state(ready)'), 'Stripe’s part');
    expect(host.count('GET', '/balance')).to.equal(0);
  });

  it('opens one live stream, and a hint on it asks again', async () => {
    const stream = aStream();
    host.answer = answered({
      '/account': anEndpoint({ live: { transport: 'sse' } }),
      '/live': stream.answer(host),
    });
    await open();
    await until(allReady, 'all elements');
    await until(() => stream.isOpen(), 'the stream');
    expect(host.count('GET', '/live')).to.equal(1);
    const asked = host.count('GET', '/balance');
    await host.sandbox.takePayment(host.signIn.account, { amount: 12_300 });
    stream.send('balance');
    await until(() => host.count('GET', '/balance') > asked, 'another question');
    expect(host.count('GET', '/live')).to.equal(1);
  });

  it('asks at intervals where the endpoint has no stream, once for all', async () => {
    host.answer = answered({ '/account': anEndpoint({ live: { transport: 'poll', seconds: 1 } }) });
    await open();
    await until(allReady, 'all elements');
    const asked = host.count('GET', '/balance');
    await until(() => host.count('GET', '/balance') > asked, 'another question');
    expect(host.count('GET', '/live')).to.equal(0);
    expect(host.count('GET', '/balance') - asked).to.equal(1);
  });

  it('never mounts an element of Stripe’s twice, and has none under a shadow root', async () => {
    const provider = await open();
    await until(allReady, 'all elements');
    const before = stripes();
    provider.theme = 'dark';
    provider.locale = 'es';
    provider.refresh();
    await until(() => textOf(the('express-balance')).includes('Saldo'), 'Spanish');
    await until(allReady, 'all elements');
    expect(stripes()).to.deep.equal(before);
    expect(host.connect.sandbox.remounts).to.equal(remounts);
    for (const stripe of before) expect(stripe.getRootNode()).to.equal(document);
    expect(before.length).to.equal(7);
  });

  it('tells Stripe’s components of a change of look and language', async () => {
    const provider = await open();
    await until(allReady, 'all elements');
    provider.locale = 'es';
    const payouts = the('express-payouts').querySelector('[slot="stripe"]');
    await until(() => payouts && textOf(payouts).includes('Transferencias'), 'Spanish');
    const color = () => payouts && getComputedStyle(payouts).color;
    const light = color();
    provider.theme = 'dark';
    await until(() => color() !== light, 'dark');
  });
});

describe('another sign-in', () => {
  let host: TestHost;
  beforeEach(() => {
    host = openHost({ country: 'US' });
  });
  afterEach(() => host.close());

  const japan = () => host.sandbox.sellers.find(({ country }) => country === 'JP')?.account ?? '';

  it('clears every figure, ends the old session and begins anew', async () => {
    const provider = await host.provider(
      '<express-balance></express-balance><express-payouts></express-payouts>',
    );
    let changes = 0;
    provider.addEventListener('express-account-change', () => (changes += 1));
    const balance = the('express-balance');
    await until(() => textOf(balance).includes('$'), 'dollars');
    await until(() => the('express-payouts').matches(':state(ready)'), 'payouts');
    const old = stripes();

    host.signIn = { ...host.signIn, account: japan() };
    // Nothing of the new account is let through before the old figures are gone.
    host.answer = (_request, real) =>
      textOf(balance).includes('$') && changes > 0 ? Promise.reject(new Error('mixed')) : real();
    provider.refresh();
    await until(() => changes === 1, 'the change');
    await balance.updateComplete;
    await the('express-payouts').updateComplete;
    for (const stripe of old) expect(stripe.isConnected).to.equal(false);
    await until(() => textOf(balance).includes('¥'), 'yen');
    expect(textOf(balance)).not.to.include('$');
    await until(() => stripes().length === 2, 'Stripe’s parts');
    for (const stripe of stripes()) expect(old).not.to.include(stripe);
    expect(host.count('POST', '/account-session')).to.equal(2);
    await until(() => the('express-payouts').matches(':state(ready)'), 'payouts');
    expect(changes).to.equal(1);
  });

  it('is found out when a page comes back from the browser’s cache, before a figure shows', async () => {
    await host.provider('<express-balance view="summary"></express-balance>');
    const balance = the('express-balance');
    await until(() => textOf(balance).includes('$'), 'dollars');
    host.signIn = { ...host.signIn, account: japan() };
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await balance.updateComplete;
    expect(textOf(balance)).not.to.include('$');
    await until(() => textOf(balance).includes('¥'), 'yen');
  });

  it('that is the same shows the figures again', async () => {
    await host.provider('<express-balance view="summary"></express-balance>');
    const balance = the('express-balance');
    await until(() => textOf(balance).includes('$'), 'dollars');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await balance.updateComplete;
    expect(textOf(balance)).not.to.include('$');
    await until(() => textOf(balance).includes('$'), 'dollars');
  });

  it('goes by no page load: disconnect() forgets everything until refresh()', async () => {
    const provider = await host.provider('<express-balance>Nothing to see</express-balance>');
    const balance = the('express-balance');
    await until(() => textOf(balance).includes('$') && stripes().length === 1, 'dollars');
    const ended = provider.disconnect();
    await balance.updateComplete;
    expect(textOf(balance)).to.equal('Nothing to see');
    expect(stripes()).to.deep.equal([]);
    await ended;
    const asked = host.asked.length;
    await balance.updateComplete;
    expect(host.asked.length).to.equal(asked);
    provider.refresh();
    await until(() => textOf(balance).includes('$'), 'dollars');
  });
});
