import { after, before, describe } from 'node:test';
import { activitySuite } from './activity.ts';
import { barsSuite } from './bars.ts';
import { behindSuite } from './behind.ts';
import { contractSuite } from './contract.ts';
import { figuresSuite } from './figures.ts';
import { leakSuite } from './leak.ts';
import { listsSuite } from './lists.ts';
import { liveSuite } from './live.ts';
import { rolesSuite } from './roles.ts';
import { webhooksSuite } from './webhooks.ts';
import { makeWorld, type LedgerUnderTest, type World } from './world.ts';

/**
 * What any ledger must do, behind the real routes and the real SDK.
 *
 * @param ledger looks at every row: a direct one with `max_rows` above the sellers' rows
 */
export function serverSuite(name: string, ledger: LedgerUnderTest): void {
  describe(`server over ${name}`, () => {
    let world: World;
    const get = (): World => world;
    before(async () => {
      world = await makeWorld(ledger);
      await world.settle();
    });
    after(() => world.close());

    describe('contract', () => contractSuite(get));
    describe('figures', () => figuresSuite(get));
    describe('bars', () => barsSuite(get));
    describe('rows behind figures', () => behindSuite(get));
    describe('lists', () => listsSuite(get));
    describe('no leak', () => leakSuite(get));
    describe('roles', () => rolesSuite(get));
    describe('activity', () => activitySuite(get));
    // Last: here the world moves.
    describe('webhooks', () => webhooksSuite(get));
    describe('live', () => liveSuite(get));
  });
}
