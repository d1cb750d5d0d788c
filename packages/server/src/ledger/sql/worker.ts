import { toExpressError } from '../../errors.ts';
import type { Context } from './context.ts';
import { step } from './import/runner.ts';

/** How often the queue is looked at when nothing is known to be in it: other processes may have put something there. */
const IDLE_MS = 2000;
const AFTER_ERROR_MS = 5000;

/**
 * Works on the queue in the background of a process that lives long. Its timers never keep the process alive: between
 * two steps it waits on one, so a script that is done ends.
 */
export class Worker {
  readonly #context: Context;
  #cancel: (() => void) | null = null;
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(context: Context) {
    this.#context = context;
  }

  /** There is something to do. */
  kick(): void {
    if (this.#stopped) return;
    if (this.#running) this.#again = true;
    else this.#after(0);
  }

  /** Ends after the step that is running. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel?.();
    await this.#running;
  }

  #after(ms: number): void {
    this.#cancel?.();
    this.#cancel = this.#context.deps.scheduler.after(ms, () => {
      this.#running ??= this.#step().finally(() => {
        this.#running = null;
      });
    });
  }

  async #step(): Promise<void> {
    this.#again = false;
    const wait = await this.#work();
    if (!this.#stopped) this.#after(this.#again ? 0 : wait);
  }

  async #work(): Promise<number> {
    try {
      return (await step(this.#context)) ? 0 : IDLE_MS;
    } catch (error) {
      const { message } = toExpressError(error);
      this.#context.deps.log('error', 'the import cannot work', { message });
      return AFTER_ERROR_MS;
    }
  }
}
