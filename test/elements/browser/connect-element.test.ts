import { expect } from 'chai';
import '@express-elements/elements/express-account-onboarding';
import '@express-elements/elements/express-diagnostics';
import '@express-elements/elements/express-payments';
import '@express-elements/elements/express-payment-details';
import '@express-elements/elements/express-payouts';
import '@express-elements/elements/express-tax-settings';
import { answered, anError } from '../support/answers.ts';
import { accessible } from '../support/axe.ts';
import { openHost, textOf, the, until, type TestHost } from '../support/host.ts';
import { listen } from '../support/warnings.ts';

describe('an element around one of Stripe’s', () => {
  let host: TestHost;
  let ear: ReturnType<typeof listen>;
  beforeEach(() => {
    host = openHost();
    ear = listen();
  });
  afterEach(async () => {
    ear.stop();
    await host.close();
  });

  const payouts = async () => {
    await host.provider('<express-payouts>Fallback</express-payouts>');
    const element = the('express-payouts');
    await until(() => element.matches(':state(ready)'), 'payouts');
    return element;
  };
  const stripeIn = (element: Element) => element.querySelectorAll(':scope > [slot="stripe"]');

  it('puts Stripe’s first among its children, and hides the fallback', async () => {
    const element = await payouts();
    expect(element.firstElementChild?.localName).to.equal('stripe-connect-payouts');
    expect(stripeIn(element).length).to.equal(1);
    expect(textOf(element)).not.to.include('Fallback');
  });

  it('shows its frame at once, in the room it will have', async () => {
    await host.provider('<express-payouts></express-payouts>');
    const element = the('express-payouts');
    await element.updateComplete;
    expect(element.matches(':state(loading)')).to.equal(true);
    expect(element.offsetHeight).to.be.greaterThan(80);
    expect(textOf(element)).to.equal('Loading…');
    await until(() => element.matches(':state(ready)'), 'payouts');
  });

  it('makes a swept element anew once, with a warning, and then gives up', async () => {
    const element = await payouts();
    const first = stripeIn(element)[0];
    element.textContent = 'A framework rendered this';
    await until(() => stripeIn(element).length === 1, 'another one');
    expect(stripeIn(element)[0]).to.not.equal(first);
    expect(ear.warnings.filter((text) => text.includes('<express-payouts>')).length).to.equal(1);
    await until(() => element.matches(':state(ready)'), 'payouts');
    element.textContent = '';
    await until(() => element.matches(':state(error)'), 'the error');
    element.renderRoot.querySelector<HTMLButtonElement>('[part="error"] button')?.click();
    await until(() => element.matches(':state(ready)'), 'payouts');
  });

  it('removes what a clone brings along, and makes its own', async () => {
    const element = await payouts();
    const clone = element.cloneNode(true);
    if (!(clone instanceof HTMLElement)) throw new Error('A clone of an element is none.');
    expect(stripeIn(clone).length).to.equal(1);
    const copied = stripeIn(clone)[0];
    the('express-provider').append(clone);
    await until(() => clone.matches(':state(ready)'), 'the clone');
    expect(stripeIn(clone).length).to.equal(1);
    expect(stripeIn(clone)[0]).to.not.equal(copied);
    expect(stripeIn(element).length).to.equal(1);
  });

  it('keeps Stripe’s element through a move of its own and a re-render', async () => {
    const element = await payouts();
    const stripe = stripeIn(element)[0];
    const section = document.createElement('section');
    the('express-provider').append(section);
    section.append(element);
    await element.updateComplete;
    await until(() => element.matches(':state(ready)'), 'payouts');
    expect(stripeIn(element)[0]).to.equal(stripe);
    if ('moveBefore' in section) {
      const { remounts } = host.connect.sandbox;
      const move: unknown = Reflect.get(the('express-provider'), 'moveBefore');
      if (typeof move === 'function') Reflect.apply(move, the('express-provider'), [element, null]);
      await element.updateComplete;
      expect(host.connect.sandbox.remounts).to.equal(remounts);
    }
  });

  it('warns under a shadow root, and says so in diagnostics', async () => {
    const provider = await host.provider('<express-diagnostics></express-diagnostics>');
    const box = document.createElement('div');
    const element = document.createElement('express-payments');
    box.attachShadow({ mode: 'open' }).append(element);
    provider.append(box);
    await until(() => stripeIn(element).length === 1, 'Stripe’s element');
    expect(ear.warnings.some((text) => text.includes('stands under a shadow root'))).to.equal(true);
    await until(
      () => textOf(the('express-diagnostics')).includes('under a shadow root'),
      'the note',
    );
    ear.forgive(/stands under a shadow root/);
  });

  it('sends what is set and nothing that is not', async () => {
    await host.provider(
      '<express-tax-settings hide-product-tax-code-selector="false" display-head-office-countries=\'["US"]\'></express-tax-settings>' +
        '<express-account-onboarding privacy-policy-url="https://shop.test/privacy"></express-account-onboarding>',
    );
    expect(the('express-tax-settings').hideProductTaxCodeSelector).to.equal(false);
    expect(the('express-tax-settings').displayHeadOfficeCountries).to.deep.equal(['US']);
    expect(the('express-account-onboarding').privacyPolicyUrl).to.equal(
      'https://shop.test/privacy',
    );
    expect(the('express-account-onboarding').skipTermsOfServiceCollection).to.equal(undefined);
  });

  it('opens what its property names, and tells when it is closed', async () => {
    const charge = await host.sandbox.takePayment(host.signIn.account, { amount: 4_200 });
    await host.provider('<express-payment-details></express-payment-details>');
    const element = the('express-payment-details');
    await until(() => element.matches(':state(ready)'), 'the details');
    const closed: Event[] = [];
    element.addEventListener('express-close', (event) => closed.push(event));
    element.payment = charge.id;
    await until(() => textOf(document.body).includes('$42.00'), 'the payment');
    const escape = () => new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
    document.body.dispatchEvent(escape());
    await until(() => closed.length === 1, 'the event');
    expect(closed[0]?.bubbles).to.equal(false);
    expect(element.payment).to.equal(undefined);
    await element.updateComplete;
    element.payment = charge.id;
    await until(() => textOf(document.body).includes('$42.00'), 'the payment again');
  });

  it('shows its fallback where the role has no such component, and asks for no session where there is none', async () => {
    host.signIn = { ...host.signIn, role: 'viewer' };
    await host.provider('<express-payouts>Not for you</express-payouts>');
    await until(() => textOf(the('express-payouts')) === 'Not for you', 'the fallback');
    expect(stripeIn(the('express-payouts')).length).to.equal(0);
  });

  it('says in place that the session failed, and retries', async () => {
    host.answer = answered({ '/account-session': anError(403, 'account_unavailable') });
    await host.provider('<express-payouts></express-payouts>');
    const element = the('express-payouts');
    const errors: string[] = [];
    element.addEventListener('express-error', ({ error }) => errors.push(error.code));
    await until(() => element.matches(':state(error)'), 'the error');
    expect(errors).to.deep.equal(['account_unavailable']);
    expect(textOf(element)).to.include('req_test');
    await accessible(element);
    host.answer = null;
    the('express-provider').refresh();
    await until(() => element.matches(':state(ready)'), 'payouts');
  });

  it('gives a plain notice inside an app', async () => {
    const agent = 'Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) Chrome/131.0 Mobile Safari/537.36';
    Object.defineProperty(navigator, 'userAgent', { value: agent, configurable: true });
    try {
      await host.provider('<express-payouts></express-payouts>');
      const element = the('express-payouts');
      await until(() => textOf(element).includes('Open this page in your browser'), 'the notice');
      expect(textOf(element)).to.include('Copy link');
      expect(host.count('POST', '/account-session')).to.equal(0);
      await accessible(element);
    } finally {
      Reflect.deleteProperty(navigator, 'userAgent');
    }
  });
});
