import { expect } from 'chai';
import '@express-elements/elements/express-balance';
import '@express-elements/elements/express-payouts';
import '@express-elements/elements/express-documents';
import { textOf, until } from '../support/until.ts';

interface StubCounts {
  readonly loads: number;
  readonly inits: number;
  readonly secrets: readonly string[];
}
declare global {
  interface Window {
    readonly stubCounts?: StubCounts;
  }
}

const override = Symbol.for('express-elements/connect-url');
const stub = new URL('/test/elements/support/connect-stub.js', location.href).href;

/** Stripe's script fails twice, as it does on a bad line, and comes at the third try. */
let tries = 0;
Reflect.defineProperty(globalThis, override, {
  configurable: true,
  get: () =>
    (tries += 1) <= 2 ? new URL(`/no-such-script-${tries}.js`, location.href).href : stub,
});

describe('a host that has nothing but Stripe’s quickstart route', () => {
  const own = globalThis.fetch;
  const asked: Request[] = [];
  let failing = false;

  before(() => {
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (!request.url.endsWith('/account_session')) return own(input, init);
      asked.push(request);
      if (failing) return new Response('', { status: 500 });
      return Response.json({ client_secret: `accs_secret__${asked.length}` });
    };
  });
  after(() => {
    globalThis.fetch = own;
  });

  const add = <K extends 'express-payouts' | 'express-balance' | 'express-documents'>(tag: K) => {
    const element = document.createElement(tag);
    element.sessionUrl = '/account_session';
    element.publishableKey = 'pk_test_1';
    element.append('Fallback');
    document.body.append(element);
    return element;
  };

  it('gets working Connect elements, though Stripe’s script comes at the third try only', async () => {
    const payouts = add('express-payouts');
    await until(() => payouts.matches(':state(ready)'), 'payouts');
    expect(tries).to.be.greaterThan(2);
    expect(window.stubCounts).to.deep.include({ loads: 1, inits: 1 });
    expect(window.stubCounts?.secrets).to.deep.equal(['accs_secret__1']);
    expect(asked.length).to.equal(1);
    expect(asked[0]?.method).to.equal('POST');
    const scripts = document.head.querySelectorAll('script[src*="connect-stub"]');
    expect(scripts.length).to.equal(1);
    expect(document.head.querySelectorAll('script[src*="no-such-script"]').length).to.equal(0);
  });

  it('gets a second one without another script, session or instance', async () => {
    const balance = add('express-balance');
    await until(() => balance.matches(':state(ready)'), 'the balance');
    expect(balance.firstElementChild?.localName).to.equal('stripe-connect-balances');
    expect(window.stubCounts).to.deep.include({ loads: 1, inits: 1 });
    expect(asked.length).to.equal(1);
  });

  it('sees the fallback of native parts, and of what Stripe’s script does not know', async () => {
    const summary = add('express-balance');
    summary.view = 'summary';
    await until(() => textOf(summary) === 'Fallback', 'the fallback');
    const documents = add('express-documents');
    await until(() => documents.matches(':state(error)'), 'the error');
    expect(textOf(documents)).to.include("We couldn't load this part");
    expect(textOf(documents)).not.to.include('Retry');
  });

  it('sees what Stripe’s component says of a failed load, and can try again', async () => {
    const payouts = add('express-payouts');
    await until(() => payouts.matches(':state(ready)'), 'payouts');
    const told: string[] = [];
    payouts.addEventListener('express-load-error', ({ reason, error }) => {
      told.push(`${reason} ${error.code} ${error.retryable}`);
    });
    const broken = payouts.firstElementChild;
    const fail: unknown = broken && Reflect.get(broken, 'fail');
    if (typeof fail === 'function') fail('api_connection_error');
    await until(() => payouts.matches(':state(error)'), 'the error');
    expect(told).to.deep.equal(['api_connection_error network true']);
    payouts.renderRoot.querySelector<HTMLButtonElement>('[part="error"] button')?.click();
    await until(() => payouts.matches(':state(ready)'), 'payouts');
    expect(payouts.firstElementChild).to.not.equal(broken);
  });

  it('sees why its route failed, and is tried again on coming online', async () => {
    failing = true;
    const payouts = document.createElement('express-payouts');
    payouts.sessionUrl = '/other/account_session';
    payouts.publishableKey = 'pk_test_2';
    const errors: string[] = [];
    payouts.addEventListener('express-error', ({ error }) => errors.push(error.code));
    document.body.append(payouts);
    await until(() => payouts.matches(':state(error)'), 'the error');
    expect(errors).to.deep.equal(['internal']);
    failing = false;
    window.dispatchEvent(new Event('online'));
    await until(() => payouts.matches(':state(ready)'), 'payouts');
  });
});
