import type { PayoutParts, Summary } from '@express-elements/contract';
import { expect } from 'chai';
import { accessible } from '../../support/axe.ts';
import { answered } from '../../support/answers.ts';
import { openHost, until, type TestHost } from '../../support/host.ts';
import { TransactionsHarness } from '../../support/transactions.ts';

/** What stands in a list of labels and values. */
const pairsOf = (list: TransactionsHarness): [string, string][] =>
  list
    .all('.drawer dt')
    .map((term) => [
      term.innerText.trim(),
      (term.nextElementSibling as HTMLElement).innerText.trim(),
    ]);

const cents = (text: string): number => Number(text.replace(/[^\d−-]/g, '').replace('−', '-'));

describe('<express-transactions> and payouts', () => {
  let host: TestHost;
  let list: TransactionsHarness;

  const open = async (attributes = '') => {
    list = await TransactionsHarness.open(host, attributes);
    await list.ready();
    return list;
  };
  /** Opens the details of the row that says this. */
  const details = async (place: number) => {
    list.rows[place]!.querySelector<HTMLElement>('.open')!.click();
    await until(() => list.all('.drawer[open] .pairs').length > 0, 'the drawer');
  };
  /** A payout’s parts, as the test wants them. */
  const partly = (change: (parts: PayoutParts) => PayoutParts) =>
    answered({
      '/transactions/summary': async (_request, real) => {
        const response = await real();
        const summary: Summary = await response.json();
        const { payout_parts: parts } = summary;
        const body = { ...summary, ...(parts && { payout_parts: change(parts) }) };
        return Response.json(body, { headers: response.headers });
      },
    });
  const note = () => list.all('.totals[role=group]')[0]!.innerText.replace(/\s+/g, ' ').trim();

  beforeEach(() => {
    host = openHost();
  });
  afterEach(() => host.close());

  it('opens an automatic payout to the rows it is made of, which add up to it', async () => {
    await open('category="payout"');
    const amount = list.rows[4]!.querySelector<HTMLElement>('.amount')!.innerText.split('\n')[0]!;
    await details(4);
    const show = await until(
      () => list.all('.drawer .parts .button')[0],
      'the way to its transactions',
    );
    expect(show.innerText).to.match(/^Show the \d+ transactions? in this payout$/);
    const told = pairsOf(list);
    const [, net] = told.find(([name]) => /transactions?, net$/.test(name))!;
    const [, sent] = told.find(([name]) => name === 'Payout')!;
    expect(cents(net)).to.equal(cents(sent));
    expect(cents(sent)).to.equal(-cents(amount));
    expect(list.text('.drawer')).to.contain('They add up to it, to the cent.');
    await accessible(list.get('.drawer'));
    show.click();
    await until(() => list.element.payout?.startsWith('po_'), 'the filter');
    await list.ready();
    expect(list.element.category).to.deep.equal([]);
    expect(list.all('.drawer[open]').length).to.equal(0);
    await until(() => list.all('.totals[role=group]').length === 2, 'what it is made of');
    expect(note()).to.match(/^Payout of \$[\d,.]+, \d+ \w+ 2026 Arrived/);
    expect(note()).to.contain('They add up to it, to the cent.');
    expect(list.rows.some((row) => row.innerText.startsWith('Payout'))).to.equal(false);
    const count = Number(show.innerText.match(/\d+/)![0]);
    await until(
      () => list.get('[role=table]').getAttribute('aria-rowcount') === `${count + 1}`,
      'all',
    );
    expect(list.chosen).to.deep.equal([`Payout: ${sent}`]);
    await accessible(list.element);
    list.get('.chip-remove').click();
    await until(() => list.element.payout === null, 'no filter');
    await until(() => list.all('.totals[role=group]').length === 1, 'no note');
  });

  it('names every difference', async () => {
    host.answer = partly((parts) => ({
      ...parts,
      amount: 10_000,
      rows: { count: 3, net: 10_750 },
      differences: [
        { reason: 'fee', amount: -150 },
        { reason: 'balance', amount: -600 },
      ],
    }));
    await open('limit="5"');
    list.element.payout = await payoutOf(host);
    await until(() => list.all('.totals[role=group]').length === 2, 'what it is made of');
    expect(note()).to.contain('3 transactions, net $107.50');
    expect(note()).to.match(/Payout fee .?\$1\.50 /);
    expect(note()).to.match(/Stayed in the balance .?\$6\.00 /);
    expect(note()).to.contain('Payout $100.00');
    expect(note()).not.to.contain('to the cent');
  });

  it('says why a payout made by hand, or not reconciled yet, is made of no rows', async () => {
    await host.close();
    host = openHost({ country: 'JP' });
    await open('category="payout"');
    const isSent = (row: HTMLElement) =>
      row.querySelector<HTMLElement>('.title')!.innerText === 'Payout';
    await details(list.rows.findIndex(isSent));
    await until(() => list.all('.drawer .parts').length > 0, 'why not');
    expect(list.text('.drawer')).to.contain('A payout made by hand has an amount of its own');
    expect(list.all('.drawer .parts .button').length).to.equal(0);
    list.element.payout = await payoutOf(host);
    list.element.category = [];
    await list.state('empty');
    await until(() => list.text('.state').includes('made by hand'), 'why there are no rows');
    expect(note()).to.match(/^Payout of ¥[\d,]+, /);
    host.answer = partly((parts) => ({ ...parts, state: 'in_progress' }));
    await list.element.refresh();
    await until(() => list.text('.state').includes('still being worked out'), 'that it comes');
    await accessible(list.element);
  });

  it('leads from a payment to everything of its customer', async () => {
    await open('category="payment" period="last28"');
    await details(0);
    const all = list.all('.drawer dd .link').find((link) => /customer/.test(link.innerText))!;
    all.click();
    await until(() => list.element.customer?.includes('@'), 'the customer');
    await list.ready();
    expect(list.element.category).to.deep.equal([]);
    expect(list.chosen).to.deep.equal([list.element.customer]);
    expect(list.focused?.localName).to.equal('h2');
  });

  it('hands the rows of a payout to the whole list, from a short one', async () => {
    await open('category="payout" limit="5"');
    const asked: string[] = [];
    list.element.addEventListener('express-rows-open', (event) => {
      asked.push(event.rows.payout ?? '');
      event.preventDefault();
    });
    await details(3);
    (await until(() => list.all('.drawer .parts .button')[0], 'the way to them')).click();
    expect(asked.length).to.equal(1);
    expect(list.element.payout).to.equal(null);
  });
});

async function payoutOf(host: TestHost): Promise<string> {
  const request = new Request('https://x.example/express/transactions?type[]=payout&limit=1');
  const { data } = await (await host.express.fetch(request)).json();
  return data[0].source.id;
}
