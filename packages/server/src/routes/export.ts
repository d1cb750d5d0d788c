import { answerHeaders, routes, type Row } from '@express-elements/contract';
import { Hono } from 'hono';
import { dateAt } from '../balance/schedule.ts';
import { ExpressError } from '../errors.ts';
import { csvHeader, csvLine } from './csv.ts';
import { only } from './guards.ts';
import { ledgerAccountOf, type Env, type Host } from './host.ts';
import { checkSort, questionOf, transactionCapabilities } from './questions.ts';
import { query } from './validate.ts';

/** Rows as bytes of CSV, made as they are read: a slow reader holds up the ledger, and leaving ends it. */
export function csvStream(
  batches: AsyncIterable<readonly Row[]>,
  metadataKeys: readonly string[],
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const iterator = batches[Symbol.asyncIterator]();
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(csvHeader(metadataKeys)));
    },
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(value.map((row) => csvLine(row, metadataKeys)).join('')));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

/** `GET /transactions/export`: what the filters match, as a file. */
export const exportCsv = (host: Host) =>
  new Hono<Env>().get(
    routes.export.path,
    only((role) => role.transactions !== false && role.export),
    query(routes.export.query),
    async (c) => {
      const { sort, order, ...filters } = c.req.valid('query');
      if (!transactionCapabilities(host).export)
        throw new ExpressError('not_found', 'This server has no export.');
      checkSort(host, sort);
      const question = questionOf(host, c, filters);
      const account = await ledgerAccountOf(host, c);
      const { covers, batches } = await host.ledger.for(account).rows(question, { sort, order });
      const today = new Date(dateAt(host.now(), account.timeZone) * 1000)
        .toISOString()
        .slice(0, 10);
      return c.body(csvStream(batches, host.metadataKeys), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="transactions-${today}.csv"`,
        [answerHeaders.covers]: JSON.stringify(covers),
      });
    },
  );
