import type { Row } from '@express-elements/contract';
import '@express-elements/elements/express-provider';
import '@express-elements/elements/express-transactions';
import { inPageEndpoint } from './endpoint.ts';
import { serve } from './list.ts';

serve({
  mount(box, rows: readonly Row[]) {
    box.classList.add('scrolls');
    const endpoint = inPageEndpoint(rows);
    const provider = document.createElement('express-provider');
    provider.endpoint = '/express';
    provider.fetch = async (request) => (await endpoint)(request);
    provider.append(document.createElement('express-transactions'));
    box.append(provider);
  },
  scroller: (box) => box,
  rows: (box) =>
    box
      .querySelector('express-transactions')!
      .shadowRoot!.querySelectorAll('.rows > .row:not(.skeleton)'),
});
