/** Adyen's overview of transactions, as its documentation has it. */
import {
  AdyenPlatformExperience,
  TransactionsOverview,
} from '@adyen/adyen-platform-experience-web';
import '@adyen/adyen-platform-experience-web/adyen-platform-experience-web.css';
import { servePeer } from './peer.ts';

servePeer({
  async mount(box) {
    const core = await AdyenPlatformExperience({
      environment: 'test',
      locale: new URLSearchParams(location.search).get('locale') ?? 'en-US',
      onSessionCreate: async () => ({ id: 'bench', token: `a.${btoa('{}')}.b` }),
    });
    new TransactionsOverview({ core }).mount(box);
  },
  rows: (box) => box.querySelectorAll('[class*="table-row"], [role="row"]:has([role="cell"])'),
});
