import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SessionController } from '../../controllers/index.ts';
import { isAbort } from '../../endpoint/index.ts';
import type { DayKey } from '../../format/index.ts';
import type { ListQuestion } from './rows.controller.ts';
import type { ExportContext } from './export.ts';

export type ExportState =
  | { readonly kind: 'idle' }
  /** How many transactions are in the file so far, and how many there will be, where that is known. */
  | { readonly kind: 'running'; readonly done: number; readonly total: number | null }
  | { readonly kind: 'failed' };

export type ExportEnd = 'done' | 'failed' | 'canceled';

/** One export at a time: asked for, rewritten as it comes, handed to the browser. Leaving the page ends it. */
export class ExportController implements ReactiveController {
  state: ExportState = { kind: 'idle' };
  readonly #host: ReactiveControllerHost;
  readonly #sessions: SessionController;
  #running: AbortController | null = null;

  constructor(host: ReactiveControllerHost, sessions: SessionController) {
    this.#host = host;
    this.#sessions = sessions;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#running?.abort();
    this.#running = null;
    this.state = { kind: 'idle' };
  }

  /** Calls off the one that is under way. */
  cancel(): void {
    this.#running?.abort();
  }

  /**
   * What became of it; null where there was nothing to begin.
   *
   * @param total how many transactions it will have, null where that is not known
   */
  async run(
    question: ListQuestion | null,
    today: DayKey,
    context: ExportContext,
    total: number | null,
  ): Promise<ExportEnd | null> {
    const { session } = this.#sessions;
    if (!session || !question || this.#running) return null;
    const { limit: _limit, at: _at, ...query } = question;
    const name = `${context.messages.transactions.exportName}-${today}.csv`;
    const running = (this.#running = new AbortController());
    this.#set({ kind: 'running', done: 0, total });
    try {
      const [{ readExport, save }, response] = await Promise.all([
        import('./export.ts'),
        session.open('export', { query }, running.signal),
      ]);
      if (!response.body) throw new Error('The export has no body.');
      const file = await readExport(response.body, context, (done) => {
        running.signal.throwIfAborted();
        this.#set({ kind: 'running', done, total });
      });
      running.signal.throwIfAborted();
      save(file, name);
      this.#set({ kind: 'idle' });
      return 'done';
    } catch (cause) {
      // The element says so in place; why is in the session's requests, for diagnostics.
      const isCanceled = isAbort(cause) || running.signal.aborted;
      this.#set({ kind: isCanceled ? 'idle' : 'failed' });
      return isCanceled ? 'canceled' : 'failed';
    } finally {
      if (this.#running === running) this.#running = null;
    }
  }

  #set(state: ExportState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
