import type Stripe from 'stripe';
import type { Book } from '../../world/book.ts';
import type { EventRecord, Snapshot } from '../../world/events.ts';
import type { World } from '../../world/world.ts';
import {
  accountObject,
  balanceSettingsObject,
  capabilityObject,
  deletedExternalAccount,
  externalAccountObject,
} from './accounts.ts';
import { balanceObject } from './balances.ts';
import { chargeObject } from './charges.ts';
import { disputeObject } from './disputes.ts';
import { eventId } from './ids.ts';
import { payoutObject, topupObject } from './payouts.ts';
import { refundObject } from './refunds.ts';
import { feeObject, feeRefundObject, transferObject } from './transfers.ts';

export const API_VERSION = '2026-10-28.endive';

function shown(world: World, book: Book, snapshot: Snapshot): object {
  switch (snapshot.kind) {
    case 'charge':
      return chargeObject(world, book, snapshot.record);
    case 'refund':
      return refundObject(world, book, snapshot.record);
    case 'dispute':
      return disputeObject(world, book, snapshot.record);
    case 'payout':
      return payoutObject(book, snapshot.record);
    case 'topup':
      return topupObject(book, snapshot.record);
    case 'transfer':
      return transferObject(world, snapshot.record);
    case 'fee':
      return feeObject(world, snapshot.record);
    case 'fee_refund':
      return feeRefundObject(world, snapshot.record);
    case 'account':
      return accountObject(snapshot.record);
    case 'capability':
      return capabilityObject(snapshot.record, snapshot.name);
    case 'balance_settings':
      return balanceSettingsObject(snapshot.record);
    case 'external_account':
      return externalAccountObject(book.id, snapshot.record);
    case 'deleted_external_account':
      return deletedExternalAccount(snapshot.record);
    case 'balance':
      return balanceObject(book, snapshot.record);
  }
}

/** @param pendingWebhooks how many endpoints have not taken it yet */
export function eventObject(
  world: World,
  book: Book,
  event: EventRecord,
  pendingWebhooks = 0,
): Stripe.EventBase {
  const { request } = event;
  return {
    id: eventId(book, event.index),
    object: 'event',
    // Only events of connected accounts name one.
    ...(book.account.platform ? {} : { account: book.id }),
    api_version: API_VERSION,
    created: event.created,
    data: {
      object: shown(world, book, event.snapshot),
      ...(event.previous ? { previous_attributes: event.previous } : {}),
    },
    livemode: false,
    pending_webhooks: pendingWebhooks,
    request: { id: request?.id ?? null, idempotency_key: request?.idempotencyKey ?? null },
    type: event.type,
  };
}
