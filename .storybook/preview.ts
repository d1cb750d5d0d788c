/// <reference types="vite/client" />
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import './catalogue.css';
import { frame } from './frame.ts';
import { globalTypes, initialGlobals } from './globals.ts';

// Written by `scripts/build/catalogue.ts` before Storybook starts.
const manifests = import.meta.glob<{ default: object }>('../.cache/manifest/custom-elements.json', {
  eager: true,
});
for (const manifest of Object.values(manifests)) setCustomElementsManifest(manifest.default);

const preview: Preview = {
  // The last one is the outermost.
  decorators: [frame],
  globalTypes,
  initialGlobals,
  parameters: {
    // The toolbar's own: the elements bring their backgrounds, the frame sets the width.
    backgrounds: { disable: true },
    viewport: { disable: true },
    a11y: { test: 'error' },
    controls: { expanded: true },
    docs: { toc: true },
    options: { storySort: { method: 'alphabetical' } },
  },
};

export default preview;
