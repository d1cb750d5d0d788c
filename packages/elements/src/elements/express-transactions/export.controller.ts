import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SessionController } from '../../controllers/index.ts';
import { isAbort } from '../../endpoint/index.ts';
import type { DayKey } from '../../format/index.ts';
import type { ListQuestion } from './rows.controller.ts';
import type { ExportContext } from './export.ts';

export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly bytes: number }
  | { readonly kind: 'failed' };

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

  /** True when the file was handed over; false when it failed or was called off. */
  async run(
    question: ListQuestion | null,
    today: DayKey,
    context: ExportContext,
  ): Promise<boolean> {
    const { session } = this.#sessions;
    if (!session || !question || this.#running) return false;
    const { limit: _limit, at: _at, ...query } = question;
    const name = `${context.messages.transactions.exportName}-${today}.csv`;
    const running = (this.#running = new AbortController());
    this.#set({ kind: 'running', bytes: 0 });
    try {
      const [{ readExport, save }, response] = await Promise.all([
        import('./export.ts'),
        session.open('export', { query }, running.signal),
      ]);
      if (!response.body) throw new Error('The export has no body.');
      const file = await readExport(response.body, context, (bytes) =>
        this.#set({ kind: 'running', bytes }),
      );
      if (running.signal.aborted) return false;
      save(file, name);
      this.#set({ kind: 'idle' });
      return true;
    } catch (cause) {
      // The element says so in place; why is in the session's requests, for diagnostics.
      this.#set(isAbort(cause) ? { kind: 'idle' } : { kind: 'failed' });
      return false;
    } finally {
      if (this.#running === running) this.#running = null;
    }
  }

  #set(state: ExportState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
