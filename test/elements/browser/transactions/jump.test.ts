import { expect } from 'chai';
import { openHost, until, type TestHost } from '../../support/host.ts';
import { TransactionsHarness } from '../../support/transactions.ts';

/**
 * The server of these tests reads Stripe directly, which cannot jump; here it is taught to, by asking the other way
 * round. What is tested is the list: that it goes to the true end, and back up page by page without moving.
 */
function teachToJump(host: TestHost): void {
  host.answer = async (request, real) => {
    const url = new URL(request.url);
    const answered = async (change: (body: Record<string, unknown>) => object) => {
      const response = await host.express.fetch(new Request(url, request));
      return Response.json(change(await response.json()), { headers: response.headers });
    };
    if (url.pathname.endsWith('/account'))
      return answered((body) => {
        const capabilities = body['capabilities'] as { transactions: { jump: boolean } };
        capabilities.transactions.jump = true;
        return body;
      });
    const before = url.searchParams.get('before');
    if (!url.pathname.endsWith('/transactions') || !(before ?? url.searchParams.get('at')))
      return real();
    url.searchParams.set('order', 'asc');
    url.searchParams.delete('at');
    url.searchParams.delete('before');
    if (before) url.searchParams.set('after', before);
    return answered(({ data, next_cursor, ...rest }) => ({
      ...rest,
      data: (data as object[]).toReversed(),
      next_cursor: before ? 'further' : null,
      previous_cursor: next_cursor,
    }));
  };
}

describe('<express-transactions> at its ends', () => {
  let host: TestHost;
  beforeEach(() => {
    host = openHost();
    teachToJump(host);
  });
  afterEach(async () => {
    await host.close();
    window.scrollTo(0, 0);
  });

  it('goes to the last row of the whole ledger and back to the first', async () => {
    // Sorted by amount the direct ledger scans, and answers both ways round.
    const list = await TransactionsHarness.open(host, 'sort="amount"');
    await list.ready();
    const first = list.rows[0]!.dataset['id'];
    list.get('.open').focus();
    list.press('End');
    await until(() => list.focusedRow === 49, 'the last row');
    const last = list.focused!.closest<HTMLElement>('.row')!.dataset['id'];
    expect(last).not.to.equal(first);

    const top = () => list.rows.find((row) => row.getBoundingClientRect().top > 60)!;
    await until(() => {
      // The way to the last row may not be over yet, and would go on.
      window.scrollTo(0, 1_700);
      return Number(list.rows[0]!.dataset['index']) < 25;
    }, 'rows further up');
    const seen = top().dataset['id'];
    const place = top().getBoundingClientRect().top;
    window.scrollBy(0, -300);
    await until(
      () => Number(list.rows.find((row) => row.dataset['id'] === seen)?.dataset['index']) > 50,
      'the page before',
    );
    const row = await until(() => {
      const found = list.rows.find((each) => each.dataset['id'] === seen);
      const moved = (found?.getBoundingClientRect().top ?? 0) - place;
      return Math.abs(moved - 300) <= 2 && found;
    }, 'the row to be where the scrolling took it');

    list.press('Home', row.querySelector<HTMLElement>('.open'));
    await until(() => list.focusedRow === 0, 'the first row');
    expect(list.rows[0]!.dataset['id']).to.equal(first);
  });
});
