/** What our rows show, as texts for lists that show texts. */
import type { Row } from '@express-elements/contract';

export interface Column {
  readonly field: string;
  readonly title: string;
  readonly width: number;
  readonly text: (row: Row) => string;
}

/** Made when a list is, so that each list pays for its own formats. */
export function columns(): readonly Column[] {
  const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' });
  const time = new Intl.DateTimeFormat('en', {
    timeZone: 'America/New_York',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
  const inMajor = (amount: number): string => money.format(amount / 100);
  return [
    {
      field: 'transaction',
      title: 'Transaction',
      width: 330,
      text: (row) =>
        `${row.description_key} ${row.customer?.name ?? ''} · ${row.description ?? row.last4 ?? ''}`,
    },
    { field: 'date', title: 'Date', width: 160, text: (row) => time.format(row.created * 1000) },
    { field: 'status', title: 'Status', width: 170, text: (row) => row.status },
    { field: 'amount', title: 'Amount', width: 150, text: (row) => inMajor(row.amount) },
    { field: 'fee', title: 'Fee', width: 120, text: (row) => inMajor(-row.fee) },
    { field: 'net', title: 'Net', width: 150, text: (row) => inMajor(row.net) },
  ];
}
