import type { Book } from '../../world/book.ts';
import { isPayment } from '../../world/book.ts';
import type { ChargeRecord, RefundRecord } from '../../world/records.ts';

/** Which prefix each kind of object wears. */

export const txnId = (book: Book, row: number): string => book.ids.make('txn', row);
export const txnOrNull = (book: Book, row: number): string | null =>
  row < 0 ? null : txnId(book, row);

export const chargeId = (book: Book, charge: Pick<ChargeRecord, 'index' | 'method'>): string =>
  book.ids.make(isPayment(charge.method) ? 'py' : 'ch', charge.index);

export const intentId = (
  book: Book,
  charge: Pick<ChargeRecord, 'index' | 'method'>,
): string | null => (charge.method === 'transfer' ? null : book.ids.make('pi', charge.index));

export const methodId = (
  book: Book,
  charge: Pick<ChargeRecord, 'index' | 'method'>,
): string | null => (charge.method === 'transfer' ? null : book.ids.make('pm', charge.index));

export const customerId = (book: Book, customer: number): string | null =>
  customer < 0 ? null : book.ids.make('cus', customer);

export const refundId = (book: Book, refund: RefundRecord): string => {
  const { method } = book.charges.get(refund.charge);
  return book.ids.make(isPayment(method) ? 'pyr' : 're', refund.index);
};

export const disputeId = (book: Book, index: number): string => book.ids.make('dp', index);
export const payoutId = (book: Book, index: number): string => book.ids.make('po', index);
export const topupId = (book: Book, index: number): string => book.ids.make('tu', index);
export const transferId = (book: Book, index: number): string => book.ids.make('tr', index);
export const reversalId = (book: Book, index: number): string => book.ids.make('trr', index);
export const feeId = (book: Book, index: number): string => book.ids.make('fee', index);
export const feeRefundId = (book: Book, index: number): string => book.ids.make('fr', index);
export const reserveId = (book: Book, index: number): string => book.ids.make('rtx', index);
export const collectionId = (book: Book, index: number): string => book.ids.make('connct', index);
export const eventId = (book: Book, index: number): string => book.ids.make('evt', index);
