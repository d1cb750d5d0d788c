import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@express-elements/elements/express-dashboard';
import { failing, pending } from './support/answers.ts';
import { element, inPage } from './support/page.ts';

const meta: Meta = {
  title: 'express-dashboard',
  component: 'express-dashboard',
  render: () => element('express-dashboard'),
};
export default meta;

export const Overview: StoryObj = { decorators: [inPage()] };
export const Payouts: StoryObj = {
  render: () => element('express-dashboard', { section: 'payouts' }),
  decorators: [inPage()],
};
export const Account: StoryObj = {
  render: () => element('express-dashboard', { section: 'account' }),
  decorators: [inPage()],
};
export const NeedsYou: StoryObj = { decorators: [inPage({ signIn: { seller: 2 } })] };
export const ForFinance: StoryObj = { decorators: [inPage({ signIn: { role: 'finance' } })] };
export const ForSupport: StoryObj = { decorators: [inPage({ signIn: { role: 'support' } })] };
export const Loading: StoryObj = { decorators: [inPage({ answers: { '/account': pending } })] };
export const Failed: StoryObj = {
  decorators: [inPage({ answers: { '/account': failing(503, 'unavailable', 'api') } })],
};

/** A host's own content in the place of reports and beside the earnings; the sections that it wants, in its order. */
export const OwnContent: StoryObj = {
  render: () => {
    const dashboard = element('express-dashboard', {
      sections: 'overview reports transactions',
    });
    const reports = element('p', { slot: 'reports' }, 'Your yearly statement comes by mail.');
    const hub = element('p', { slot: 'hub' }, 'Questions? Call your account manager.');
    dashboard.append(reports, hub);
    return dashboard;
  },
  decorators: [inPage()],
};
