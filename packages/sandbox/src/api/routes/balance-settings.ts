import type { Book } from '../../world/book.ts';
import { currencies } from '../../world/currencies.ts';
import { payoutDays, type SettingsRecord } from '../../world/records.ts';
import { changeSettings } from '../../world/rules/accounts.ts';
import { invalid, missingParam } from '../errors.ts';
import { grants } from '../grants.ts';
import { changesOf } from '../diff.ts';
import { balanceSettingsObject } from '../objects/accounts.ts';
import {
  between,
  boolean,
  emptyable,
  hash,
  integer,
  list,
  object,
  oneOf,
  optional,
  text,
  type Value,
} from '../params.ts';
import { route } from '../route.ts';

const scheduleShape = object({
  interval: optional(oneOf(['manual', 'daily', 'weekly', 'monthly'])),
  weekly_payout_days: optional(list(oneOf(payoutDays))),
  monthly_payout_days: optional(list(between(1, 31))),
});

const settingsShape = {
  payments: optional(
    object({
      debit_negative_balances: optional(boolean),
      payouts: optional(
        object({
          minimum_balance_by_currency: optional(emptyable(hash(emptyable(integer)))),
          schedule: optional(scheduleShape),
          statement_descriptor: optional(text(22)),
        }),
      ),
      settlement_timing: optional(
        object({ delay_days_override: optional(emptyable(between(0, 31))) }),
      ),
    }),
  ),
};

type PaymentsParams = Value<typeof settingsShape.payments>;

const PATH = 'payments[payouts][schedule]';
type Schedule = ReturnType<typeof scheduleShape>;

function readSchedule(book: Book, sent: Schedule | undefined) {
  const old = book.account.settings;
  if (!sent) return {};
  const interval = sent.interval ?? old.interval;
  if (interval === 'daily' && book.account.country === 'JP') {
    throw invalid('Daily payouts are not available in Japan.', { param: `${PATH}[interval]` });
  }
  const weekly = needed(
    interval === 'weekly',
    sent.weekly_payout_days,
    old.weeklyDays,
    'weekly_payout_days',
  );
  const monthly = needed(
    interval === 'monthly',
    sent.monthly_payout_days,
    old.monthlyDays,
    'monthly_payout_days',
  );
  return { interval, weeklyDays: weekly, monthlyDays: monthly };
}

/** Days go with their own interval only, and that one needs them. */
function needed<T>(
  wanted: boolean,
  sent: readonly T[] | undefined,
  old: readonly T[],
  name: string,
): readonly T[] {
  if (!wanted && sent) {
    throw invalid(`${name} can only be set with its own interval.`, { param: `${PATH}[${name}]` });
  }
  const days = wanted ? (sent ?? old) : [];
  if (wanted && days.length === 0) throw missingParam(`${PATH}[${name}]`);
  return days;
}

function readMinimums(
  book: Book,
  sent: Record<string, number | null> | null | undefined,
): Record<string, number> {
  if (sent === null) return {};
  const merged = Object.entries({ ...book.account.settings.minimumBalances, ...sent });
  const kept = merged.filter((entry): entry is [string, number] => entry[1] !== null);
  for (const [name, value] of kept) {
    if (currencies.find(name) === undefined || value < 0) {
      throw invalid(`Invalid minimum balance: ${name}`, {
        param: `payments[payouts][minimum_balance_by_currency][${name}]`,
      });
    }
  }
  return Object.fromEntries(kept);
}

/** Only what was sent; an empty text takes a value away. */
function settingsChange(book: Book, payments: PaymentsParams): Partial<SettingsRecord> {
  const payouts = payments?.payouts;
  const descriptor = payouts?.statement_descriptor;
  const debit = payments?.debit_negative_balances;
  const delay = payments?.settlement_timing?.delay_days_override;
  return {
    ...readSchedule(book, payouts?.schedule),
    minimumBalances: readMinimums(book, payouts?.minimum_balance_by_currency),
    ...(descriptor === undefined ? {} : { statementDescriptor: descriptor || null }),
    ...(debit === undefined ? {} : { debitNegativeBalances: debit }),
    ...(delay === undefined ? {} : { delayOverride: delay }),
  };
}

export const balanceSettingsRoutes = [
  route('GET /v1/balance_settings', {}, ({ book }) => balanceSettingsObject(book.account), {
    grants: grants.seePayouts,
  }),

  route(
    'POST /v1/balance_settings',
    settingsShape,
    ({ world, book }, sent) => {
      const change = settingsChange(book, sent.payments);
      const old = book.account;
      const changed = { ...old, settings: { ...old.settings, ...change } };
      const previous = changesOf(balanceSettingsObject(old), balanceSettingsObject(changed));
      changeSettings(world, book, change, previous);
      return balanceSettingsObject(book.account);
    },
    { grants: grants.editSchedule },
  ),
];
