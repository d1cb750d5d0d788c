import type { Book } from '../../world/book.ts';
import { currencies, currencyRules } from '../../world/currencies.ts';
import { rowTypes, sourceKinds, type SourceKind } from '../../world/ledger.ts';
import type {
  ExternalAccountRecord,
  PayoutRecord,
  TopupRecord,
  TransferRecord,
} from '../../world/records.ts';
import { cancelPayout, createPayout } from '../../world/rules/payouts.ts';
import { reverse, transfer } from '../../world/rules/transfers.ts';
import type { World } from '../../world/world.ts';
import { invalid, noSuch } from '../errors.ts';
import { page, pageShape, type Listing } from '../lists.ts';
import { indexOf } from '../lookup.ts';
import { balanceObject, instantAmount } from '../objects/balances.ts';
import { payoutObject, topupObject } from '../objects/payouts.ts';
import { transactionObject } from '../objects/transactions.ts';
import { feeObject, reversalObject, transferObject } from '../objects/transfers.ts';
import {
  amount,
  boolean,
  currency,
  mergeMetadata,
  metadata,
  oneOf,
  optional,
  range,
  string,
  text,
  withDefault,
} from '../params.ts';
import { param, route, type Context } from '../route.ts';

const paying = [
  'balances',
  'payouts',
  'payouts_list',
  'payout_details',
  'instant_payouts_promotion',
];
const reporting = [
  ...paying,
  'payments',
  'payment_details',
  'balance_report',
  'payout_reconciliation_report',
  'reporting_chart',
];

const at = <T>(records: readonly T[], n: number): T => {
  const record = records[n];
  if (record === undefined) throw new RangeError(`There is no record ${n}.`);
  return record;
};

/** Which rows a `source` filter keeps: the object's own. */
function sourceFilter(book: Book, id: string): (row: number) => boolean {
  const kinds: Readonly<Record<string, SourceKind>> = {
    ch: 'charge',
    py: 'charge',
    re: 'refund',
    pyr: 'refund',
    dp: 'dispute',
    po: 'payout',
    tu: 'topup',
    tr: 'transfer',
    trr: 'reversal',
    fee: 'fee',
    fr: 'fee_refund',
    rtx: 'reserve',
    connct: 'collection',
  };
  const found = book.ids.parse(id);
  const kind = found ? kinds[found.prefix] : undefined;
  if (!found || !kind) return () => false;
  const code = sourceKinds.code(kind);
  const { source, sourceIndex } = book.ledger.columns;
  return (row) => source[row] === code && sourceIndex[row] === found.n;
}

/** Only automatic payouts know their rows, and only once Stripe has added them up. */
function payoutFilter(book: Book, id: string): (row: number) => boolean {
  const n = indexOf(book, 'po', id, book.payouts.length);
  if (n === null) throw noSuch('payout', id, 'payout', 400);
  const record = at(book.payouts, n);
  if (!record.automatic) {
    throw invalid(
      'Balance transaction history can only be filtered on automatic payouts, not manual.',
      {
        param: 'payout',
      },
    );
  }
  if (record.reconciliation !== 'completed') {
    throw invalid(`The payout ${id} is not ready: its reconciliation is in progress.`, {
      code: 'payout_reconciliation_not_ready',
      param: 'payout',
    });
  }
  const { payout } = book.ledger.columns;
  return (row) => payout[row] === n;
}

interface RowParams {
  readonly currency: string | undefined;
  readonly payout: string | undefined;
  readonly source: string | undefined;
  readonly type: string | undefined;
}

/** One test for all the filters that were sent; undefined where there are none. */
function rowFilter(book: Book, sent: RowParams): ((row: number) => boolean) | undefined {
  const { type, currency: money } = book.ledger.columns;
  const tests: ((row: number) => boolean)[] = [];
  if (sent.type !== undefined) {
    const code = rowTypes.find(sent.type) ?? -1;
    tests.push((row) => type[row] === code);
  }
  if (sent.currency !== undefined) {
    const code = currencies.find(sent.currency) ?? -1;
    tests.push((row) => money[row] === code);
  }
  if (sent.source !== undefined) tests.push(sourceFilter(book, sent.source));
  if (sent.payout !== undefined) tests.push(payoutFilter(book, sent.payout));
  return tests.length === 0 ? undefined : (row) => tests.every((test) => test(row));
}

const balanceRoutes = [
  route('GET /v1/balance', {}, ({ book }) => balanceObject(book), { grants: reporting }),

  route(
    'GET /v1/balance_transactions',
    {
      ...pageShape,
      created: optional(range),
      currency: optional(string),
      payout: optional(string),
      source: optional(string),
      type: optional(string),
    },
    ({ world, book }, sent) => {
      const matches = rowFilter(book, sent);
      return page(
        sent,
        {
          url: '/v1/balance_transactions',
          what: 'balance transaction',
          length: book.ledger.length,
          created: (n) => book.ledger.created(n),
          indexOf: (id) => indexOf(book, 'txn', id, book.ledger.length),
          at: (n) => transactionObject(world, book, n),
          ...(matches ? { matches } : {}),
        },
        sent.created,
      );
    },
    { grants: reporting },
  ),

  route(
    'GET /v1/balance_transactions/:id',
    {},
    (context) => {
      const { world, book } = context;
      const id = param(context, 'id');
      const n = indexOf(book, 'txn', id, book.ledger.length);
      if (n === null) throw noSuch('balance transaction', id);
      return transactionObject(world, book, n);
    },
    { grants: reporting },
  ),
];

function namedPayout(context: Context): PayoutRecord {
  const id = param(context, 'id');
  const n = indexOf(context.book, 'po', id, context.book.payouts.length);
  if (n === null) throw noSuch('payout', id, 'payout');
  return at(context.book.payouts, n);
}

function destinationOf(
  book: Book,
  wanted: string | undefined,
  money: string,
): ExternalAccountRecord {
  const bank =
    wanted === undefined
      ? book.bank(money)
      : book.account.externalAccounts.find((one) => one.id === wanted);
  if (!bank && wanted !== undefined) throw noSuch('external account', wanted, 'destination', 400);
  if (!bank) {
    throw invalid(`Sorry, you don't have any external accounts in that currency (${money}).`, {
      param: 'currency',
    });
  }
  if (bank.currency !== money) {
    throw invalid(`The destination does not take ${money}.`, { param: 'destination' });
  }
  if (bank.status === 'errored') {
    throw invalid('This bank account can no longer be used: a payout to it failed.', {
      code: 'bank_account_unusable',
      param: 'destination',
    });
  }
  return bank;
}

interface PayoutParams {
  readonly amount: number;
  readonly currency: PayoutRecord['currency'];
  readonly method: 'standard' | 'instant';
}

const INSTANT_LIMIT: Readonly<Record<string, number>> = {
  usd: 999_900,
  cad: 999_900,
  gbp: 999_900,
  aud: 999_900,
};

function ensureInstant(book: Book, bank: ExternalAccountRecord, sent: PayoutParams): void {
  const limit = INSTANT_LIMIT[sent.currency];
  if (!bank.instant || limit === undefined) {
    throw invalid('Instant payouts are not supported for this external account.', {
      code: 'instant_payouts_unsupported',
      param: 'method',
    });
  }
  if (sent.amount > limit) {
    throw invalid('The amount is above the limit of an instant payout.', {
      code: 'instant_payouts_limit_exceeded',
      param: 'amount',
    });
  }
  if (
    sent.amount >
    instantAmount(book, { currency: sent.currency, ...book.ledger.funds(sent.currency) })
  )
    throw insufficient();
}

const insufficient = () =>
  invalid(
    'You have insufficient funds in your Stripe account for this transfer. Your card balance is too low. You can use the /v1/balance endpoint to view your Stripe balance (for more details, see stripe.com/docs/api#balance).',
    { code: 'balance_insufficient' },
  );

function ensurePayable(book: Book, bank: ExternalAccountRecord, sent: PayoutParams): void {
  if (!book.account.payoutsEnabled) {
    throw invalid('Payouts are disabled for this account: something is past due.', {
      code: 'payouts_not_allowed',
    });
  }
  if (sent.amount < currencyRules(sent.currency).payout) {
    throw invalid('The amount is below the smallest payout of this currency.', {
      code: 'amount_too_small',
      param: 'amount',
    });
  }
  if (sent.currency === 'huf' && sent.amount % 100 !== 0) {
    throw invalid('Payouts in huf must be whole forints.', { param: 'amount' });
  }
  if (sent.method === 'instant') ensureInstant(book, bank, sent);
  else if (sent.amount > book.ledger.funds(sent.currency).available) throw insufficient();
}

const payoutRoutes = [
  route(
    'GET /v1/payouts',
    {
      ...pageShape,
      arrival_date: optional(range),
      created: optional(range),
      destination: optional(string),
      status: optional(oneOf(['pending', 'paid', 'failed', 'canceled', 'in_transit'])),
    },
    ({ book }, sent) => {
      const { arrival_date: arrival } = sent;
      return page(
        sent,
        {
          url: '/v1/payouts',
          what: 'payout',
          length: book.payouts.length,
          created: (n) => at(book.payouts, n).created,
          indexOf: (id) => indexOf(book, 'po', id, book.payouts.length),
          at: (n) => payoutObject(book, at(book.payouts, n)),
          matches: (n) => {
            const record = at(book.payouts, n);
            return (
              (sent.status === undefined || record.status === sent.status) &&
              (sent.destination === undefined || record.destination === sent.destination) &&
              (!arrival || (record.arrival >= arrival.gte && record.arrival <= arrival.lte))
            );
          },
        },
        sent.created,
      );
    },
    { grants: paying },
  ),

  route('GET /v1/payouts/:id', {}, (context) => payoutObject(context.book, namedPayout(context)), {
    grants: paying,
  }),

  route(
    'POST /v1/payouts',
    {
      amount,
      currency,
      destination: optional(string),
      description: optional(text(500)),
      metadata: optional(metadata),
      method: withDefault(oneOf(['standard', 'instant']), 'standard'),
      source_type: optional(oneOf(['card', 'bank_account', 'fpx'])),
      statement_descriptor: optional(text(22)),
    },
    ({ world, book, session, sessions }, sent) => {
      if (session) {
        const feature = sent.method === 'instant' ? 'instant_payouts' : 'standard_payouts';
        sessions.require(session, [
          `balances.${feature}`,
          `payouts.${feature}`,
          `instant_payouts_promotion.${feature}`,
        ]);
      }
      const bank = destinationOf(book, sent.destination, sent.currency);
      ensurePayable(book, bank, sent);
      const record = createPayout(world, book, {
        amount: sent.amount,
        currency: sent.currency,
        automatic: false,
        method: sent.method,
        bank,
        description: sent.description ?? null,
        statementDescriptor: sent.statement_descriptor ?? null,
        metadata: sent.metadata ?? {},
      });
      return payoutObject(book, record);
    },
    { grants: ['balances', 'payouts', 'instant_payouts_promotion'] },
  ),

  route('POST /v1/payouts/:id', { metadata: optional(metadata) }, (context, sent) => {
    const record = namedPayout(context);
    const previous = { metadata: record.metadata };
    record.metadata = mergeMetadata(record.metadata, sent.metadata ?? {});
    context.world.emit(context.book, 'payout.updated', { kind: 'payout', record }, previous);
    return payoutObject(context.book, record);
  }),

  route(
    'POST /v1/payouts/:id/cancel',
    {},
    (context) => {
      const record = namedPayout(context);
      if (record.status !== 'pending' || record.automatic) {
        throw invalid('Payouts can only be canceled while pending, and only when made by hand.', {
          code: 'payouts_not_allowed',
        });
      }
      cancelPayout(context.world, context.book, record);
      return payoutObject(context.book, record);
    },
    { grants: ['balances.standard_payouts', 'payouts.standard_payouts'] },
  ),
];

const topupListing = (book: Book): Listing => ({
  url: '/v1/topups',
  what: 'topup',
  length: book.topups.length,
  created: (n) => at(book.topups, n).created,
  indexOf: (id) => indexOf(book, 'tu', id, book.topups.length),
  at: (n) => topupObject(book, at(book.topups, n)),
});

const topupRoutes = [
  route(
    'GET /v1/topups',
    {
      ...pageShape,
      amount: optional(range),
      created: optional(range),
      status: optional(oneOf(['canceled', 'failed', 'pending', 'succeeded', 'reversed'])),
    },
    ({ book }, sent) =>
      page(
        sent,
        {
          ...topupListing(book),
          matches: (n) => topupMatches(at(book.topups, n), sent),
        },
        sent.created,
      ),
    { grants: paying },
  ),

  route(
    'GET /v1/topups/:id',
    {},
    (context) => {
      const id = param(context, 'id');
      const n = indexOf(context.book, 'tu', id, context.book.topups.length);
      if (n === null) throw noSuch('topup', id);
      return topupObject(context.book, at(context.book.topups, n));
    },
    { grants: paying },
  ),
];

const topupMatches = (
  record: TopupRecord,
  sent: {
    readonly status: TopupRecord['status'] | undefined;
    readonly amount: { readonly gte: number; readonly lte: number } | undefined;
  },
): boolean =>
  (sent.status === undefined || record.status === sent.status) &&
  (!sent.amount || (record.amount >= sent.amount.gte && record.amount <= sent.amount.lte));

function namedTransfer(context: Context): TransferRecord {
  const id = param(context, 'id');
  const n = indexOf(context.book, 'tr', id, context.book.transfers.length);
  if (n === null) throw noSuch('transfer', id, 'transfer');
  return at(context.book.transfers, n);
}

const transferRoutes = [
  route(
    'GET /v1/transfers',
    {
      ...pageShape,
      created: optional(range),
      destination: optional(string),
      transfer_group: optional(string),
    },
    ({ world, book }, sent) =>
      page(
        sent,
        {
          url: '/v1/transfers',
          what: 'transfer',
          length: book.transfers.length,
          created: (n) => at(book.transfers, n).created,
          indexOf: (id) => indexOf(book, 'tr', id, book.transfers.length),
          at: (n) => transferObject(world, at(book.transfers, n)),
          matches: (n) => {
            const record = at(book.transfers, n);
            return (
              (sent.destination === undefined || record.account === sent.destination) &&
              (sent.transfer_group === undefined || record.group === sent.transfer_group)
            );
          },
        },
        sent.created,
      ),
  ),

  route('GET /v1/transfers/:id', {}, (context) =>
    transferObject(context.world, namedTransfer(context)),
  ),

  route(
    'POST /v1/transfers',
    {
      amount,
      currency,
      destination: string,
      description: optional(text(500)),
      metadata: optional(metadata),
      transfer_group: optional(text(255)),
    },
    ({ world, book }, sent) => {
      const seller = world.find(sent.destination);
      if (!seller || seller.account.platform)
        throw noSuch('destination', sent.destination, 'destination', 400);
      if (book.ledger.funds(sent.currency).available < sent.amount) throw insufficient();
      const made = transfer(world, seller, {
        amount: sent.amount,
        currency: sent.currency,
        source: -1,
        fee: 0,
        group: sent.transfer_group ?? null,
        description: sent.description ?? null,
        metadata: sent.metadata ?? {},
      });
      return transferObject(world, made);
    },
    { scope: 'platform' },
  ),

  route(
    'GET /v1/transfers/:id/reversals',
    pageShape,
    (context, sent) => {
      const { world, book } = context;
      const made = namedTransfer(context);
      return page(sent, {
        url: `/v1/transfers/${param(context, 'id')}/reversals`,
        what: 'transfer reversal',
        length: book.reversals.length,
        created: (n) => at(book.reversals, n).created,
        indexOf: (id) => indexOf(book, 'trr', id, book.reversals.length),
        at: (n) => reversalObject(world, at(book.reversals, n)),
        matches: (n) => at(book.reversals, n).transfer === made.index,
      });
    },
    { scope: 'platform' },
  ),

  route(
    'GET /v1/transfers/:id/reversals/:reversal',
    {},
    (context) => {
      const { book, world } = context;
      const made = namedTransfer(context);
      const id = param(context, 'reversal');
      const n = indexOf(book, 'trr', id, book.reversals.length);
      const record = n === null ? undefined : at(book.reversals, n);
      if (record?.transfer !== made.index) throw noSuch('transfer reversal', id);
      return reversalObject(world, record);
    },
    { scope: 'platform' },
  ),

  route(
    'POST /v1/transfers/:id/reversals',
    {
      amount: optional(amount),
      refund_application_fee: withDefault(boolean, false),
      metadata: optional(metadata),
    },
    (context, sent) => {
      const made = namedTransfer(context);
      const left = made.amount - made.reversed;
      const wanted = sent.amount ?? left;
      if (left <= 0)
        throw invalid('This transfer has already been fully reversed.', {
          code: 'transfer_already_reversed',
        });
      if (wanted > left) {
        throw invalid(
          `Transfer reversal amount (${wanted}) is greater than the unreversed amount (${left}).`,
          {
            param: 'amount',
          },
        );
      }
      const record = reverse(context.world, made, {
        amount: wanted,
        refundFee: sent.refund_application_fee,
        metadata: sent.metadata ?? {},
      });
      return reversalObject(context.world, record);
    },
    { scope: 'platform' },
  ),
];

function chargeOfFee(world: World, book: Book, n: number): string | undefined {
  const { seller, charge } = book.fees.get(n);
  return world.sellers[seller]?.chargeId(charge);
}

const feeRoutes = [
  route(
    'GET /v1/application_fees',
    { ...pageShape, created: optional(range), charge: optional(string) },
    ({ world, book }, sent) =>
      page(
        sent,
        {
          url: '/v1/application_fees',
          what: 'application fee',
          length: book.fees.length,
          created: (n) => book.fees.created(n),
          indexOf: (id) => indexOf(book, 'fee', id, book.fees.length),
          at: (n) => feeObject(world, book.fees.get(n)),
          ...(sent.charge === undefined
            ? {}
            : {
                matches: (n: number) => chargeOfFee(world, book, n) === sent.charge,
              }),
        },
        sent.created,
      ),
    { scope: 'platform' },
  ),

  route(
    'GET /v1/application_fees/:id',
    {},
    (context) => {
      const id = param(context, 'id');
      const n = indexOf(context.book, 'fee', id, context.book.fees.length);
      if (n === null) throw noSuch('application fee', id, 'fee');
      return feeObject(context.world, context.book.fees.get(n));
    },
    { scope: 'platform' },
  ),
];

export const moneyTable = [
  ...balanceRoutes,
  ...payoutRoutes,
  ...topupRoutes,
  ...transferRoutes,
  ...feeRoutes,
];
