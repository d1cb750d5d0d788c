import type { Activity } from '@express-elements/contract';
import { expect } from 'chai';
import '@express-elements/elements/activity-hub';
import type { ActivityHub } from '@express-elements/elements/activity-hub/element';
import { answered, anEndpoint, anError, aStream, ofAccount } from '../support/answers.ts';
import { accessible } from '../support/axe.ts';
import { openHost, textOf, the, until, type HostOptions, type TestHost } from '../support/host.ts';

describe('activity-hub', () => {
  let host: TestHost;
  afterEach(async () => {
    localStorage.clear();
    await host.close();
  });

  const open = async (markup = '<activity-hub></activity-hub>', options: HostOptions = {}) => {
    host = openHost(options);
    await host.provider(markup);
    return the('activity-hub');
  };
  const ready = (hub: ActivityHub) => until(() => hub.matches(':state(ready)'), 'the feed');
  const all = (hub: ActivityHub, selector: string) => [
    ...(hub.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
  ];
  /** What stands in the feed, a line of several payments as one. */
  const lines = (hub: ActivityHub) => all(hub, 'section > ul > li');
  const cents = (text: string) => Math.round(Number(text.replaceAll(/[^\d.]/g, '')) * 100);
  const button = (hub: ActivityHub, name: string) => {
    const found = all(hub, 'button').find((each) => textOf(each) === name);
    if (!found) throw new Error(`There is no button “${name}” in: ${textOf(hub)}`);
    return found;
  };
  const fromServer = async (): Promise<Activity> => {
    const url = new URL('/express/activity?limit=50', location.href);
    return (await host.express.fetch(new Request(url))).json();
  };

  it('shows what the endpoint tells, newest first, by day', async () => {
    const hub = await open();
    await ready(hub);
    const { data } = await fromServer();
    const times = all(hub, '[part="item"] time').map((time) => time.getAttribute('datetime'));
    expect(times).to.deep.equal(data.map(({ created }) => new Date(created * 1000).toISOString()));
    await accessible(hub);
  });

  it('tells payments in a row as one line with their sum, which opens to each of them', async () => {
    const hub = await open();
    await ready(hub);
    const runs = all(hub, 'details.run');
    expect(runs.length).to.be.greaterThan(0);
    for (const run of runs) {
      const [title, ...titles] = [...run.querySelectorAll<HTMLElement>('.title')].map(textOf);
      const each = titles.map(cents);
      const [, count, sum] = /^(\d+) payments: (\S+)$/.exec(title ?? '') ?? [];
      expect(each.length).to.equal(Number(count));
      expect(each.reduce((total, amount) => total + amount)).to.equal(cents(sum ?? ''));
    }
    const [run] = runs;
    run?.querySelector('summary')?.click();
    await until(() => run?.hasAttribute('open'), 'the payments');
    await accessible(hub);
    run?.querySelector<HTMLElement>('ul button')?.click();
    await until(() => hub.querySelector('express-payment-details'), 'Stripe’s details');
  });

  it('goes on to earlier pages where a short feed is payments only', async () => {
    host = openHost();
    let told: Activity | null = null;
    host.answer = answered({
      '/activity': async (request, real) => {
        const isLater = new URL(request.url).searchParams.has('after');
        const answer: Activity = (told ??= await (await real()).json());
        const data = answer.data.filter(({ kind }) => (kind === 'payment_received') !== isLater);
        const page = { ...answer, data, needs_you: [], next_cursor: isLater ? null : 'later' };
        return ofAccount(host, JSON.stringify(page), 'application/json');
      },
    });
    await host.provider('<activity-hub limit="20"></activity-hub>');
    const hub = the('activity-hub');
    await until(() => /refunded|Payout/.test(textOf(hub)), 'what else happened');
    expect(lines(hub).length).to.be.within(10, 20);
  });

  it('puts what needs the seller on top, most urgent first, with one button each', async () => {
    const hub = await open('<activity-hub></activity-hub>', { country: 'DE' });
    await ready(hub);
    const { needs_you } = await fromServer();
    expect(needs_you.length).to.be.greaterThan(3);
    const needs = all(hub, '[part="need"]');
    expect(needs.length).to.equal(needs_you.length);
    for (const [index, need] of needs_you.entries())
      expect(needs[index]?.querySelectorAll('button').length).to.equal(need.opens ? 1 : 0);
    expect(textOf(hub)).to.match(/Activity.*Needs you.*Evidence due/);
  });

  it('opens Stripe’s component for an item, beside it in the document', async () => {
    const hub = await open();
    await ready(hub);
    all(hub, 'button[part="item"]')[0]?.click();
    const opened = await until(
      () => hub.querySelector('express-payout-details, express-payment-details'),
      'Stripe’s details',
    );
    expect(opened.getRootNode()).to.equal(document);
  });

  it('leaves the opening to a page that wants it', async () => {
    const hub = await open();
    await ready(hub);
    let told = '';
    hub.addEventListener('express-activity-select', (event) => {
      event.preventDefault();
      told = event.opens.element;
    });
    all(hub, 'button[part="item"]')[0]?.click();
    expect(told).to.match(/^(payout|payment)-details$/);
    await hub.updateComplete;
    expect(hub.childElementCount).to.equal(0);
  });

  it('keeps read marks in the browser where the server keeps none, for each account', async () => {
    const hub = await open();
    const counts: number[] = [];
    hub.addEventListener('express-unread-change', ({ unread }) => counts.push(unread));
    await ready(hub);
    await until(() => counts.length > 0, 'a count');
    button(hub, 'Mark all read').click();
    await until(() => counts.at(-1) === 0, 'none unread');
    expect(counts[0]).to.be.greaterThan(0);
    const later = document.createElement('activity-hub');
    the('express-provider').append(later);
    await ready(later);
    expect(all(later, '.mark')).to.have.length(0);
  });

  it('marks one item as read by its dot, opens nothing, and leaves the focus at the item', async () => {
    const hub = await open();
    const counts: number[] = [];
    hub.addEventListener('express-unread-change', ({ unread }) => counts.push(unread));
    await ready(hub);
    const mark = await until(() => all(hub, '.mark')[0], 'something unread');
    const line = mark.closest('li');
    expect(mark.getAttribute('aria-label')).to.match(/^Mark as read: .*\$/);
    mark.click();
    await until(() => line?.querySelector('.mark') === null, 'the mark gone');
    expect(counts.at(-1)).to.equal(counts[0]! - 1);
    expect(hub.shadowRoot?.activeElement === line?.querySelector('.item')).to.equal(true);
    expect(hub.childElementCount).to.equal(0);
  });

  it('asks the endpoint for one group of kinds', async () => {
    const hub = await open();
    await ready(hub);
    button(hub, 'Refunds').click();
    await until(() => host.queries('/activity').at(-1)?.includes('refund_created'), 'the question');
    await until(
      () => all(hub, '[part="item"]').every((item) => /refund/i.test(textOf(item))),
      'only refunds',
    );
  });

  it('shows a live item without being asked, and says so to screen readers', async () => {
    host = openHost();
    const stream = aStream();
    host.answer = answered({
      '/account': anEndpoint({ live: { transport: 'sse' } }),
      '/live': stream.answer(host),
    });
    await host.provider('<activity-hub></activity-hub>');
    const hub = the('activity-hub');
    await ready(hub);
    await until(() => stream.isOpen(), 'the stream');
    const before = all(hub, '[part="item"]').length;
    await host.sandbox.failPayout(host.signIn.account);
    stream.send('activity');
    await until(() => /failed/.test(textOf(hub)), 'the failed payout');
    expect(all(hub, '[part="item"]').length + all(hub, '[part="need"]').length).to.be.greaterThan(
      before,
    );
    await until(() => /new activit/.test(textOf(hub)), 'the announcement');
  });

  it('stays short by its limit, with a way to all of it', async () => {
    const hub = await open('<activity-hub limit="5"></activity-hub>', { country: 'DE' });
    await ready(hub);
    expect(lines(hub)).to.have.length(5);
    let section = '';
    hub.addEventListener('express-see-all', (event) => (section = event.section));
    button(hub, 'See all activity').click();
    expect(section).to.equal('activity');
  });

  it('is a bell that names its count and opens the feed', async () => {
    const hub = await open('<activity-hub variant="bell"></activity-hub>');
    await ready(hub);
    const bell = all(hub, '[part="bell"]')[0];
    if (!bell) throw new Error('There is no bell.');
    expect(bell.getAttribute('aria-label')).to.match(/^Activity, \d+ unread$/);
    bell.click();
    await until(() => hub.shadowRoot?.querySelector('#hub:popover-open'), 'the popover');
    await accessible(hub);
  });

  it('says why it failed and comes back on Retry', async () => {
    host = openHost();
    host.answer = answered({ '/activity': anError(503, 'unavailable') });
    await host.provider('<activity-hub></activity-hub>');
    const hub = the('activity-hub');
    await until(() => hub.matches(':state(error)'), 'the failure');
    expect(textOf(hub)).to.match(/We couldn't load your activity.*req_test/);
    await accessible(hub);
    host.answer = null;
    button(hub, 'Retry').click();
    await ready(hub);
  });

  it('shows the page’s own content to whom it is not offered', async () => {
    host = openHost();
    host.answer = answered({ '/account': anEndpoint({ activity: null }) });
    await host.provider('<activity-hub>Nothing for you here.</activity-hub>');
    const hub = the('activity-hub');
    await until(() => textOf(hub) === 'Nothing for you here.', 'the fallback');
    expect(host.count('GET', '/activity')).to.equal(0);
  });
});
