import { DAY } from './calendar.ts';
import type { FeeRecord } from './charges.ts';
import type { Purse } from './ledger.ts';
import type {
  AccountRecord,
  ChargeRecord,
  DisputeRecord,
  ExternalAccountRecord,
  FeeRefundRecord,
  PayoutRecord,
  RefundRecord,
  TopupRecord,
  TransferRecord,
} from './records.ts';

/** What an event shows: the record as it was, kept as a record until somebody asks for the object. */
export type Snapshot =
  | { readonly kind: 'charge'; readonly record: ChargeRecord }
  | { readonly kind: 'refund'; readonly record: RefundRecord }
  | { readonly kind: 'dispute'; readonly record: DisputeRecord }
  | { readonly kind: 'payout'; readonly record: PayoutRecord }
  | { readonly kind: 'topup'; readonly record: TopupRecord }
  | { readonly kind: 'transfer'; readonly record: TransferRecord }
  | { readonly kind: 'fee'; readonly record: FeeRecord }
  | { readonly kind: 'fee_refund'; readonly record: FeeRefundRecord }
  | { readonly kind: 'account'; readonly record: AccountRecord }
  | {
      readonly kind: 'capability';
      readonly record: AccountRecord;
      readonly name: 'card_payments' | 'transfers';
    }
  | { readonly kind: 'balance_settings'; readonly record: AccountRecord }
  | { readonly kind: 'external_account'; readonly record: ExternalAccountRecord }
  | { readonly kind: 'deleted_external_account'; readonly record: ExternalAccountRecord }
  | {
      readonly kind: 'balance';
      readonly record: readonly Pick<Purse, 'currency' | 'balanceType' | 'available' | 'pending'>[];
    };

export type EventType =
  | 'account.updated'
  | 'account.external_account.created'
  | 'account.external_account.updated'
  | 'account.external_account.deleted'
  | 'application_fee.created'
  | 'application_fee.refunded'
  | 'balance.available'
  | 'balance_settings.updated'
  | 'capability.updated'
  | 'charge.captured'
  | 'charge.dispute.closed'
  | 'charge.dispute.created'
  | 'charge.dispute.funds_reinstated'
  | 'charge.dispute.funds_withdrawn'
  | 'charge.dispute.updated'
  | 'charge.expired'
  | 'charge.failed'
  | 'charge.pending'
  | 'charge.refunded'
  | 'charge.refund.updated'
  | 'charge.succeeded'
  | 'charge.updated'
  | 'payout.canceled'
  | 'payout.created'
  | 'payout.failed'
  | 'payout.paid'
  | 'payout.reconciliation_completed'
  | 'payout.updated'
  | 'refund.created'
  | 'refund.failed'
  | 'refund.updated'
  | 'topup.canceled'
  | 'topup.created'
  | 'topup.failed'
  | 'topup.reversed'
  | 'topup.succeeded'
  | 'transfer.created'
  | 'transfer.reversed'
  | 'transfer.updated';

export interface RequestRecord {
  readonly id: string;
  readonly idempotencyKey: string | null;
}

export interface EventRecord {
  readonly index: number;
  readonly created: number;
  readonly type: EventType;
  readonly snapshot: Snapshot;
  /** The old values of what changed, by Stripe's names; null where nothing was updated. */
  readonly previous: object | null;
  readonly request: RequestRecord | null;
}

/** Stripe lists the events of the last 30 days. */
export const EVENT_LIFETIME = 30 * DAY;

/** The events of one account, oldest first; what is older than their lifetime is let go. */
export class EventLog {
  #first = 0;
  #events: EventRecord[] = [];

  add(event: Omit<EventRecord, 'index'>): EventRecord {
    const record: EventRecord = { ...event, index: this.#first + this.#events.length };
    this.#events.push(record);
    return record;
  }

  get(index: number): EventRecord | undefined {
    return this.#events[index - this.#first];
  }

  get all(): readonly EventRecord[] {
    return this.#events;
  }

  forget(before: number): void {
    const keep = this.#events.findIndex((event) => event.created >= before);
    const gone = keep < 0 ? this.#events.length : keep;
    if (gone === 0) return;
    this.#events = this.#events.slice(gone);
    this.#first += gone;
  }
}
