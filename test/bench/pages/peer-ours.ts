/** Our list over an endpoint on the network, as a page has it. */
import '@express-elements/elements/express-transactions';
import { servePeer } from './peer.ts';

servePeer({
  mount(box) {
    const list = document.createElement('express-transactions');
    list.endpoint = '/express';
    box.append(list);
  },
  rows: (box) =>
    box
      .querySelector('express-transactions')
      ?.shadowRoot?.querySelectorAll('.rows > .row:not(.skeleton)'),
});
