/** The room of what comes again: kept from when it was last there, on this visit or an earlier one. */
import { expect } from 'chai';
import { openHost, the, until, type TestHost } from '../support/host.ts';

const KEPT = 'express-elements:heights:site';

describe('the room that an element had', () => {
  let host: TestHost;
  before(async () => {
    // What another version, or another program, may have left there.
    localStorage.setItem(KEPT, '{"express-notification-banner  20": "tall", "activity-hub": -8}');
    await import('@express-elements/elements/express-notification-banner');
  });
  beforeEach(() => {
    host = openHost({ country: 'DE' });
  });
  afterEach(() => host.close());
  after(() => localStorage.removeItem(KEPT));

  const below = () => the('footer').getBoundingClientRect().top;

  it('is kept while the element loads again, for a banner too, and given back', async () => {
    await host.provider(
      '<express-notification-banner></express-notification-banner><footer>Below</footer>',
    );
    const first = the('express-notification-banner');
    const beside = below();
    expect(first.offsetHeight, 'nothing was known before').to.equal(0);
    await until(() => first.matches(':state(ready)'), 'the banner');
    const height = first.offsetHeight;
    expect(height).to.be.greaterThan(40);
    expect(below()).to.be.closeTo(beside + height, 1);
    // Its height has been seen by the time a frame is drawn.
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);

    first.remove();
    const later = document.createElement('express-notification-banner');
    the('footer').before(later);
    await later.updateComplete;
    expect(later.matches(':state(loading)')).to.equal(true);
    expect(below(), 'the room from before').to.be.closeTo(beside + height, 1);
    await until(() => later.matches(':state(ready)'), 'the banner again');
    expect(below(), 'while Stripe draws').to.be.closeTo(beside + height, 1);
    later.remove();
    expect(later.getAttribute('style') ?? '').to.equal('');
  });

  it('is kept for the next visit, and not where there is nothing any more', async () => {
    await host.provider('<express-notification-banner></express-notification-banner>');
    const banner = the('express-notification-banner');
    await until(() => banner.matches(':state(ready)'), 'the banner');
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const kept = () => {
      dispatchEvent(new PageTransitionEvent('pagehide'));
      return Object.entries(JSON.parse(localStorage.getItem(KEPT) ?? '{}'));
    };
    expect(kept().map(([key, height]) => [key.split(' ')[0], height])).to.deep.equal([
      ['express-notification-banner', banner.offsetHeight],
    ]);

    await host.close();
    host = openHost();
    await host.provider('<express-notification-banner></express-notification-banner>');
    const empty = the('express-notification-banner');
    await until(() => empty.matches(':state(empty)'), 'nothing to be needed of this seller');
    expect(empty.getAttribute('style') ?? '').to.equal('');
    expect(kept()).to.deep.equal([]);
  });
});
