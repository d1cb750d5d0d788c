/** The contract's answers by a function in the page: the recorded ones, and a list as long as is asked for. */
import type { AccountAnswer, Row, Summary, Transactions } from '@express-elements/contract';

interface Recorded {
  readonly account: AccountAnswer;
  readonly summary: Summary;
  readonly rows: readonly Row[];
  readonly [answer: string]: unknown;
}

let recorded: Promise<Recorded> | undefined;
export const answers = (): Promise<Recorded> =>
  (recorded ??= fetch('/answers.json').then((answer) => answer.json() as Promise<Recorded>));

/** The recorded rows over and over, each time further back, each with an id of its own. */
export async function manyRows(count: number): Promise<Row[]> {
  const { rows } = await answers();
  const span = (rows[0]?.created ?? 0) - (rows.at(-1)?.created ?? 0) + 3_600;
  return Array.from({ length: count }, (_, index) => {
    const row = rows[index % rows.length]!;
    const back = Math.floor(index / rows.length) * span;
    return {
      ...row,
      id: `txn_${index}`,
      created: row.created - back,
      available_on: row.available_on - back,
    };
  });
}

const NOW = Date.UTC(2026, 10, 23, 18, 30) / 1000;

/** A page of a list whose cursors are places. */
function pageOf(rows: readonly Row[], query: URLSearchParams, summary: Summary): Transactions {
  const limit = Number(query.get('limit') ?? 50);
  const question = query.get('q');
  if (question !== null)
    return {
      data: [...found(rows, question, limit)],
      next_cursor: null,
      previous_cursor: null,
      covers: { ...summary.covers, complete: true },
    };
  const before = query.get('before');
  const end = before === null ? rows.length : Number(before);
  const start = before === null ? Number(query.get('after') ?? 0) : Math.max(0, end - limit);
  const from = query.get('at') === 'end' ? Math.max(0, rows.length - limit) : start;
  const to = Math.min(end, from + limit);
  return {
    data: rows.slice(from, to),
    next_cursor: to < rows.length ? String(to) : null,
    previous_cursor: from > 0 ? String(from) : null,
    covers: { ...summary.covers, complete: true },
  };
}

/** What every answer about this account has. */
export const headersOf = ({ account }: AccountAnswer): Readonly<Record<string, string>> => ({
  'Content-Type': 'application/json',
  'Express-Account': account.id,
  'Express-Now': String(NOW),
  'Request-Id': 'req_bench',
});

/** What a seller looks for is in the words of a row; the scan ends with the page. */
function found(rows: readonly Row[], question: string, limit: number): readonly Row[] {
  const low = question.toLowerCase();
  const page: Row[] = [];
  for (const row of rows) {
    const text = `${row.description ?? ''} ${row.customer?.name ?? ''}`.toLowerCase();
    if (text.includes(low)) page.push(row);
    if (page.length === limit) break;
  }
  return page;
}

/** A provider's `fetch`: answers at once, as JSON that the element has to read. No live hints. */
export async function inPageEndpoint(
  rows: readonly Row[],
): Promise<(request: Request) => Promise<Response>> {
  const { account, summary, ...others } = await answers();
  const given: Readonly<Record<string, unknown>> = {
    ...others,
    account: { ...account, capabilities: { ...account.capabilities, live: null } },
    summary: { ...summary, count: rows.length },
  };
  const headers = headersOf(account);
  return async ({ url }) => {
    const { pathname, searchParams } = new URL(url);
    const path = pathname.slice('/express/'.length).replace(/^transactions\/summary$/, 'summary');
    const answer = path === 'transactions' ? pageOf(rows, searchParams, summary) : given[path];
    if (answer === undefined) throw new Error(`The bench has no answer to ${path}.`);
    return new Response(JSON.stringify(answer), { headers });
  };
}
