import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectLocale } from '../../../../packages/elements/src/session/connect/locale.ts';
import { Secrets } from '../../../../packages/elements/src/session/connect/secrets.ts';
import { stillClock } from '../../support/clock.ts';

function setup(expiresIn?: number) {
  let asked = 0;
  const clock = stillClock();
  const secrets = new Secrets({
    clock,
    ask: async () => ({
      client_secret: `accs_secret__${(asked += 1)}`,
      ...(expiresIn !== undefined && { expires_in: expiresIn }),
    }),
  });
  return { secrets, clock, asked: () => asked };
}

test('the secret asked for ahead serves one ask', async () => {
  const { secrets, asked } = setup(1800);
  await secrets.prefetch();
  await secrets.prefetch();
  assert.equal(asked(), 1);
  assert.equal(await secrets.next(), 'accs_secret__1');
  assert.equal(await secrets.next(), 'accs_secret__2');
});

test('it serves only while it lives', async () => {
  const { secrets, clock } = setup(60);
  await secrets.prefetch();
  clock.move(46_000);
  assert.equal(await secrets.next(), 'accs_secret__2');
});

test('one whose life is not told is good for a minute at most', async () => {
  const { secrets, clock } = setup();
  await secrets.prefetch();
  clock.move(44_000);
  assert.equal(await secrets.next(), 'accs_secret__1');
  const late = setup();
  await late.secrets.prefetch();
  late.clock.move(60_000);
  assert.equal(await late.secrets.next(), 'accs_secret__2');
});

test('for another account nothing is left', async () => {
  const { secrets } = setup(1800);
  await secrets.prefetch();
  secrets.clear();
  assert.equal(await secrets.next(), 'accs_secret__2');
});

test('a failure is not kept', async () => {
  let fails = true;
  const secrets = new Secrets({
    clock: stillClock(),
    ask: async () => {
      if (fails) throw new Error('No.');
      return { client_secret: 'accs_secret__1' };
    },
  });
  await assert.rejects(secrets.prefetch());
  fails = false;
  assert.equal((await secrets.prefetch()).client_secret, 'accs_secret__1');
});

test('a language is said as Stripe’s components know it', () => {
  const rows: [string, string | undefined][] = [
    ['en', 'en-US'],
    ['en-AU', 'en-GB'],
    ['en-GB', 'en-GB'],
    ['es', 'es-ES'],
    ['es-MX', 'es-419'],
    ['es-419', 'es-419'],
    ['de-AT', 'de-DE'],
    ['fr', 'fr-FR'],
    ['fr-CA', 'fr-CA'],
    ['fr-BE', 'fr-FR'],
    ['pt', 'pt-PT'],
    ['pt-BR', 'pt-BR'],
    ['no', 'nb-NO'],
    ['nn', 'nb-NO'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-TW', 'zh-Hant-TW'],
    ['zh-HK', 'zh-Hant-HK'],
    ['zh-Hant', 'zh-Hant-TW'],
    ['ja', 'ja-JP'],
    ['ar', undefined],
    ['he', undefined],
  ];
  for (const [tag, expected] of rows) assert.equal(connectLocale(tag), expected, tag);
});
