import { expect } from 'chai';
import '@express-elements/elements/express-notification-banner';
import '@express-elements/elements/express-payments';
import '@express-elements/elements/express-payouts';
import { openHost, the, until, type TestHost } from '../support/host.ts';

describe('the session of a page', () => {
  let host: TestHost;
  beforeEach(() => {
    host = openHost();
  });
  afterEach(() => host.close());

  it('opens one account session and one Connect instance for all of its elements', async () => {
    const before = { ...host.connect.sandbox };
    await host.provider(
      '<express-payments></express-payments><express-payouts></express-payouts><express-notification-banner></express-notification-banner>',
    );
    await until(() => the('express-payments').matches(':state(ready)'), 'payments');
    await until(() => the('express-payouts').matches(':state(ready)'), 'payouts');
    expect(host.count('GET', '/account')).to.equal(1);
    expect(host.count('POST', '/account-session')).to.equal(1);
    expect(host.connect.sandbox.inits - before.inits).to.equal(1);
    const stripe = the('express-payments').firstElementChild;
    expect(stripe?.localName).to.equal('stripe-connect-payments');
    expect(stripe?.slot).to.equal('stripe');
    expect(stripe?.getRootNode()).to.equal(document);
  });
});
