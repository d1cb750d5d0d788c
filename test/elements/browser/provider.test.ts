import type { AccountAnswer } from '@express-elements/contract';
import { expect } from 'chai';
import '@express-elements/elements/express-balance';
import '@express-elements/elements/express-login-link';
import '@express-elements/elements/express-notification-banner';
import { answered, anEndpoint, anError, ofAccount } from '../support/answers.ts';
import { accessible } from '../support/axe.ts';
import { openHost, textOf, the, until, type TestHost } from '../support/host.ts';
import { servePage } from '../support/page-fetch.ts';
import { listen } from '../support/warnings.ts';

describe('express-provider', () => {
  let host: TestHost;
  beforeEach(() => {
    host = openHost();
  });
  afterEach(() => host.close());

  it('asks for headers per request, and once more after a 401', async () => {
    const provider = await host.provider('<express-balance view="summary"></express-balance>');
    await until(() => the('express-balance').matches(':state(ready)'), 'the balance');
    let asked = 0;
    provider.headers = async () => ({ Authorization: `Bearer ${(asked += 1)}` });
    const tokens: (string | null)[] = [];
    const expired = anError(401, 'token_expired');
    host.answer = (request, real) => {
      tokens.push(request.headers.get('Authorization'));
      return tokens.length === 1 ? expired(request, real) : real();
    };
    const before = host.count('GET', '/account');
    the('express-balance').refresh();
    await until(() => tokens.length === 2, 'the second try');
    expect(tokens).to.deep.equal(['Bearer 1', 'Bearer 2']);
    // Another function is no other session.
    expect(host.count('GET', '/account')).to.equal(before);
  });

  it('has no box of its own', async () => {
    const provider = await host.provider('<p>Text</p>');
    expect(getComputedStyle(provider).display).to.equal('contents');
  });

  it('gives another endpoint to all that is inside', async () => {
    const provider = await host.provider('<express-balance view="summary">None</express-balance>');
    await until(() => textOf(the('express-balance')).includes('$'), 'dollars');
    provider.endpoint = null;
    await until(() => textOf(the('express-balance')) === 'None', 'the fallback');
    provider.endpoint = '/express';
    await until(() => textOf(the('express-balance')).includes('$'), 'dollars');
    expect(host.count('GET', '/account')).to.equal(2);
  });
});

describe('express-notification-banner', () => {
  let host: TestHost;
  let ear: ReturnType<typeof listen>;
  beforeEach(() => {
    ear = listen();
  });
  afterEach(async () => {
    ear.stop();
    await host.close();
  });

  it('takes no room where nothing is due', async () => {
    host = openHost({ country: 'US' });
    await host.provider('<express-notification-banner></express-notification-banner>');
    const banner = the('express-notification-banner');
    expect(banner.offsetHeight).to.equal(0);
    await until(() => banner.matches(':state(empty)'), 'the answer');
    expect(banner.offsetHeight).to.equal(0);
    expect(ear.warnings).to.deep.equal([]);
  });

  it('shows what is due and tells how much', async () => {
    host = openHost({ country: 'DE' });
    const told: number[] = [];
    document.addEventListener(
      'express-notifications-change',
      (event) => 'total' in event && told.push(Number(event.total)),
      { once: true },
    );
    await host.provider('<express-notification-banner></express-notification-banner>');
    const banner = the('express-notification-banner');
    await until(() => banner.matches(':state(ready)') && banner.offsetHeight > 20, 'the banner');
    await until(() => told.length === 1, 'the event');
    expect(told[0]).to.be.greaterThan(0);
  });

  it('warns once where the session cannot onboard', async () => {
    host = openHost({ country: 'US' });
    host.answer = answered({
      '/account-session': async (_request, real) => {
        const response = await real();
        const answer = await response.json();
        answer.components.account_onboarding.enabled = false;
        return Response.json(answer, { headers: response.headers });
      },
    });
    await host.provider('<express-notification-banner></express-notification-banner>');
    await until(() => the('express-notification-banner').matches(':state(empty)'), 'the answer');
    expect(ear.warnings.length).to.equal(1);
    expect(ear.warnings[0]).to.include('account_onboarding');
  });
});

describe('express-login-link', () => {
  let host: TestHost;
  beforeEach(() => {
    host = openHost();
  });
  afterEach(() => host.close());

  const button = () => the('express-login-link').renderRoot.querySelector('button');
  const open = async () => {
    await host.provider('<express-login-link>No dashboard</express-login-link>');
    await until(button, 'the button');
    return the('express-login-link');
  };

  it('asks for a fresh link at each press, and sends the tab there', async () => {
    const element = await open();
    element.loginOrigins = [location.origin];
    // A frame in the tab's place: its window goes where it is sent.
    const frame = document.createElement('iframe');
    frame.title = 'Tab';
    document.body.append(frame);
    const own = window.open;
    window.open = () => frame.contentWindow;
    let minted = 0;
    host.answer = answered({
      '/login-link': async (request) => {
        expect(await request.json()).to.deep.equal({ expected_account: host.signIn.account });
        return ofAccount(
          host,
          JSON.stringify({ url: `${location.origin}/package.json?link=${(minted += 1)}` }),
          'application/json',
        );
      },
    });
    const isAt = (link: number) => frame.contentWindow?.location.search === `?link=${link}`;
    try {
      button()?.click();
      await until(() => isAt(1), 'the first');
      await element.updateComplete;
      button()?.click();
      await until(() => isAt(2), 'the second');
    } finally {
      window.open = own;
      frame.remove();
    }
  });

  it('opens no link that is not Stripe’s', async () => {
    const element = await open();
    const own = window.open;
    window.open = () => null;
    try {
      host.answer = answered({
        '/login-link': async () =>
          ofAccount(host, '{"url":"https://evil.test/express"}', 'application/json'),
      });
      button()?.click();
      await until(() => element.matches(':state(error)'), 'the error');
      expect(element.renderRoot.querySelector('a')).to.equal(null);
    } finally {
      window.open = own;
    }
  });

  it('gives a link to press where the browser lets no tab open, and says that it works once', async () => {
    const element = await open();
    element.loginOrigins = [location.origin];
    const url = `${location.origin}/package.json`;
    const own = window.open;
    window.open = () => null;
    try {
      host.answer = answered({
        '/login-link': async () => ofAccount(host, JSON.stringify({ url }), 'application/json'),
      });
      button()?.click();
      const link = await until(() => element.renderRoot.querySelector('a'), 'the link');
      expect(link.href).to.equal(url);
      expect(link.rel).to.include('noopener');
      expect(textOf(element)).to.match(/works once/);
      await accessible(element);
      link.addEventListener('click', (event) => event.preventDefault());
      link.click();
      await until(button, 'the button again, for the link is used up');
    } finally {
      window.open = own;
    }
  });

  for (const livemode of [true, false])
    it(`${livemode ? 'offers' : 'has not'} Stripe’s own sign-in where a link fails in ${livemode ? 'live' : 'test'} mode`, async () => {
      host.answer = answered({
        '/account': async (_request, real) => {
          const response = await real();
          const answer: AccountAnswer = await response.json();
          return Response.json({ ...answer, livemode }, { headers: response.headers });
        },
        '/login-link': anError(502, 'stripe_error'),
      });
      const element = await open();
      const own = window.open;
      window.open = () => null;
      try {
        button()?.click();
        await until(() => element.matches(':state(error)'), 'the error');
        const link = element.renderRoot.querySelector('a');
        expect(link?.href ?? null).to.equal(
          livemode ? 'https://connect.stripe.com/express_login' : null,
        );
        await accessible(element);
      } finally {
        window.open = own;
      }
    });

  it('asks for no link inside an app, and says what to do', async () => {
    const { userAgent } = navigator;
    const app = `${userAgent} Instagram 300.0`;
    Object.defineProperty(navigator, 'userAgent', { value: app, configurable: true });
    try {
      await host.provider('<express-login-link></express-login-link>');
      const element = the('express-login-link');
      await until(() => /in your browser/.test(textOf(element)), 'the notice');
      expect(element.renderRoot.querySelector('form')).to.equal(null);
      expect([...element.renderRoot.querySelectorAll('button')].map(textOf)).to.deep.equal([
        'Copy link',
      ]);
      await accessible(element);
      expect(host.count('POST', '/login-link')).to.equal(0);
    } finally {
      Reflect.deleteProperty(navigator, 'userAgent');
    }
  });

  it('is a plain form where that gets in', async () => {
    const stop = servePage(host);
    try {
      const alone = document.createElement('express-login-link');
      alone.endpoint = '/express';
      document.body.append(alone);
      const form = await until(() => alone.renderRoot.querySelector('form'), 'the form');
      expect(form.action).to.equal(new URL('/express/login-link', location.href).href);
      expect(form.method).to.equal('post');
      expect(form.target).to.equal('_blank');
      expect(form.rel).to.include('noopener');
      expect([...new FormData(form)]).to.deep.equal([['expected_account', host.signIn.account]]);
      await accessible(alone);
      alone.remove();
    } finally {
      stop();
    }
  });

  it('is not there where the role or the endpoint has none', async () => {
    host.answer = answered({ '/account': anEndpoint({ login_link: false }) });
    await host.provider('<express-login-link>No dashboard</express-login-link>');
    const element = the('express-login-link');
    await until(() => textOf(element) === 'No dashboard', 'the fallback');
  });
});
