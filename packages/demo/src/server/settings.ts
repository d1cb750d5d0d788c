/** What the environment asks for, checked before anything is opened: a wrong setting is one sentence that names it. */

/** A setting that cannot be used. The message is a whole sentence for the person who set it. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
  readonly setting: string;
  constructor(setting: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.setting = setting;
  }
}

export type LedgerChoice =
  | { readonly kind: 'direct' }
  | { readonly kind: 'pglite' }
  | { readonly kind: 'postgres'; readonly url: string };

/** Stripe itself, or another far side that speaks like it. */
export interface OutsideStripe {
  readonly kind: 'outside';
  readonly secretKey: string;
  readonly publishableKey: string;
  /** The one seller. */
  readonly account: string;
  /** Where the API is; null: Stripe's own. */
  readonly apiBase: URL | null;
  /** Where connect.js is; null: Stripe's own. */
  readonly connectUrl: URL | null;
  /** Null: no webhooks come, and what is watched is polled. */
  readonly webhookSecret: string | null;
}

export interface Settings {
  /** 0: any free port. */
  readonly port: number;
  /** The folder that keeps the world, the ledger and the cookie's secret. */
  readonly data: string;
  /** Throws away what the folder keeps. */
  readonly reset: boolean;
  /** When a new world starts, in Unix seconds; null: now. A world that is there already keeps its own start. */
  readonly start: number | null;
  readonly ledger: LedgerChoice;
  readonly stripe: { readonly kind: 'sandbox' } | OutsideStripe;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const given = (env: Environment, name: string): string | null => {
  const value = env[name]?.trim();
  return value === undefined || value === '' ? null : value;
};

function wholeNumber(env: Environment, name: string, max: number): number | null {
  const text = given(env, name);
  if (text === null) return null;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(value) && value <= max) return value;
  throw new SettingError(name, `${name} must be a whole number up to ${max}, not "${text}".`);
}

function urlOf(env: Environment, name: string, protocols: readonly string[]): URL | null {
  const text = given(env, name);
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && protocols.includes(url.protocol)) return url;
  // The value is not repeated: a database URL carries a password.
  throw new SettingError(name, `${name} must be a URL that starts with ${protocols[0]}//.`);
}

function ledgerOf(env: Environment): LedgerChoice {
  const kind = given(env, 'EXPRESS_LEDGER') ?? 'sql';
  const url = urlOf(env, 'DATABASE_URL', ['postgres:', 'postgresql:'])?.href ?? null;
  if (kind === 'sql') return url === null ? { kind: 'pglite' } : { kind: 'postgres', url };
  if (kind !== 'direct') {
    throw new SettingError(
      'EXPRESS_LEDGER',
      `EXPRESS_LEDGER must be sql or direct, not "${kind}".`,
    );
  }
  if (url === null) return { kind: 'direct' };
  throw new SettingError(
    'DATABASE_URL',
    'DATABASE_URL is set, but EXPRESS_LEDGER=direct keeps no database: unset one of the two.',
  );
}

/** Each of the three that Stripe itself needs: what it must look like, and how a live one begins. */
const required = {
  STRIPE_SECRET_KEY: { form: /^(sk|rk)_test_\w+$/, live: /^(sk|rk)_live_/, like: 'sk_test_…' },
  STRIPE_PUBLISHABLE_KEY: { form: /^pk_test_\w+$/, live: /^pk_live_/, like: 'pk_test_…' },
  STRIPE_ACCOUNT: { form: /^acct_[A-Za-z0-9]{1,64}$/, live: null, like: 'acct_…' },
} as const;
type Required = keyof typeof required;
const requiredNames = Object.keys(required) as Required[];

/** Settings that say something about Stripe and so make no sense without the three. */
const accompanying = ['STRIPE_API_BASE', 'CONNECT_JS_URL', 'STRIPE_WEBHOOK_SECRET'] as const;

function requiredOf(env: Environment, name: Required, because: string): string {
  const { form, live, like } = required[name];
  const value = given(env, name);
  if (value === null) {
    throw new SettingError(name, `${name} is missing: ${because} is set, and one needs the other.`);
  }
  if (live?.test(value)) {
    throw new SettingError(
      name,
      `${name} is a live key: anyone can sign in to the demo, so it takes test keys only (${like}).`,
    );
  }
  if (form.test(value)) return value;
  throw new SettingError(name, `${name} must look like ${like}.`);
}

function webhookSecretOf(env: Environment): string | null {
  const secret = given(env, 'STRIPE_WEBHOOK_SECRET');
  if (secret === null || /^whsec_\S+$/.test(secret)) return secret;
  throw new SettingError('STRIPE_WEBHOOK_SECRET', 'STRIPE_WEBHOOK_SECRET must look like whsec_….');
}

function stripeOf(env: Environment): Settings['stripe'] {
  const because = [...requiredNames, ...accompanying].find((name) => given(env, name) !== null);
  if (because === undefined) return { kind: 'sandbox' };
  return {
    kind: 'outside',
    secretKey: requiredOf(env, 'STRIPE_SECRET_KEY', because),
    publishableKey: requiredOf(env, 'STRIPE_PUBLISHABLE_KEY', because),
    account: requiredOf(env, 'STRIPE_ACCOUNT', because),
    apiBase: urlOf(env, 'STRIPE_API_BASE', ['https:', 'http:']),
    connectUrl: urlOf(env, 'CONNECT_JS_URL', ['https:', 'http:']),
    webhookSecret: webhookSecretOf(env),
  };
}

function resetOf(args: readonly string[]): boolean {
  const unknown = args.find((arg) => arg !== '--reset');
  if (unknown === undefined) return args.length > 0;
  throw new SettingError(unknown, `${unknown} is not an option of the demo; it knows --reset.`);
}

/**
 * The settings of an environment. Throws a {@link SettingError} at the first that cannot be used.
 *
 * @example settingsOf({ PORT: '8080' }, ['--reset']).port // 8080
 */
export function settingsOf(env: Environment, args: readonly string[] = []): Settings {
  return {
    port: wholeNumber(env, 'PORT', 65_535) ?? 4242,
    data: given(env, 'EXPRESS_DATA') ?? '.data',
    reset: resetOf(args),
    start: wholeNumber(env, 'EXPRESS_NOW', 32_503_680_000),
    ledger: ledgerOf(env),
    stripe: stripeOf(env),
  };
}
