import type Stripe from 'stripe';
import type { Authorize } from './auth/authorize.ts';
import { systemScheduler, type Scheduler } from './clock.ts';
import type { Describe, LedgerFactory } from './ledger/ledger.ts';
import { consoleLog, type Log } from './log.ts';
import { allFeatures, type Features } from './roles/features.ts';
import { defaultRoles, type Roles } from './roles/roles.ts';
import type { PlatformWords } from './routes/host.ts';
import type { Webhooks } from './webhooks/verify.ts';

export interface ExpressOptions {
  /** The official SDK, made with the platform's secret (or restricted) key. */
  readonly stripe: Stripe;
  /** Whose request is it? See `Authorize`. */
  readonly authorize: Authorize;
  /** `pk_test_…` or `pk_live_…`, of the same platform and mode. */
  readonly publishableKey: string;
  /** `direct()` unless given: `pglite(folder)` and `postgres(url)` keep every row. */
  readonly ledger?: LedgerFactory;
  /** The secrets of the webhook endpoints that lead here; `'none'` where there are none. */
  readonly webhooks?: { readonly secrets: readonly string[] } | 'none';
  /** The host's words for itself, over what Stripe knows. */
  readonly platform?: PlatformWords;
  /** Replaces the table of roles. */
  readonly roles?: Roles;
  /** Switches, all on unless said otherwise. */
  readonly features?: Partial<Features>;
  /** Other origins whose pages may use this endpoint (`https://app.example.com`). */
  readonly origins?: readonly string[];
  /** Where a login link may lead besides Stripe: a stand-in's origin. */
  readonly loginOrigins?: readonly string[];
  /** Where the routes hang. Default `/express`. */
  readonly base?: string;
  /** The keys of a payment's metadata that rows show and search. */
  readonly metadata?: readonly string[];
  /** The words for a row, in place of the charge's own description. */
  readonly describe?: Describe;
  /** Unix seconds that date data: for demos and tests that move time. Default: the wall clock. */
  readonly now?: () => number;
  readonly log?: Log;
  /** Monotonic time and timers; tests bring their own. */
  readonly scheduler?: Scheduler;
}

/** The options with their defaults, once they are found to be right. */
export interface Checked {
  readonly options: ExpressOptions;
  readonly base: string;
  readonly livemode: boolean;
  readonly webhooks: Webhooks | null;
  readonly roles: Roles;
  readonly features: Features;
  readonly platformWords: PlatformWords;
  readonly origins: ReadonlySet<string>;
  readonly loginOrigins: ReadonlySet<string>;
  readonly metadataKeys: readonly string[];
  readonly now: () => number;
  readonly wall: () => number;
  readonly scheduler: Scheduler;
  readonly log: Log;
}

const wall = (): number => Math.floor(Date.now() / 1000);

function check(isRight: boolean, sentence: string): asserts isRight {
  if (!isRight) throw new TypeError(`Failed to set up Express Elements: ${sentence}`);
}

const known: readonly (keyof ExpressOptions)[] = [
  'stripe',
  'authorize',
  'publishableKey',
  'ledger',
  'webhooks',
  'platform',
  'roles',
  'features',
  'origins',
  'loginOrigins',
  'base',
  'metadata',
  'describe',
  'now',
  'log',
  'scheduler',
];

function originsOf(setting: string, origins: readonly string[] = []): ReadonlySet<string> {
  for (const origin of origins)
    check(
      URL.canParse(origin) && new URL(origin).origin === origin,
      `\`${setting}\` holds “${origin}”. Give origins only, such as https://app.example.com.`,
    );
  return new Set(origins);
}

function webhooksOf({ webhooks, stripe }: ExpressOptions): Webhooks | null {
  if (webhooks === undefined || webhooks === 'none') return null;
  const { secrets } = webhooks;
  check(
    Array.isArray(secrets) && secrets.length > 0 && secrets.every((one) => one.length > 0),
    '`webhooks.secrets` is empty. Give the endpoints’ signing secrets (whsec_…), or `webhooks: "none"`.',
  );
  return {
    secrets,
    construct: (body, signature, secret) =>
      stripe.webhooks.constructEventAsync(body, signature, secret),
  };
}

function checkKeys({ stripe, authorize, publishableKey }: ExpressOptions): void {
  check(
    typeof stripe === 'object' && stripe !== null && 'accountSessions' in stripe,
    '`stripe` is missing. Give the official SDK: new Stripe(process.env.STRIPE_SECRET_KEY).',
  );
  check(
    typeof authorize === 'function',
    '`authorize` is missing. Give a function that says whose request it is.',
  );
  check(
    typeof publishableKey === 'string' && /^pk_(test|live)_\w+$/.test(publishableKey),
    '`publishableKey` is no publishable key. Give the one that begins with pk_test_ or pk_live_.',
  );
}

/** Checks every option at once; throws one sentence that names the setting. */
export function checkedOptions(options: ExpressOptions): Checked {
  const unknown = Object.keys(options).find((name) => !known.some((one) => one === name));
  check(unknown === undefined, `\`${unknown}\` is no option. Is it misspelt?`);
  checkKeys(options);
  const { base = '/express', metadata = [], features = {}, roles = defaultRoles } = options;
  check(
    /^(\/[\w.~-]+)*$/.test(base),
    `\`base\` is “${base}”. Give a path such as /express, without a slash at its end.`,
  );
  const misspelt = Object.keys(features).find((name) => !Object.hasOwn(allFeatures, name));
  check(misspelt === undefined, `\`features.${misspelt}\` is no switch.`);
  return {
    options,
    base,
    livemode: options.publishableKey.startsWith('pk_live_'),
    webhooks: webhooksOf(options),
    roles,
    features: { ...allFeatures, ...features },
    platformWords: options.platform ?? {},
    origins: originsOf('origins', options.origins),
    loginOrigins: originsOf('loginOrigins', options.loginOrigins),
    metadataKeys: metadata,
    now: options.now ?? wall,
    wall,
    scheduler: options.scheduler ?? systemScheduler,
    log: options.log ?? consoleLog,
  };
}
