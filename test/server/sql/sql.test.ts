import { readdir, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { safeInteger } from '../../../packages/server/src/ledger/sql/db/database.ts';
import {
  account,
  every,
  join,
  likeText,
  some,
  sql,
  statement,
  statementFor,
} from '../../../packages/server/src/ledger/sql/db/sql.ts';

describe('the sql tag', () => {
  it('makes one statement of nested pieces, values apart', () => {
    const piece = sql`created >= ${5}`;
    assert.deepEqual(statement(sql`select 1 where ${piece} and name = ${"x'y"}`), {
      text: 'select 1 where created >= $1 and name = $2',
      params: [5, "x'y"],
    });
  });

  it('puts the account first, however often and wherever it stands', () => {
    const piece = sql`select ${1} from a join b on b.account = ${account} where a.account = ${account}`;
    assert.deepEqual(statementFor('acct_1', piece), {
      text: 'select $2 from a join b on b.account = $1 where a.account = $1',
      params: ['acct_1', 1],
    });
  });

  it('refuses a statement over account tables that does not mention its account', () => {
    assert.throws(() => statementFor('acct_1', sql`select * from express.rows`), TypeError);
    assert.throws(() => statement(sql`select 1 where account = ${account}`), TypeError);
  });

  it('joins none, one and many', () => {
    const pieces = [sql`a = ${1}`, sql`b = ${2}`];
    assert.equal(statement(join(pieces, ', ')).text, 'a = $1, b = $2');
    assert.equal(statement(every([])).text, 'true');
    assert.equal(statement(some([])).text, 'false');
    assert.equal(statement(some(pieces)).text, '(a = $1 or b = $2)');
  });

  it('takes what means something to like as it stands', () => {
    assert.equal(likeText(String.raw`100%_a\b`), String.raw`100\%\_a\\b`);
  });
});

describe('safeInteger', () => {
  it('is exact or throws', () => {
    assert.equal(safeInteger('-9007199254740991'), -9007199254740991);
    assert.throws(() => safeInteger('9007199254740993'), RangeError);
    assert.throws(() => safeInteger('1.5'), RangeError);
  });
});

const root = new URL('../../../packages/server/src/ledger/sql/', import.meta.url);

/** What would answer differently on PGlite, Postgres and Citus, or not at all: see DESIGN.md, “The ledger”. */
const forbidden: readonly (readonly [RegExp, string])[] = [
  [/\bnow\(\)|clock_timestamp|current_timestamp|statement_timestamp/, 'a clock in a statement'],
  [/gen_random_uuid|random\(\)/, 'a random value in a statement'],
  [/\bcreate\s+(or\s+replace\s+)?(trigger|function)\b/, 'a trigger or function'],
  [/\bmerge\s+into\b/, 'merge'],
  [/\b(big)?serial\b|generated\s+(always|by default)\s+as\s+identity/, 'a serial column'],
  [/\bwith\s+\w+\s+as\s*\(\s*(insert|update|delete)\b/, 'a data-modifying CTE'],
  [/\blower\(|\bupper\(|\bilike\b(?! '%müller%')/, 'lower-casing by SQL'],
  [/on conflict[^`]*do update set[^`]*=\s*express\./, 'a do update that reads the old row'],
];

const statementsOf = (source: string): string[] =>
  [...source.matchAll(/(?:sql|\/\* sql \*\/ )`((?:[^`\\]|\\.)*)`/g)].map(([, text]) => text ?? '');

const accountTables = /express\.(states|rows|rollups|activity|read_marks|read_through)\b/;

describe('every statement', async () => {
  const names = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.ts'));
  for (const name of names) {
    const statements = statementsOf(await readFile(new URL(name, root), 'utf8'));
    if (statements.length === 0) continue;
    it(`of ${name} runs the same on PGlite, Postgres and Citus`, () => {
      for (const text of statements)
        for (const [pattern, what] of forbidden)
          assert.doesNotMatch(text.toLowerCase(), pattern, `${what}: ${text}`);
    });
    if (!name.startsWith('migrations'))
      it(`of ${name} over an account table names its account`, () => {
        for (const text of statements)
          if (/^\s*(select|insert|update|delete)/.test(text) && accountTables.test(text))
            assert.match(text, /account = \$\{account\}|values \(\$\{account\}/, text);
      });
  }
});
