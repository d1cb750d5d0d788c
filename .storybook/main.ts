import type { StorybookConfig } from '@storybook/web-components-vite';

/** The catalogue. How sources resolve is in `vite.config.ts`, which Storybook's builder reads by itself. */
const config: StorybookConfig = {
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-a11y', '@storybook/addon-docs'],
  framework: '@storybook/web-components-vite',
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  // What the catalogue does not need of Storybook's own; most of it writes inline styles into a story's page.
  features: {
    actions: true,
    backgrounds: false,
    controls: true,
    highlight: false,
    interactions: false,
    measure: false,
    outline: false,
    viewport: false,
  },
};

export default config;
