import type { Priority } from '../../../stripe/gateway.ts';
import { leaseOf, type Context } from '../context.ts';
import type { Connection } from '../db/database.ts';
import { lockState, takeLease, type State } from '../tables/states.ts';
import { ownsWindow, renewWindow, type Window } from '../tables/windows.ts';

/** Another worker has taken over: what this one has read is dropped, the other commits it. */
export class LeaseLost extends Error {
  constructor() {
    super('The lease ran out and another worker took over.');
    this.name = 'LeaseLost';
  }
}

/** One window at work. */
export interface Work {
  readonly context: Context;
  readonly window: Window;
  readonly priority: Priority;
  /** Keeps the leases for longer; throws `LeaseLost` where they are gone. */
  keep(): Promise<void>;
  /**
   * The one transaction in which a window's rows and its end are written. The account's state is locked, and the
   * window still ours: else nothing happens and `LeaseLost` is thrown.
   */
  commit(write: (tx: Connection, state: State) => Promise<void>): Promise<void>;
}

export const workOn = (context: Context, window: Window, priority: Priority): Work => ({
  context,
  window,
  priority,
  async keep() {
    const lease = leaseOf(context);
    const mine =
      (await takeLease(context.db, window.account, lease)) &&
      (await renewWindow(context.db, window, lease));
    if (!mine) throw new LeaseLost();
  },
  commit: (write) =>
    context.db.transaction(async (tx) => {
      const state = await lockState(tx, window.account);
      if (!state || !(await ownsWindow(tx, window, context.owner))) throw new LeaseLost();
      await write(tx, state);
    }),
});
