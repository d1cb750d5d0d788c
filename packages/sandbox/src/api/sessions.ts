import type Stripe from 'stripe';
import { ApiError, invalid } from './errors.ts';

/** Account sessions and login links: both are secrets that die, by the wall's clock. */

export const SESSION_LIFETIME = 30 * 60;
const LINK_LIFETIME = 5 * 60;

export interface Session {
  readonly secret: string;
  readonly account: string;
  readonly components: Stripe.AccountSession.Components;
  readonly expiresAt: number;
}

interface Link {
  readonly account: string;
  readonly expiresAt: number;
  used: boolean;
}

const random = (): string => crypto.randomUUID().replaceAll('-', '');

type Granted = Readonly<Record<string, { readonly enabled: boolean; readonly features: object }>>;

/** @param grant a component, or `component.feature` */
function grants(components: Stripe.AccountSession.Components, grant: string): boolean {
  const [name = '', feature] = grant.split('.');
  const all: Granted = { ...components };
  const component = all[name];
  if (!component?.enabled) return false;
  return (
    feature === undefined ||
    Object.entries(component.features).some(([key, on]) => key === feature && on === true)
  );
}

export class Sessions {
  readonly #sessions = new Map<string, Session>();
  readonly #links = new Map<string, Link>();

  create(account: string, components: Stripe.AccountSession.Components, wall: number): Session {
    this.#forget(wall);
    const session: Session = {
      secret: `accs_secret__${random()}`,
      account,
      components,
      expiresAt: wall + SESSION_LIFETIME,
    };
    this.#sessions.set(session.secret, session);
    return session;
  }

  /** The living session of a client secret. */
  find(secret: string, wall: number): Session {
    const session = this.#sessions.get(secret);
    if (session && session.expiresAt > wall) return session;
    throw new ApiError(401, {
      type: 'invalid_request_error',
      message: 'This account session has expired or was ended. Create another one.',
      code: 'account_session_expired',
    });
  }

  end(session: Session): void {
    this.#sessions.delete(session.secret);
  }

  /** @throws 403 where the session was granted none of these */
  require(session: Session, wanted: readonly string[]): void {
    if (wanted.some((grant) => grants(session.components, grant))) return;
    throw invalid(
      `This account session does not allow that: it needs one of ${wanted.join(', ') || '(nothing a session may have)'}.`,
      {},
      403,
    );
  }

  link(account: string, wall: number): string {
    const token = random();
    this.#links.set(token, { account, expiresAt: wall + LINK_LIFETIME, used: false });
    return token;
  }

  /** Whether the link may be followed now; it never may again. */
  follow(account: string, token: string, wall: number): boolean {
    const link = this.#links.get(token);
    if (!link || link.account !== account || link.used || link.expiresAt <= wall) return false;
    link.used = true;
    return true;
  }

  #forget(wall: number): void {
    for (const [secret, session] of this.#sessions) {
      if (session.expiresAt <= wall) this.#sessions.delete(secret);
    }
  }
}
