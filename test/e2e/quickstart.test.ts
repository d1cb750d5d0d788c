import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scene, settled, signIn } from './support.ts';

describe('a host with nothing but Stripe’s quickstart route', () => {
  const open = scene({ EXPRESS_LEDGER: 'direct' });

  it('gets working Connect elements, and the fallback of what needs the endpoint', async () => {
    const { page, complaints } = await open.visit();
    const paths: string[] = [];
    page.on('request', (request) => paths.push(new URL(request.url()).pathname));
    await signIn(page, open.demo.url, { to: '/quickstart' });
    await settled(page, 'express-payments', 'express-payouts');
    const { data } = await open.api.charges.list(
      { limit: 1 },
      { stripeAccount: open.demo.sandbox?.sellers[0]?.account ?? '' },
    );
    assert.ok(data[0]);
    await page.locator('stripe-connect-payments').getByText('Succeeded').first().waitFor();
    await page.getByText('The list of transactions needs the Express Elements endpoint.').waitFor();
    await page.getByText('The earnings chart needs the Express Elements endpoint.').waitFor();
    assert.equal(paths.filter((path) => path === '/account_session').length, 1);
    assert.deepEqual(
      paths.filter((path) => path.startsWith('/express/')),
      [],
    );
    assert.deepEqual(complaints, []);
  });
});
