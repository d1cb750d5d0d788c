import * as v from 'valibot';
import { ExpressError } from '../errors.ts';
import type { Log } from '../log.ts';

/** Who is signed in, as the host says. */
export interface SignIn {
  /** The connected account (`acct_…`) that this sign-in may see. Never taken from the client. */
  readonly account: string;
  /** A name from the table of roles. */
  readonly role: string;
  /** Whose read marks these are; without it they are the role's. */
  readonly viewer?: string;
  /** `token`: signed in by the request's `Authorization` header, which no other site can make a browser send. */
  readonly via?: 'cookie' | 'token';
}

/**
 * The host's own check of a request. Anything but a `SignIn` is 401; it must not read the body.
 * Throw `new ExpressError('token_expired', …)` where a fresh token would help.
 */
export type Authorize = (request: Request) => SignIn | null | Promise<SignIn | null>;

const signInSchema = v.strictObject({
  account: v.pipe(v.string(), v.regex(/^acct_[A-Za-z0-9]{1,64}$/)),
  role: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  viewer: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  via: v.optional(v.picklist(['cookie', 'token'])),
});

/** A sign-in with what the host left out. */
export interface Visitor {
  readonly account: string;
  readonly role: string;
  readonly viewer: string;
  readonly byToken: boolean;
}

const notSignedIn = (): ExpressError => new ExpressError('not_signed_in', 'Sign in to see this.');

/** The visitor of a request, or 401. */
export async function visitorOf(
  authorize: Authorize,
  request: Request,
  log: Log,
): Promise<Visitor> {
  const said: unknown = await authorize(request);
  if (said === null || said === undefined || said === false) throw notSignedIn();
  const parsed = v.safeParse(signInSchema, said);
  if (!parsed.success) {
    const fields = parsed.issues.map((issue) => v.getDotPath(issue) ?? 'the answer');
    log('warn', '`authorize` answered with something that is no sign-in, so nobody is signed in.', {
      fields,
    });
    throw notSignedIn();
  }
  const { account, role, viewer, via } = parsed.output;
  return {
    account,
    role,
    viewer: viewer ?? `role:${role}`,
    byToken: via === 'token' && request.headers.has('Authorization'),
  };
}

/** The client's word of whose page this is: a precondition. It opens nothing; a wrong one closes. */
export function checkAccount(expected: string | null | undefined, account: string): void {
  if (expected === null || expected === undefined || expected === account) return;
  throw new ExpressError('account_changed', 'Somebody else is signed in now. Load the page again.');
}
