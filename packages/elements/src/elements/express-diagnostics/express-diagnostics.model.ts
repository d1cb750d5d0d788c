/** What a developer wants to know of a session, as rows of words. Pure: no DOM. */
import type { AccountAnswer } from '@express-elements/contract';
import type { PageSession, SessionState } from '../../session/index.ts';

export interface Fact {
  readonly name: string;
  readonly value: string;
}

const words = (value: unknown): string => {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, each]) => `${name}: ${words(each)}`)
    .join('; ');
};

/** What `/account` offers, one line a capability. */
export const offersOf = ({ capabilities }: AccountAnswer): readonly Fact[] =>
  Object.entries(capabilities).map(([name, value]) => ({ name, value: words(value) }));

type Components = Extract<SessionState['connect'], { kind: 'ready' }>['components'];

/** The components that Stripe's session has, with their features as far as they are told. */
export const grantsOf = (components: Components): readonly Fact[] =>
  Object.entries(components ?? {})
    .filter(([, { enabled }]) => enabled)
    .map(([name, grant]) => ({
      name,
      value: 'features' in grant && grant.features ? words(grant.features) : '',
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** How Stripe's script and session stand: the state, and why it failed. */
export const connectWords = (connect: SessionState['connect']): string =>
  connect.kind === 'error'
    ? `error: ${connect.error.code}: ${connect.error.message}`
    : connect.kind;

/** How `/account` stands. */
export const accountWords = (account: SessionState['account']): string =>
  account.kind === 'ready'
    ? account.answer.account.id
    : account.kind === 'error'
      ? `error: ${account.error.code}: ${account.error.message}`
      : account.kind;

/** The newest requests first. */
export const requestsOf = (session: PageSession) => session.requests().toReversed();
