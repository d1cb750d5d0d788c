/** Who is signed in, in a signed cookie. There is no password: whoever reaches the demo may choose. */
import { parseSigned, serialize, serializeSigned } from 'hono/utils/cookie';

export const roles = ['owner', 'finance', 'support', 'viewer'] as const;
export type Role = (typeof roles)[number];
export const isRole = (value: unknown): value is Role => roles.some((role) => role === value);

export interface SignIn {
  /** `acct_…` */
  readonly account: string;
  readonly role: Role;
}

/** Seconds that a sign-in lasts. */
const lifetime = 12 * 60 * 60;

export interface Sessions {
  /** The sign-in that a request carries; null where there is none, it was tampered with, or it has ended. */
  read(request: Request): Promise<SignIn | null>;
  /** The `Set-Cookie` of a new sign-in, which takes the place of the one before. */
  begin(signIn: SignIn): Promise<string>;
  /** The `Set-Cookie` that ends it. */
  end(): string;
}

export interface SessionOptions {
  readonly secret: string;
  /** Browsers don't tell ports apart, so the cookie's name does: two demos must not sign each other out. */
  readonly port: number;
  /** Accounts that may be signed in to; a cookie for another world's seller is no sign-in. */
  readonly accounts: readonly string[];
  /** Wall clock, milliseconds. */
  readonly wall?: () => number;
}

export function createSessions({
  secret,
  port,
  accounts,
  wall = Date.now,
}: SessionOptions): Sessions {
  const name = `rocket_market_${port}`;
  const options = { httpOnly: true, sameSite: 'Lax', path: '/' } as const;
  const seconds = () => Math.floor(wall() / 1000);

  return {
    async read(request) {
      const cookies = await parseSigned(request.headers.get('Cookie') ?? '', secret, name);
      const value = cookies[name];
      if (typeof value !== 'string') return null;
      const [account = '', role, until] = value.split('.');
      const current = accounts.includes(account) && isRole(role) && Number(until) > seconds();
      return current ? { account, role } : null;
    },
    begin: ({ account, role }) =>
      serializeSigned(name, `${account}.${role}.${seconds() + lifetime}`, secret, {
        ...options,
        maxAge: lifetime,
      }),
    end: () => serialize(name, '', { ...options, maxAge: 0 }),
  };
}
