import { askFor, type Connection } from '../db/database.ts';
import { account, sql } from '../db/sql.ts';

/** Where an account's import stands. */
export interface State {
  readonly time_zone: string;
  /** When the account was made at Stripe; null where not known. */
  readonly opened: number | null;
  readonly row_count: number;
  /** `created` of the newest event that was looked at. */
  readonly events_through: number | null;
  readonly started_ms: number;
  /** When all of history was there for the first time. */
  readonly finished_ms: number | null;
  /** Why the last try failed; null after a success. */
  readonly failure: string | null;
}

const columns = sql`time_zone, opened, row_count, events_through, started_ms, finished_ms, failure`;

export async function getState(tx: Connection, id: string): Promise<State | null> {
  const [state] = await askFor<Record<string, unknown> & State>(
    tx,
    id,
    sql`select ${columns} from express.states where account = ${account}`,
  );
  return state ?? null;
}

/** The state, held until the transaction ends: whoever changes rows or roll-ups of the account holds it. */
export async function lockState(tx: Connection, id: string): Promise<State | null> {
  const [state] = await askFor<Record<string, unknown> & State>(
    tx,
    id,
    sql`select ${columns} from express.states where account = ${account} for update`,
  );
  return state ?? null;
}

/** False where it was there already. */
export async function addState(
  tx: Connection,
  id: string,
  first: { timeZone: string; opened: number | null; startedMs: number },
): Promise<boolean> {
  const added = await askFor(
    tx,
    id,
    sql`insert into express.states (account, time_zone, opened, started_ms)
        values (${account}, ${first.timeZone}, ${first.opened}, ${first.startedMs})
        on conflict (account) do nothing returning account`,
  );
  return added.length > 0;
}

type Changes = Partial<Omit<State, 'opened' | 'started_ms'>>;

export async function updateState(tx: Connection, id: string, changes: Changes): Promise<void> {
  const { time_zone, row_count, events_through, finished_ms, failure } = changes;
  // `failure` is the one that is also set back to null.
  await askFor(
    tx,
    id,
    sql`update express.states set
          time_zone = coalesce(${time_zone ?? null}::text, time_zone),
          row_count = coalesce(${row_count ?? null}::bigint, row_count),
          events_through = coalesce(${events_through ?? null}::bigint, events_through),
          finished_ms = coalesce(${finished_ms ?? null}::bigint, finished_ms),
          failure = case when ${failure === undefined}::boolean then failure else ${failure ?? null}::text end
        where account = ${account}`,
  );
}

/** One running import an account: taken or renewed by its owner, or taken over once it has run out. */
export async function takeLease(
  tx: Connection,
  id: string,
  lease: { owner: string; nowMs: number; untilMs: number },
): Promise<boolean> {
  const taken = await askFor(
    tx,
    id,
    sql`update express.states set lease_owner = ${lease.owner}, lease_until_ms = ${lease.untilMs}
        where account = ${account}
          and (lease_owner = ${lease.owner} or lease_owner is null or lease_until_ms <= ${lease.nowMs})
        returning account`,
  );
  return taken.length > 0;
}

export async function dropLease(tx: Connection, id: string, owner: string): Promise<void> {
  await askFor(
    tx,
    id,
    sql`update express.states set lease_owner = null, lease_until_ms = 0
        where account = ${account} and lease_owner = ${owner}`,
  );
}
