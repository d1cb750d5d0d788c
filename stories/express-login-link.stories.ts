import type { AccountAnswer } from '@express-elements/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@express-elements/elements/express-login-link';
import { changed, pending } from './support/answers.ts';
import { element, inPage } from './support/page.ts';

const meta: Meta = {
  title: 'express-login-link',
  component: 'express-login-link',
  render: () => element('express-login-link'),
};
export default meta;

const live = changed<AccountAnswer>('account', (answer) => ({ ...answer, livemode: true }));

export const Test: StoryObj = { decorators: [inPage({ signIn: { role: 'owner' } })] };
/** The same in live mode; where the link cannot be had, Stripe’s own way in stands there. */
export const Live: StoryObj = {
  decorators: [inPage({ signIn: { role: 'owner' }, answers: { '/account': live } })],
};
export const Loading: StoryObj = { decorators: [inPage({ answers: { '/account': pending } })] };
export const NotOffered: StoryObj = {
  render: () => element('express-login-link', {}, 'Only the owner opens Stripe’s dashboard.'),
  decorators: [inPage({ signIn: { role: 'viewer' } })],
};
