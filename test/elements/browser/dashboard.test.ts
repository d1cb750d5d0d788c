import { expect } from 'chai';
import '@express-elements/elements/express-dashboard';
import type { ExpressDashboard } from '@express-elements/elements/express-dashboard/element';
import type { EarningsRows } from '@express-elements/elements/express-earnings/element';
import type { ExpressTransactions } from '@express-elements/elements/express-transactions/element';
import {
  ExpressRowsAskEvent,
  ExpressRowsOpenEvent,
} from '../../../packages/elements/src/events/rows.ts';
import { formatMoney } from '../../../packages/elements/src/format/index.ts';
import { answered, anError } from '../support/answers.ts';
import { accessible } from '../support/axe.ts';
import { openHost, textOf, the, until, type HostOptions, type TestHost } from '../support/host.ts';

describe('express-dashboard', () => {
  let host: TestHost;
  afterEach(async () => {
    localStorage.clear();
    history.replaceState(null, '', location.pathname + location.search);
    await host.close();
  });

  const open = async (
    markup = '<express-dashboard></express-dashboard>',
    options: HostOptions = {},
  ) => {
    host = openHost(options);
    await host.provider(markup);
    return the('express-dashboard');
  };
  const tabs = (dashboard: ExpressDashboard) => [
    ...(dashboard.shadowRoot?.querySelectorAll<HTMLElement>('[role="tab"]') ?? []),
  ];
  const names = (dashboard: ExpressDashboard) => tabs(dashboard).map(textOf);
  const tab = (dashboard: ExpressDashboard, name: string) =>
    until(() => tabs(dashboard).find((each) => textOf(each) === name), `the tab ${name}`);
  const shown = (dashboard: ExpressDashboard) =>
    [...dashboard.children]
      .filter((element) => element.assignedSlot?.hidden === false)
      .map(({ localName }) => localName);

  it('has every section for an owner, its elements in the document itself', async () => {
    const dashboard = await open();
    await tab(dashboard, 'Reports');
    expect(names(dashboard)).to.deep.equal([
      'Overview',
      'Transactions',
      'Payments',
      'Payouts',
      'Reports',
      'Activity',
      'Account',
    ]);
    expect(shown(dashboard)).to.include.members([
      'express-balance',
      'express-earnings',
      'activity-hub',
      'express-transactions',
    ]);
    for (const element of dashboard.children) expect(element.getRootNode()).to.equal(document);
    await accessible(dashboard);
  });

  it('has only what support may see, and asks for nothing else', async () => {
    const dashboard = await open(undefined, { role: 'support' });
    await tab(dashboard, 'Payments');
    expect(names(dashboard)).to.not.include.members(['Payouts', 'Reports', 'Account']);
    for (const path of ['/balance', '/earnings']) expect(host.count('GET', path)).to.equal(0);
  });

  it('leads from a figure to its rows in the list of all of them', async () => {
    const dashboard = await open();
    await tab(dashboard, 'Transactions');
    const { account } = host.signIn;
    const balance = dashboard.querySelector('express-balance')!;
    expect(balance.dispatchEvent(new ExpressRowsAskEvent({}, account))).to.equal(false);
    balance.dispatchEvent(
      new ExpressRowsOpenEvent({ status: 'pending', currency: 'usd' }, account),
    );
    const list = await until(
      () =>
        dashboard.querySelector<ExpressTransactions>('express-transactions[slot="transactions"]'),
      'the list',
    );
    expect(dashboard.section).to.equal('transactions');
    await until(() => list.matches(':state(ready)'), 'rows');
    expect([list.status, list.currency]).to.deep.equal(['pending', 'usd']);
    // The short list of the overview is as it was.
    const short = dashboard.querySelector<ExpressTransactions>('express-transactions[limit]');
    expect(short?.status).to.equal(null);
    expect(document.activeElement).to.equal(list);
  });

  it('has chart and hub end at one height, whichever is taller, as chart and as table', async () => {
    const dashboard = await open();
    const chart = await until(() => dashboard.querySelector('express-earnings'), 'the chart');
    const hub = await until(() => dashboard.querySelector('activity-hub'), 'the hub');
    dashboard.style.setProperty('width', '1180px');
    const bottom = (element: HTMLElement, selector: string) =>
      element.shadowRoot?.querySelector(selector)?.getBoundingClientRect().bottom ?? 0;
    await until(() => chart.matches(':state(ready)') && hub.matches(':state(ready)'), 'both');
    for (const view of ['chart', 'table'] as const)
      for (const taller of ['500px', '900px']) {
        chart.view = view;
        await chart.updateComplete;
        hub.style.setProperty('min-block-size', taller);
        expect(hub.offsetHeight).to.be.at.least(Number.parseInt(taller, 10));
        expect(bottom(chart, '.card')).to.be.closeTo(bottom(hub, '.card'), 1);
        expect(bottom(chart, '.foot')).to.be.closeTo(bottom(chart, '.card'), 2);
      }
    const plot = () => chart.shadowRoot!.querySelector<HTMLElement>('.plot');
    chart.view = 'chart';
    await chart.updateComplete;
    const tall = plot()!.offsetHeight;
    expect(tall).to.be.greaterThan(600);
    hub.style.removeProperty('min-block-size');
    // The drawing lets go of the room it had.
    expect(plot()!.offsetHeight).to.be.lessThan(tall);
  });

  it('leads from bars of the chart to just their rows, which add up to them', async () => {
    const dashboard = await open();
    const chart = await until(() => dashboard.querySelector('express-earnings'), 'the chart');
    const told: (EarningsRows | null)[] = [];
    dashboard.addEventListener('express-range-select', (event) => told.push(event.rows));
    const plot = await until(
      () => chart.shadowRoot?.querySelector<HTMLElement>('.plot[role=slider]'),
      'the drawing',
    );
    const press = (key: string, shiftKey = false) =>
      plot.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
    press('End');
    press('ArrowLeft');
    press('ArrowLeft', true);
    press('ArrowLeft', true);
    press('Enter');
    const show = await until(
      () => chart.shadowRoot?.querySelector<HTMLElement>('.picked .button'),
      'the way to the rows',
    );
    show.click();
    const list = await until(
      () =>
        dashboard.querySelector<ExpressTransactions>('express-transactions[slot="transactions"]'),
      'the list',
    );
    expect(dashboard.section).to.equal('transactions');
    const totals = await until(
      () =>
        list.netVolume && list.matches(':state(ready)')
          ? list.shadowRoot?.querySelector<HTMLElement>('.totals')
          : null,
      'rows',
    );
    expect([list.from, list.to]).to.deep.equal(['2026-11-21', '2026-11-23']);
    const [rows] = told;
    await until(() => totals.innerText.includes(formatMoney(rows!.net, 'usd', 'en')), 'the sum');
    expect(totals.innerText).to.contain(`${rows!.count} transactions`);
  });

  it('makes a section when it is first shown, hides it then, and never loads it anew', async () => {
    const dashboard = await open();
    (await tab(dashboard, 'Payments')).click();
    const payments = await until(
      () => dashboard.querySelector('stripe-connect-payments'),
      'Stripe’s payments',
    );
    expect(shown(dashboard)).to.deep.equal(['express-payments', 'express-disputes-list']);
    const { remounts } = host.connect.sandbox;
    (await tab(dashboard, 'Overview')).click();
    await dashboard.updateComplete;
    expect(shown(dashboard)).to.not.include('express-payments');
    (await tab(dashboard, 'Payments')).click();
    await dashboard.updateComplete;
    expect(dashboard.querySelector('stripe-connect-payments')).to.equal(payments);
    expect(host.connect.sandbox.remounts).to.equal(remounts);
    expect(host.count('POST', '/account-session')).to.equal(1);
  });

  it('keeps the order of a section, whatever comes first', async () => {
    const dashboard = await open('<express-dashboard section="account"></express-dashboard>');
    await until(() => dashboard.querySelector('express-documents'), 'what Stripe grants');
    expect(shown(dashboard)).to.deep.equal([
      'express-account-management',
      'express-documents',
      'express-login-link',
    ]);
  });

  it('goes from tab to tab by arrow keys', async () => {
    const dashboard = await open();
    const overview = await tab(dashboard, 'Overview');
    overview.focus();
    overview.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    await until(() => dashboard.shadowRoot?.activeElement?.id === 'tab-transactions', 'the focus');
    expect(dashboard.section).to.equal('transactions');
  });

  it('leads from a short list to all of it', async () => {
    const dashboard = await open();
    const list = await until(() => dashboard.querySelector('express-transactions'), 'the list');
    const link = await until(
      () =>
        [...(list.shadowRoot?.querySelectorAll('button') ?? [])].find(
          (each) => textOf(each) === 'See all',
        ),
      'the way to all',
    );
    link.click();
    expect(dashboard.section).to.equal('transactions');
  });

  it('keeps its section in the address only when asked to', async () => {
    const dashboard = await open('<express-dashboard hash-routes></express-dashboard>');
    (await tab(dashboard, 'Transactions')).click();
    expect(location.hash).to.equal('#/transactions');
    location.hash = '#/activity';
    await until(() => dashboard.section === 'activity', 'the section of the address');
    location.hash = '#elsewhere';
    await new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    expect(dashboard.section).to.equal('activity');
  });

  it('waits for a wished section of Stripe’s without showing another first', async () => {
    const dashboard = await open('<express-dashboard section="payouts"></express-dashboard>');
    await until(() => dashboard.querySelector('express-payouts'), 'the payouts');
    expect(dashboard.querySelector('express-earnings')).to.equal(null);
    expect(host.count('GET', '/earnings')).to.equal(0);
  });

  it('has the sections that the page wants, in its order', async () => {
    const dashboard = await open(
      '<express-dashboard sections="activity overview nonsense"></express-dashboard>',
    );
    await tab(dashboard, 'Overview');
    expect(names(dashboard)).to.deep.equal(['Activity', 'Overview']);
    expect(shown(dashboard)).to.deep.equal(['activity-hub']);
  });

  it('gives way to the page’s own content, which is hidden with its section', async () => {
    const dashboard = await open(`<express-dashboard>
      <p slot="reports">Ask our accountants.</p><p slot="hub"></p>
    </express-dashboard>`);
    (await tab(dashboard, 'Reports')).click();
    await until(() => shown(dashboard).join() === 'p', 'the page’s own reports');
    expect(dashboard.querySelector('express-balance-report')).to.equal(null);
    (await tab(dashboard, 'Overview')).click();
    await until(() => shown(dashboard).includes('express-earnings'), 'the overview');
    expect(dashboard.querySelector('activity-hub')).to.equal(null);
    expect(the('p').checkVisibility()).to.equal(false);
    await accessible(dashboard);
    dashboard.querySelector('[slot="hub"]')?.remove();
    await until(
      () => dashboard.querySelector('activity-hub'),
      'our own hub, for there is no other',
    );
  });

  it('comes back to the section in which the seller was', async () => {
    const dashboard = await open('<express-dashboard remember></express-dashboard>');
    (await tab(dashboard, 'Payments')).click();
    dashboard.remove();
    const later = document.createElement('express-dashboard');
    later.remember = true;
    the('express-provider').append(later);
    await until(() => later.querySelector('express-payments'), 'the payments');
    expect(later.section).to.equal('payments');
    expect(later.querySelector('express-earnings')).to.equal(null);
  });

  it('lets who goes by keyboard skip the tabs', async () => {
    const dashboard = await open();
    await tab(dashboard, 'Overview');
    const skip = dashboard.shadowRoot?.querySelector<HTMLElement>('.skip');
    skip?.focus();
    expect(skip?.offsetWidth).to.be.greaterThan(20);
    skip?.click();
    expect(dashboard.shadowRoot?.activeElement?.id).to.equal('panel');
  });

  it('begins anew for another sign-in', async () => {
    const dashboard = await open();
    await until(
      () => dashboard.querySelector('express-balance')?.matches(':state(ready)'),
      'figures',
    );
    const before = dashboard.querySelector('express-balance');
    const other = host.sandbox.sellers.find(({ country }) => country === 'JP');
    host.signIn = { ...host.signIn, account: other?.account ?? '' };
    the('express-provider').refresh();
    await until(() => {
      const balance = dashboard.querySelector('express-balance');
      return balance !== before && balance && /¥/.test(textOf(balance));
    }, 'the other seller’s balance');
    expect(textOf(dashboard)).to.not.contain('$');
  });

  it('says why there is no dashboard, and comes back on Retry', async () => {
    host = openHost();
    host.answer = answered({ '/account': anError(503, 'unavailable') });
    await host.provider('<express-dashboard></express-dashboard>');
    const dashboard = the('express-dashboard');
    await until(() => dashboard.matches(':state(error)'), 'the failure');
    await accessible(dashboard);
    host.answer = null;
    dashboard.shadowRoot?.querySelector('button')?.click();
    await tab(dashboard, 'Overview');
  });
});
