/** What is wrong and what to do about it: pure. */
import type { PauseReason } from '@express-elements/contract';
import type { Headline } from './express-balance.model.ts';

/** `account`: Stripe's form for what it needs. `payouts`: Stripe's part of this element. `platform`: its support page. */
export type NoteAction = 'account' | 'payouts' | 'platform';

export interface Note {
  readonly kind: 'paused' | 'negative';
  readonly reason: PauseReason | null;
  /** What the seller can do here and now; null where there is nothing, or not for this sign-in. */
  readonly action: NoteAction | null;
}

/** What a pause asks of the seller: while Stripe looks at something, nothing. */
const actions = {
  requirements: 'account',
  verification: null,
  review: null,
  rejected: 'platform',
  platform: 'platform',
  destination: 'payouts',
  other: 'account',
} as const satisfies Record<PauseReason, NoteAction | null>;

/**
 * What has to be said beside the figures, the more pressing first.
 *
 * @param can what there is a way to
 */
export function notesOf(
  { paused, isNegative, canSetAside }: Headline,
  can: (action: NoteAction) => boolean,
): readonly Note[] {
  const offered = (action: NoteAction | null) => (action !== null && can(action) ? action : null);
  const notes: Note[] = [];
  if (paused !== null)
    notes.push({ kind: 'paused', reason: paused, action: offered(actions[paused]) });
  if (isNegative)
    notes.push({
      kind: 'negative',
      reason: null,
      action: canSetAside ? offered('payouts') : null,
    });
  return notes;
}
