import type { Book } from '../book.ts';
import { DAY, startOfDay } from '../calendar.ts';
import { mix } from '../random.ts';
import type { DisputeRecord, DisputeStatus } from '../records.ts';
import type { World } from '../world.ts';
import { rateAt, settlementCurrency } from './charges.ts';

const reasons = [
  ['fraudulent', '10.4'],
  ['product_not_received', '13.1'],
  ['product_unacceptable', '13.3'],
  ['duplicate', '12.6'],
  ['credit_not_processed', '13.6'],
  ['subscription_canceled', '13.2'],
  ['unrecognized', '10.4'],
] as const;

const open: ReadonlySet<DisputeStatus> = new Set(['warning_needs_response', 'needs_response']);
export const isOpen = (dispute: DisputeRecord): boolean => open.has(dispute.status);

const closed: ReadonlySet<DisputeStatus> = new Set(['won', 'lost', 'warning_closed']);
export const isClosed = (dispute: DisputeRecord): boolean => closed.has(dispute.status);

/**
 * A customer asks their bank for the money back: it is withdrawn at once, with a fee.
 * An inquiry only asks, and moves nothing.
 */
export function openDispute(
  world: World,
  book: Book,
  charge: number,
  options: { readonly inquiry?: boolean; readonly days?: number } = {},
): DisputeRecord {
  const paid = book.charges.get(charge);
  const chance = mix(book.seed ^ 0xd15, book.disputes.length);
  const [reason, networkReason] = reasons[chance % reasons.length] ?? reasons[0];
  const days = options.days ?? 9 + ((chance >>> 8) % 12);
  const record: DisputeRecord = {
    index: book.disputes.length,
    created: world.now,
    charge,
    amount: paid.amount - paid.refunded,
    reason,
    networkReason,
    // Evidence is due by the end of a day.
    dueBy: startOfDay(world.now) + (days + 1) * DAY - 1,
    status: options.inquiry ? 'warning_needs_response' : 'needs_response',
    rows: [],
    evidence: {},
    submissions: 0,
    submittedAs: 'not_submitted',
    pastDue: false,
    metadata: {},
  };
  book.disputes.push(record);
  book.charges.flag(charge, 'disputed');
  if (!options.inquiry) withdraw(world, book, record);
  world.emit(book, 'charge.dispute.created', { kind: 'dispute', record });
  if (!options.inquiry)
    world.emit(book, 'charge.dispute.funds_withdrawn', { kind: 'dispute', record });
  world.at(record.dueBy + 1, () => lapse(world, book, record));
  return record;
}

function settled(book: Book, record: DisputeRecord) {
  const { currency } = book.charges.get(record.charge);
  const into = settlementCurrency(book, currency);
  return {
    currency: into,
    amount: Math.round(record.amount * rateAt(currency, into, record.created)),
  };
}

function withdraw(world: World, book: Book, record: DisputeRecord): void {
  const { currency, amount } = settled(book, record);
  const fee = book.feeSchedules[currency]?.dispute ?? 0;
  const set = book.ledger.funds(currency, 'refund_and_dispute_prefunding');
  const row = book.ledger.add({
    created: world.now,
    availableOn: startOfDay(world.now),
    amount: -amount,
    fee,
    currency,
    type: 'adjustment',
    adjustment: 'dispute',
    balanceType: set.available >= amount + fee ? 'refund_and_dispute_prefunding' : 'payments',
    source: 'dispute',
    sourceIndex: record.index,
  });
  record.rows = [row];
}

/** Nobody answered in time: a dispute is lost; an inquiry is closed, or becomes a dispute. */
function lapse(world: World, book: Book, record: DisputeRecord): void {
  if (!isOpen(record) || world.now <= record.dueBy) return;
  const inquiry = record.status === 'warning_needs_response';
  if (inquiry && mix(book.seed ^ 0xe5ca, record.index) % 3 === 0) {
    escalate(world, book, record);
    return;
  }
  record.pastDue = true;
  settleDispute(world, book, record, inquiry ? 'warning_closed' : 'lost');
}

/** The customer insists: what was a question becomes a dispute, with a new date. */
function escalate(world: World, book: Book, record: DisputeRecord): void {
  const previous = { status: record.status, evidence_details: { due_by: record.dueBy } };
  record.status = 'needs_response';
  record.dueBy += 10 * DAY;
  withdraw(world, book, record);
  world.emit(book, 'charge.dispute.updated', { kind: 'dispute', record }, previous);
  world.emit(book, 'charge.dispute.funds_withdrawn', { kind: 'dispute', record });
  world.at(record.dueBy + 1, () => lapse(world, book, record));
}

export interface EvidenceChange {
  readonly evidence: Readonly<Record<string, string>>;
  readonly submit: boolean;
  readonly metadata: DisputeRecord['metadata'];
}

export function updateDispute(
  world: World,
  book: Book,
  record: DisputeRecord,
  change: EvidenceChange,
): void {
  const previous = { status: record.status };
  record.evidence = change.evidence;
  record.metadata = change.metadata;
  if (!change.submit) {
    world.emit(book, 'charge.dispute.updated', { kind: 'dispute', record }, {});
    return;
  }
  record.submissions += 1;
  record.submittedAs = 'manual';
  record.status = record.status === 'needs_response' ? 'under_review' : 'warning_under_review';
  world.emit(book, 'charge.dispute.updated', { kind: 'dispute', record }, previous);
  judge(world, book, record);
}

/** The bank's answer. Stripe's two test texts decide at once; else it takes weeks and is a matter of luck. */
function judge(world: World, book: Book, record: DisputeRecord): void {
  const text = record.evidence['uncategorized_text'];
  if (text === 'winning_evidence') settleDispute(world, book, record, 'won');
  else if (text === 'losing_evidence') settleDispute(world, book, record, 'lost');
  else {
    const chance = mix(book.seed ^ 0x30d6e, record.index);
    const days = 12 + ((chance >>> 4) % 40);
    world.at(world.now + days * DAY, () => {
      if (!isClosed(record)) settleDispute(world, book, record, chance % 100 < 45 ? 'won' : 'lost');
    });
  }
}

/** `won` gives the money back; an inquiry that is over is closed, whoever was right. */
export function settleDispute(
  world: World,
  book: Book,
  record: DisputeRecord,
  outcome: 'won' | 'lost' | 'warning_closed',
): void {
  const previous = { status: record.status };
  const inquiry = record.status.startsWith('warning_');
  record.status = inquiry ? 'warning_closed' : outcome;
  if (record.status === 'won') reinstate(world, book, record);
  world.emit(book, 'charge.dispute.closed', { kind: 'dispute', record }, previous);
}

function reinstate(world: World, book: Book, record: DisputeRecord): void {
  const { currency, amount } = settled(book, record);
  const row = book.ledger.add({
    created: world.now,
    availableOn: startOfDay(world.now),
    amount,
    fee: 0,
    currency,
    type: 'adjustment',
    adjustment: 'dispute_reversal',
    source: 'dispute',
    sourceIndex: record.index,
  });
  record.rows = [...record.rows, row];
  world.emit(book, 'charge.dispute.funds_reinstated', { kind: 'dispute', record });
}
