import {
  categories,
  earningsQuerySchema,
  filtersSchema,
  queryObject,
  queryString,
  sorts,
  transactionFilters,
  transactionsQuerySchema,
} from '@express-elements/contract';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { property } from '../support/runs.ts';

const read = (query: string) =>
  v.safeParse(transactionsQuerySchema, queryObject(new URLSearchParams(query)));

/** The first segment of each issue's path: the parameter that an error would name. */
const refused = (query: string): unknown[] => {
  const { issues = [] } = read(query);
  return issues.map((issue) => issue.path?.[0]?.key);
};

describe('queryObject', () => {
  it('gathers key[] and keeps a plain key as a string', () => {
    const params = new URLSearchParams('category[]=payment&category[]=refund&limit=20');
    assert.deepEqual(queryObject(params), { category: ['payment', 'refund'], limit: '20' });
  });

  it('keeps a plain key that is repeated as an array, so that the schema refuses it by name', () => {
    assert.deepEqual(refused('limit=1&limit=2'), ['limit']);
  });
});

describe('queryString', () => {
  it('leaves out what is not set', () => {
    const query = queryString({ a: undefined, b: null, c: '', d: 0, e: false, f: ['x', 'y'] });
    assert.equal(query, 'd=0&e=false&f%5B%5D=x&f%5B%5D=y');
  });

  it('is the way back of queryObject for whatever text', () => {
    const text = fc.string({ minLength: 1, unit: 'grapheme' });
    const question = fc.record(
      {
        q: text,
        customer: text,
        category: fc.subarray([...categories], { minLength: 1 }),
        type: fc.array(text, { minLength: 1 }),
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(question, (asked) => {
        assert.deepEqual(queryObject(new URLSearchParams(queryString(asked))), asked);
      }),
      property(1_000),
    );
  });
});

describe('the query of GET /transactions', () => {
  it('has its defaults', () => {
    assert.deepEqual(read('').output, { sort: 'created', order: 'desc', limit: 50 });
  });

  it('reads every filter into its type', () => {
    const asked =
      'category[]=payment&type[]=charge&currency=usd&status=pending&source_status[]=paid&balance_type[]=payments' +
      '&net_volume=true&payout=po_1&customer=ANA%40Example.com&q=%20rug%20&amount_min=0&amount_max=500&from=1&to=2' +
      '&available_from=3&available_to=4';
    const { output, success } = read(asked);
    assert.ok(success);
    assert.deepEqual(output, {
      category: ['payment'],
      type: ['charge'],
      currency: 'usd',
      status: 'pending',
      source_status: ['paid'],
      balance_type: ['payments'],
      net_volume: true,
      payout: 'po_1',
      customer: 'ana@example.com',
      q: 'rug',
      amount_min: 0,
      amount_max: 500,
      from: 1,
      to: 2,
      available_from: 3,
      available_to: 4,
      sort: 'created',
      order: 'desc',
      limit: 50,
    });
    assert.deepEqual(
      transactionFilters.filter((name) => !(name in output)),
      [],
    );
  });

  it('takes each sort, and a limit from 1 to 100', () => {
    for (const sort of sorts) assert.ok(read(`sort=${sort}`).success, sort);
    assert.ok(read('limit=1').success);
    assert.ok(read('limit=100').success);
  });

  const wrong = [
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=1e2', 'limit'],
    ['limit=', 'limit'],
    ['sort=fee', 'sort'],
    ['order=up', 'order'],
    ['currency=USD', 'currency'],
    ['currency=dollar', 'currency'],
    ['category=payment', 'category'],
    ['category[]=gift', 'category'],
    ['status=paid', 'status'],
    ['net_volume=1', 'net_volume'],
    ['payout=tr_1', 'payout'],
    ['amount_min=-1', 'amount_min'],
    ['amount_max=12.50', 'amount_max'],
    ['from=yesterday', 'from'],
    ['from=-1', 'from'],
    ['to=99999999999999999', 'to'],
    ['colour=red', 'colour'],
    [`q=${'x'.repeat(201)}`, 'q'],
  ] as const;
  for (const [query, param] of wrong) {
    it(`refuses ${query.slice(0, 30)} and names ${param}`, () => {
      assert.deepEqual(refused(query), [param]);
    });
  }

  it('has the same filters as the summary, which takes no page', () => {
    const parse = (query: string) =>
      v.safeParse(filtersSchema, queryObject(new URLSearchParams(query)));
    assert.ok(parse('q=rug&category[]=payment').success);
    assert.equal(parse('limit=5').success, false);
  });
});

describe('the query of GET /earnings', () => {
  const parse = (query: string) =>
    v.safeParse(earningsQuerySchema, queryObject(new URLSearchParams(query)));

  it('starts weeks on Monday unless told', () => {
    const asked = parse('interval=week&from=0&to=604800');
    assert.deepEqual(asked.output, { interval: 'week', from: 0, to: 604_800, week_start: 1 });
  });

  it('needs an interval and an end; without a beginning it is all there is', () => {
    const { issues = [] } = parse('');
    assert.deepEqual(
      issues.map((issue) => issue.path?.[0]?.key),
      ['interval', 'to'],
    );
    assert.deepEqual(parse('interval=month&to=1').output, {
      interval: 'month',
      to: 1,
      week_start: 1,
    });
  });

  it('refuses a weekday that there is not', () => {
    assert.equal(parse('interval=week&from=0&to=1&week_start=0').success, false);
    assert.equal(parse('interval=week&from=0&to=1&week_start=8').success, false);
  });
});
