import { expect } from 'chai';
import '@express-elements/elements/express-balance';
import { openHost, textOf, the, until, type TestHost } from '../support/host.ts';
import { servePage } from '../support/page-fetch.ts';

/** In this order: what is defined once stays so for the page. */
describe('an element that is upgraded before its provider', () => {
  let host: TestHost;
  let stop: () => void;
  before(() => {
    host = openHost();
    stop = servePage(host);
  });
  after(async () => {
    stop();
    await host.close();
  });

  it('waits for it, and finds it, also through a shadow root', async () => {
    const outer = document.createElement('express-provider');
    outer.setAttribute('endpoint', '/express');
    const box = document.createElement('div');
    const inner = document.createElement('express-balance');
    inner.view = 'summary';
    inner.textContent = 'Fallback';
    box.attachShadow({ mode: 'open' }).append(inner);
    outer.append(box);
    document.body.append(outer);
    await inner.updateComplete;
    expect(inner.matches(':state(loading)')).to.equal(true);
    expect(textOf(inner)).not.to.include('Fallback');
    expect(host.asked).to.deep.equal([]);

    await import('@express-elements/elements/express-provider');
    await until(() => textOf(inner).includes('$'), 'dollars');
    expect(host.count('GET', '/balance')).to.equal(1);
  });

  it('keeps properties that were set before', async () => {
    const frame = document.createElement('express-provider');
    frame.endpoint = '/express/';
    document.body.append(frame);
    await frame.updateComplete;
    const balance = document.createElement('express-balance');
    balance.view = 'summary';
    frame.append(balance);
    await until(() => textOf(balance).includes('$'), 'dollars');
    // The same endpoint, written with a slash: the page's one session, whose answers are known already.
    expect(host.count('GET', '/account')).to.equal(1);
    expect(host.count('GET', '/balance')).to.equal(1);
  });

  it('works alone with an endpoint, in the same session', async () => {
    const alone = document.createElement('express-balance');
    alone.view = 'summary';
    alone.endpoint = '/express';
    document.body.append(alone);
    await until(() => textOf(alone).includes('$'), 'dollars');
    expect(host.count('GET', '/account')).to.equal(1);
    alone.remove();
  });

  it('says by its fallback that there is no endpoint, where no provider stands around it', async () => {
    const lost = document.createElement('express-balance');
    lost.textContent = 'No endpoint';
    document.body.append(lost);
    await lost.updateComplete;
    expect(textOf(lost)).to.equal('No endpoint');
    lost.remove();
  });

  it('hears of a provider that comes later, and loses it on leaving', async () => {
    const provider = document.createElement('express-provider');
    document.body.append(provider);
    const balance = document.createElement('express-balance');
    balance.view = 'summary';
    balance.textContent = 'No endpoint';
    provider.append(balance);
    await balance.updateComplete;
    expect(textOf(balance)).to.equal('No endpoint');
    provider.endpoint = '/express';
    await until(() => textOf(balance).includes('$'), 'dollars');
    document.body.append(balance);
    await until(() => textOf(balance) === 'No endpoint', 'the fallback');
    balance.remove();
    expect(the('express-provider')).to.not.equal(null);
  });
});
