import type { Call } from './api/call.ts';

/**
 * What happened to a world since its start, in order: enough to make it again.
 * `advance`: the clock was moved, or brought something about. `call`: a call that changed something.
 */
export type JournalEntry = {
  /** Events of earlier entries were still on their way when this was written. */
  readonly undelivered?: true;
} & (
  | { readonly kind: 'advance'; readonly at: number }
  | {
      readonly kind: 'call';
      /** Unix seconds by the world's clock. */
      readonly at: number;
      readonly method: string;
      /** Path and what was sent, form-encoded. */
      readonly path: string;
      readonly form: string;
      /** The account it was made as; null: the platform. */
      readonly account: string | null;
      readonly idempotency_key: string | null;
      readonly request: string;
    }
);

export const callEntry = (call: Call, at: number, account: string | null): JournalEntry => ({
  kind: 'call',
  at,
  method: call.method,
  path: call.path,
  form: call.form,
  account,
  idempotency_key: call.idempotencyKey,
  request: call.requestId,
});

export const callOfEntry = (entry: JournalEntry & { kind: 'call' }): Call => ({
  method: entry.method,
  path: entry.path,
  form: entry.form,
  authorization: null,
  account: entry.account,
  version: null,
  idempotencyKey: entry.idempotency_key,
  requestId: entry.request,
  origin: 'http://localhost',
});

/**
 * Where the entries begin whose events may not have arrived: the last one's may not, and those before it for as long
 * as each entry says that it found some on their way.
 */
export function firstUnsure(journal: readonly JournalEntry[]): number {
  let first = Math.max(0, journal.length - 1);
  while (first > 0 && journal[first]?.undelivered) first -= 1;
  return first;
}
