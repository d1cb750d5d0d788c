import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@express-elements/elements/express-diagnostics';
import { failing } from './support/answers.ts';
import { element, inPage } from './support/page.ts';

const meta: Meta = {
  title: 'express-diagnostics',
  component: 'express-diagnostics',
  render: () => element('express-diagnostics'),
};
export default meta;

export const Session: StoryObj = { decorators: [inPage()] };
export const Failed: StoryObj = {
  decorators: [inPage({ answers: { '/account': failing(503, 'unavailable', 'api') } })],
};
