import type { Book } from '../../world/book.ts';
import { invalid } from '../errors.ts';
import type { FormValue } from '../form.ts';
import type { Reader } from '../params.ts';
import { param, type Context } from '../route.ts';

/** The account of the path: the platform may name any of its own, an account only itself. */
export function namedAccount(context: Context): Book {
  const id = param(context, 'id');
  const book = context.world.find(id);
  if (!book || (!context.book.account.platform && book !== context.book)) {
    throw invalid(
      `The provided key does not have access to account '${id}' (or that account does not exist). Application access may have been revoked.`,
      { code: 'account_invalid' },
      403,
    );
  }
  return book;
}

/** For a parameter that its own reader takes apart. */
export const anyValue: Reader<FormValue | undefined> = (value) => value;
