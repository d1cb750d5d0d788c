import type { Book } from '../../world/book.ts';
import { currencyRules } from '../../world/currencies.ts';
import type { ExternalAccountRecord, PayoutRecord } from '../../world/records.ts';
import { cancelPayout, createPayout } from '../../world/rules/payouts.ts';
import { changesOf } from '../diff.ts';
import { invalid, noSuch } from '../errors.ts';
import { grants } from '../grants.ts';
import { page, pageShape } from '../lists.ts';
import { indexOf } from '../lookup.ts';
import { instantAmount } from '../objects/balances.ts';
import { payoutObject } from '../objects/payouts.ts';
import {
  amount,
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
import { insufficient, recordAt } from './helpers.ts';

function namedPayout(context: Context): PayoutRecord {
  const id = param(context, 'id');
  const n = indexOf(context.book, 'po', id, context.book.payouts.length);
  if (n === null) throw noSuch('payout', id, 'payout');
  return recordAt(context.book.payouts, n);
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

export const payoutRoutes = [
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
          created: (n) => recordAt(book.payouts, n).created,
          indexOf: (id) => indexOf(book, 'po', id, book.payouts.length),
          at: (n) => payoutObject(book, recordAt(book.payouts, n)),
          matches: (n) => {
            const record = recordAt(book.payouts, n);
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
    { grants: grants.seePayouts },
  ),

  route('GET /v1/payouts/:id', {}, (context) => payoutObject(context.book, namedPayout(context)), {
    grants: grants.seePayouts,
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
        const wanted = sent.method === 'instant' ? grants.payOutInstant : grants.payOutStandard;
        sessions.require(session, wanted);
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
        metadata: mergeMetadata({}, sent.metadata),
      });
      return payoutObject(book, record);
    },
    { grants: grants.payOut },
  ),

  route('POST /v1/payouts/:id', { metadata: optional(metadata) }, (context, sent) => {
    const record = namedPayout(context);
    const old = record.metadata;
    record.metadata = mergeMetadata(old, sent.metadata);
    const previous = { metadata: changesOf(old, record.metadata) };
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
    { grants: grants.payOutStandard },
  ),
];
