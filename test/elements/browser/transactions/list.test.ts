import { expect } from 'chai';
import { formatMoney } from '../../../../packages/elements/src/format/index.ts';
import { accessible } from '../../support/axe.ts';
import { openHost, until, type TestHost } from '../../support/host.ts';
import { TransactionsHarness } from '../../support/transactions.ts';

describe('<express-transactions>', () => {
  let host: TestHost;
  beforeEach(() => {
    host = openHost();
  });
  afterEach(() => host.close());

  it('shows the ledger, newest first, with its sums', async () => {
    const list = await TransactionsHarness.open(host);
    await list.ready();
    expect(list.rows.length).to.be.greaterThan(5);
    const answer = await (
      await host.fetch(new Request(`${location.origin}/express/transactions?limit=5`))
    ).json();
    for (const [index, row] of answer.data.entries()) {
      const money = (amount: number) => formatMoney(amount, row.currency, 'en');
      expect(list.rows[index]?.innerText).to.contain(money(row.amount));
      expect(list.rows[index]?.innerText).to.contain(money(row.net));
    }
    await until(() => list.text('.totals').includes('transactions'), 'sums');
    await accessible(list.element);
    expect(host.queries('/transactions')).to.deep.equal([
      'sort=created&order=desc&limit=50&early=true',
      'limit=5',
    ]);
    expect(host.count('GET', '/transactions/summary')).to.equal(1);
  });

  it('shows the shape of what comes, then says why it does not', async () => {
    const releases: (() => void)[] = [];
    host.answer = (request, real) =>
      request.url.includes('/transactions')
        ? new Promise((resolve) => {
            releases.push(() =>
              resolve(
                Response.json(
                  {
                    error: {
                      type: 'api',
                      code: 'not_allowed',
                      message: 'No.',
                      request_id: 'req_test1',
                    },
                  },
                  { status: 403, headers: { 'Request-Id': 'req_test1' } },
                ),
              ),
            );
          })
        : real();
    const list = await TransactionsHarness.open(host, 'without-summary');
    await list.state('loading');
    await until(() => list.all('.skeleton').length > 4, 'bones');
    await accessible(list.element);
    await until(() => releases.length > 0, 'the request');
    for (const release of releases) release();
    await list.state('error');
    expect(list.get('[role=alert]').innerText).to.contain("We couldn't load your transactions");
    expect(list.text('[role=alert] small')).to.equal('req_test1');
    await accessible(list.element);
  });

  it('tries again on Retry', async () => {
    let failing = true;
    host.answer = (request, real) =>
      failing && request.url.includes('/transactions')
        ? Promise.reject(new TypeError('Failed to fetch'))
        : real();
    const list = await TransactionsHarness.open(host, 'without-summary');
    await list.state('error');
    failing = false;
    list.get('[role=alert] button').click();
    await list.ready();
    expect(list.rows.length).to.be.greaterThan(5);
  });

  it('says that nothing has happened yet', async () => {
    host.answer = (request, real) =>
      request.url.includes('/transactions')
        ? real().then((response) =>
            Response.json(
              request.url.includes('summary')
                ? { count: 0, sums: [], by_category: [], covers: { from: null, complete: true } }
                : {
                    data: [],
                    next_cursor: null,
                    previous_cursor: null,
                    covers: { from: null, complete: true },
                  },
              { headers: response.headers },
            ),
          )
        : real();
    const list = await TransactionsHarness.open(host);
    await list.state('empty');
    expect(list.text('.state')).to.contain('No transactions yet');
    await accessible(list.element);
  });

  for (const [attributes, first] of [
    ['', ['/account', '/transactions']],
    ['category="payment"', ['/account']],
    ['sort="amount"', ['/account']],
  ] as const)
    it(`with ${attributes || 'nothing chosen'}, asks at once for ${first.join(' and ')}`, async () => {
      const answers: (() => void)[] = [];
      host.answer = async (_, real) => {
        await new Promise<void>((resolve) => answers.push(resolve));
        return real();
      };
      const list = await TransactionsHarness.open(host, attributes);
      await until(() => answers.length === first.length, 'the questions');
      await list.element.updateComplete;
      expect(host.asked.map(({ path }) => path)).to.deep.equal(first);
      host.answer = null;
      for (const answer of answers) answer();
      await list.ready();
    });

  it('says a row’s state whole in the narrowest list, and apart from the date', async () => {
    const list = await TransactionsHarness.open(host);
    for (const width of ['390px', '288px']) {
      list.element.style.inlineSize = width;
      await list.ready();
      const badges = list.all('.rows .facts .badge').filter((badge) => badge.checkVisibility());
      expect(badges.length, width).to.be.greaterThan(0);
      for (const badge of badges) {
        const words = badge.querySelector('bdi')!.getBoundingClientRect();
        const box = badge.getBoundingClientRect();
        const date = badge.closest('.row')!.querySelector('.lead .date')!.getBoundingClientRect();
        expect(words.right, badge.innerText).to.be.at.most(box.right);
        expect(badge.scrollWidth, badge.innerText).to.be.at.most(badge.clientWidth);
        expect(date.left - box.right, badge.innerText).to.be.greaterThan(4);
      }
    }
  });

  it('shows its fallback content where this sign-in sees no transactions', async () => {
    host.answer = async (request, real) => {
      const response = await real();
      if (!request.url.endsWith('/account')) return response;
      const account = await response.json();
      account.capabilities.transactions = null;
      return Response.json(account, { headers: response.headers });
    };
    const list = await TransactionsHarness.open(host);
    await until(() => list.all('slot:not([name])').length === 1, 'the fallback');
    expect(list.all('.card').length).to.equal(0);
    // Once, beside /account, and no more since.
    expect(host.count('GET', '/transactions')).to.equal(1);
    expect(host.queries('/transactions')[0]).to.contain('early=true');
  });

  it('renders what is in sight and asks for more on the way down', async () => {
    const list = await TransactionsHarness.open(host);
    await list.ready();
    expect(list.rows.length).to.be.lessThan(50);
    const asked = () => host.count('GET', '/transactions');
    const before = asked();
    window.scrollTo(0, document.documentElement.scrollHeight);
    await until(() => asked() > before, 'the next page');
    await until(
      () => list.rows.some((row) => Number(row.dataset['index']) > 40),
      'rows further down',
    );
    expect(list.rows.length).to.be.lessThan(80);
    window.scrollTo(0, 0);
    await until(() => list.rows[0]?.dataset['index'] === '0', 'the first row');
  });

  it('shows a payment that has just been taken, tinted, without being asked to', async () => {
    const list = await TransactionsHarness.open(host);
    await list.ready();
    await host.sandbox.takePayment(host.signIn.account, { amount: 12_345, description: 'Order 9' });
    await list.element.refresh();
    await until(() => list.rows[0]?.innerText.includes('$123.45'), 'the new row');
    expect(list.rows[0]?.classList.contains('arrived')).to.equal(true);
  });

  it('keeps new rows waiting while the seller reads further down', async () => {
    const list = await TransactionsHarness.open(host);
    await list.ready();
    window.scrollTo(0, 1_200);
    await until(() => Number(list.rows[0]?.dataset['index'] ?? 0) > 2, 'rows further down');
    await host.sandbox.takePayment(host.signIn.account, { amount: 12_345 });
    await list.element.refresh();
    const pill = await until(() => list.all('.pill')[0], 'the pill');
    expect(pill.getAttribute('aria-label')).to.equal('Show 1 new transaction');
    pill.click();
    await until(
      () => list.rows.find((row) => row.dataset['index'] === '0')?.innerText.includes('$123.45'),
      'the new row',
    );
    window.scrollTo(0, 0);
  });

  it('shows so many rows, and a way to all of them', async () => {
    const list = await TransactionsHarness.open(host, 'limit="4" without-filters');
    await list.ready();
    expect(list.rows.length).to.equal(4);
    expect(list.all('.search').length).to.equal(0);
    let section = '';
    list.element.addEventListener('express-see-all', (event) => (section = event.section));
    list.get('.foot button').click();
    expect(section).to.equal('transactions');
    await accessible(list.element);
  });

  it('forgets every figure when somebody else is signed in', async () => {
    const list = await TransactionsHarness.open(host);
    await list.ready();
    const jp = host.sandbox.sellers.find(({ country }) => country === 'JP')!;
    host.signIn = { ...host.signIn, account: jp.account };
    await list.element.refresh();
    await until(() => list.rows[0]?.innerText.includes('¥'), 'the other seller');
    expect(list.element.shadowRoot!.textContent).not.to.contain('$');
  });
});
