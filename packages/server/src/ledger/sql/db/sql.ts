/** What a statement may carry as a value. Arrays go into `= any($n::type[])`, JSON as text into `$n::json`. */
export type Param = string | number | boolean | null | readonly string[] | readonly number[];

type Part = Param | Sql | Account;

/** The place of the account's id in a statement: always `$1`, so that on Citus a statement is one task on one shard. */
class Account {
  readonly marker = 'account';
}
export const account = new Account();

/** A piece of a statement, or a whole one. Values never become text. */
export class Sql {
  readonly strings: readonly string[];
  readonly parts: readonly Part[];

  constructor(strings: readonly string[], parts: readonly Part[]) {
    this.strings = strings;
    this.parts = parts;
  }
}

/**
 * Nested fragments and values become one statement.
 *
 * @example
 * const recent = sql`created >= ${from}`;
 * sql`select id from express.rows where account = ${account} and ${recent}`;
 */
export const sql = (strings: TemplateStringsArray, ...parts: Part[]): Sql =>
  new Sql(strings, parts);

/** Text of ours: a column's name, a direction. Never anything that came from outside. */
export const raw = (text: string): Sql => new Sql([text], []);

export const nothing = raw('');

/**
 * @example join([sql`a = ${1}`, sql`b = ${2}`], ' and ')
 */
export function join(pieces: readonly Sql[], separator: string): Sql {
  if (pieces.length === 0) return nothing;
  const between = pieces.slice(1).map(() => separator);
  return new Sql(['', ...between, ''], pieces);
}

/** All of the conditions; true where there is none. */
export const every = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? raw('true') : sql`(${join(conditions, ' and ')})`;

/** Any of the conditions; false where there is none. */
export const some = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? raw('false') : sql`(${join(conditions, ' or ')})`;

export interface Statement {
  readonly text: string;
  readonly params: readonly Param[];
}

class Writer {
  text = '';
  readonly params: Param[];

  constructor(params: Param[]) {
    this.params = params;
  }

  write({ strings, parts }: Sql): void {
    strings.forEach((text, index) => {
      this.text += text;
      if (index < parts.length) this.#part(parts[index]!);
    });
  }

  #part(part: Part): void {
    if (part instanceof Sql) this.write(part);
    else if (part instanceof Account) this.text += '$1';
    else this.text += `$${this.params.push(part)}`;
  }
}

const mentionsAccount = ({ parts }: Sql): boolean =>
  parts.some((part) => part instanceof Account || (part instanceof Sql && mentionsAccount(part)));

/** A statement over platform tables. */
export function statement(piece: Sql): Statement {
  if (mentionsAccount(piece))
    throw new TypeError('This statement belongs to one account: use statementFor.');
  const writer = new Writer([]);
  writer.write(piece);
  return { text: writer.text, params: writer.params };
}

/** A statement over one account's rows. One that does not mention the account is a leak in the making, and throws. */
export function statementFor(id: string, piece: Sql): Statement {
  if (!mentionsAccount(piece)) throw new TypeError('This statement does not mention its account.');
  const writer = new Writer([id]);
  writer.write(piece);
  return { text: writer.text, params: writer.params };
}

/** The text of a `like` pattern that finds exactly this text, wherever it stands. */
export const likeText = (text: string): string => text.replace(/[\\%_]/g, String.raw`\$&`);
