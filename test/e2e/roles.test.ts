import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Role } from '../../packages/demo/src/server/session.ts';
import { scene, settled, signIn } from './support.ts';

/** What each role finds in the dashboard: its sections, and what it never asks for. */
const rows: Readonly<
  Record<Role, { readonly sections: readonly string[]; readonly neverAsked: readonly string[] }>
> = {
  owner: {
    sections: ['overview', 'transactions', 'payments', 'payouts', 'reports', 'activity', 'account'],
    neverAsked: [],
  },
  finance: {
    sections: ['overview', 'transactions', 'payments', 'payouts', 'reports', 'activity'],
    neverAsked: ['/express/login-link'],
  },
  support: {
    sections: ['overview', 'transactions', 'payments', 'activity'],
    neverAsked: ['/express/balance', '/express/earnings', '/express/transactions/export'],
  },
  viewer: {
    sections: ['overview', 'transactions', 'payments', 'payouts', 'activity'],
    neverAsked: ['/express/transactions/export', '/express/login-link'],
  },
};

describe('the dashboard of a role', () => {
  const open = scene();

  for (const [role, { sections, neverAsked }] of Object.entries(rows)) {
    it(`${role} has its sections, and no call that would be refused`, async () => {
      const { page, complaints } = await open.visit();
      const asked: string[] = [];
      const refused: string[] = [];
      page.on('response', (response) => {
        const { pathname } = new URL(response.url());
        asked.push(pathname);
        if (response.status() >= 400) refused.push(`${response.status()} ${pathname}`);
      });
      await signIn(page, open.demo.url, { seller: 'de', role: role as Role });
      await settled(page, 'express-dashboard', 'express-dashboard express-transactions');
      const tabs = page.locator('express-dashboard').getByRole('tab');
      await page.locator(`#tab-${sections.at(-1)}`).waitFor();
      const ids = await tabs.evaluateAll((all) => all.map(({ id }) => id.replace('tab-', '')));
      assert.deepEqual(ids, sections);
      for (const section of sections) {
        await page.locator(`#tab-${section}`).click();
        await page.waitForFunction(
          () => document.querySelectorAll('express-dashboard :state(loading)').length === 0,
        );
      }
      assert.deepEqual(refused, []);
      for (const path of neverAsked) assert.ok(!asked.includes(path), path);
      assert.deepEqual(complaints, []);
    });
  }
});
