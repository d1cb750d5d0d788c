/** JustiFi's list of payments with its filters, as its documentation has it. */
import { defineCustomElement as defineList } from '@justifi/webcomponents/dist/module/justifi-payments-list.js';
import { defineCustomElement as defineFilters } from '@justifi/webcomponents/dist/module/justifi-payments-list-filters.js';
import { defineCustomElement as defineProvider } from '@justifi/webcomponents/dist/module/justifi-config-provider.js';
import { servePeer } from './peer.ts';

defineProvider();
defineList();
defineFilters();

servePeer({
  mount(box) {
    const provider = document.createElement('justifi-config-provider');
    provider.setAttribute('account-id', 'acc_bench');
    const list = document.createElement('justifi-payments-list');
    list.setAttribute('account-id', 'acc_bench');
    list.setAttribute('auth-token', 'bench');
    box.append(provider, document.createElement('justifi-payments-list-filters'), list);
  },
  rows: (box) =>
    box
      .querySelector('justifi-payments-list')
      ?.shadowRoot?.querySelectorAll('[data-row-entity-id]'),
});
