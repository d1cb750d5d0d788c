import type { Activity } from '@express-elements/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@express-elements/elements/activity-hub';
import { changed, failing, pending } from './support/answers.ts';
import { element, inPage } from './support/page.ts';

const meta: Meta = {
  title: 'activity-hub',
  component: 'activity-hub',
  render: () => element('activity-hub'),
};
export default meta;

const empty = changed<Activity>('activity', () => ({
  data: [],
  next_cursor: null,
  previous_cursor: null,
  needs_you: [],
  unread: null,
}));

export const Panel: StoryObj = { decorators: [inPage()] };
/** Disputes that wait for evidence, and a requirement that is due. */
export const NeedsYou: StoryObj = { decorators: [inPage({ signIn: { seller: 2 } })] };
export const Short: StoryObj = {
  render: () => element('activity-hub', { limit: '5' }),
  decorators: [inPage()],
};
export const Bell: StoryObj = {
  render: () => element('activity-hub', { variant: 'bell' }),
  decorators: [inPage()],
};
export const Loading: StoryObj = { decorators: [inPage({ answers: { '/activity': pending } })] };
export const Empty: StoryObj = { decorators: [inPage({ answers: { '/activity': empty } })] };
export const Failed: StoryObj = {
  decorators: [inPage({ answers: { '/activity': failing(502, 'stripe_error', 'api') } })],
};
