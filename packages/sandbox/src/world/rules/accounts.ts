import type { Book } from '../book.ts';
import type {
  AccountRecord,
  ExternalAccountRecord,
  RequirementsRecord,
  SettingsRecord,
} from '../records.ts';
import type { World } from '../world.ts';

/** Changes the account and says so, with the old values of what the change says it changed. */
export function changeAccount(
  world: World,
  book: Book,
  change: Partial<AccountRecord>,
  previous: object,
): void {
  book.account = { ...book.account, ...change };
  world.emit(book, 'account.updated', { kind: 'account', record: book.account }, previous);
}

const requirementsBefore = ({ current, past, deadline, disabledReason }: RequirementsRecord) => ({
  currently_due: current,
  past_due: past,
  current_deadline: deadline,
  disabled_reason: disabledReason,
});

/** Payouts go when nothing is past due. */
export function changeRequirements(
  world: World,
  book: Book,
  change: Partial<RequirementsRecord>,
): void {
  const { requirements: old, payoutsEnabled } = book.account;
  const merged = { ...old, ...change };
  const requirements: RequirementsRecord = {
    ...merged,
    disabledReason: merged.past.length > 0 ? 'requirements.past_due' : null,
  };
  const enabled = requirements.past.length === 0;
  changeAccount(
    world,
    book,
    { requirements, payoutsEnabled: enabled },
    {
      requirements: requirementsBefore(old),
      ...(enabled === payoutsEnabled ? {} : { payouts_enabled: payoutsEnabled }),
    },
  );
  if (enabled === payoutsEnabled) return;
  world.emit(
    book,
    'balance_settings.updated',
    { kind: 'balance_settings', record: book.account },
    {
      payments: { payouts: { status: payoutsEnabled ? 'enabled' : 'disabled' } },
    },
  );
}

const without = (list: readonly string[], gone: readonly string[]): string[] =>
  list.filter((item) => !gone.includes(item));

/** Stripe asks for something by a date; when it passes, payouts stop. */
export function requireSoon(
  world: World,
  book: Book,
  fields: readonly string[],
  deadline: number,
): void {
  const { current, eventual } = book.account.requirements;
  changeRequirements(world, book, {
    current: [...without(current, fields), ...fields],
    eventual: [...without(eventual, fields), ...fields],
    deadline,
  });
  world.at(deadline, () => {
    const missed = book.account.requirements.current.filter((field) => fields.includes(field));
    if (missed.length > 0) changeRequirements(world, book, { past: missed });
  });
}

export function answerRequirements(world: World, book: Book, fields: readonly string[]): void {
  const { current, past, eventual, errors, deadline } = book.account.requirements;
  const left = without(current, fields);
  changeRequirements(world, book, {
    current: left,
    past: without(past, fields),
    eventual: without(eventual, fields),
    errors: errors.filter((error) => !fields.includes(error.requirement)),
    deadline: left.length > 0 ? deadline : null,
  });
}

const replaceBank = (
  banks: readonly ExternalAccountRecord[],
  changed: ExternalAccountRecord,
): ExternalAccountRecord[] => banks.map((bank) => (bank.id === changed.id ? changed : bank));

/** A payout bounced: the bank account is no good, and Stripe asks for another. */
export function bankErrored(world: World, book: Book, id: string): void {
  const bank = book.account.externalAccounts.find((one) => one.id === id);
  if (!bank || bank.status === 'errored') return;
  const errored: ExternalAccountRecord = { ...bank, status: 'errored' };
  book.account = {
    ...book.account,
    externalAccounts: replaceBank(book.account.externalAccounts, errored),
  };
  world.emit(
    book,
    'account.external_account.updated',
    { kind: 'external_account', record: errored },
    {
      status: bank.status,
    },
  );
  const { current, past, errors } = book.account.requirements;
  changeRequirements(world, book, {
    current: [...without(current, ['external_account']), 'external_account'],
    past: [...without(past, ['external_account']), 'external_account'],
    errors: [
      ...errors.filter((error) => error.requirement !== 'external_account'),
      {
        code: 'invalid_value_other',
        reason: 'A payout to this bank account failed. Add another bank account.',
        requirement: 'external_account',
      },
    ],
  });
}

export function addBank(world: World, book: Book, bank: ExternalAccountRecord): void {
  const others = book.account.externalAccounts.map((one) =>
    bank.isDefault && one.currency === bank.currency ? { ...one, isDefault: false } : one,
  );
  book.account = { ...book.account, externalAccounts: [...others, bank] };
  world.emit(book, 'account.external_account.created', { kind: 'external_account', record: bank });
  relieve(world, book);
}

export function updateBank(
  world: World,
  book: Book,
  changed: ExternalAccountRecord,
  previous: object,
): void {
  const banks = replaceBank(book.account.externalAccounts, changed).map((one) =>
    changed.isDefault && one.id !== changed.id && one.currency === changed.currency
      ? { ...one, isDefault: false }
      : one,
  );
  book.account = { ...book.account, externalAccounts: banks };
  world.emit(
    book,
    'account.external_account.updated',
    { kind: 'external_account', record: changed },
    previous,
  );
  relieve(world, book);
}

export function removeBank(world: World, book: Book, bank: ExternalAccountRecord): void {
  const banks = book.account.externalAccounts.filter((one) => one.id !== bank.id);
  book.account = { ...book.account, externalAccounts: banks };
  world.emit(book, 'account.external_account.deleted', {
    kind: 'deleted_external_account',
    record: bank,
  });
  relieve(world, book);
}

/** Once every default bank account is a good one, Stripe no longer asks for another. */
function relieve(world: World, book: Book): void {
  if (!book.account.requirements.current.includes('external_account')) return;
  const used = new Set(book.account.externalAccounts.map((bank) => bank.currency));
  const good = [...used].every((currency) => book.bank(currency)?.status !== 'errored');
  if (good && used.size > 0) answerRequirements(world, book, ['external_account']);
}

export function changeSettings(
  world: World,
  book: Book,
  change: Partial<SettingsRecord>,
  previous: object,
): void {
  book.account = { ...book.account, settings: { ...book.account.settings, ...change } };
  world.emit(
    book,
    'balance_settings.updated',
    { kind: 'balance_settings', record: book.account },
    previous,
  );
}
