import type { CSSResult, ReactiveController, ReactiveControllerHost } from 'lit';
import { adopt } from '../ui/adopt.ts';

/** A part of an element in a file of its own. */
export interface LaterCode {
  /** The look of what is drawn there. */
  readonly styles: readonly CSSResult[];
}

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: Node };

/** What a seller does before something of an element is opened. */
const signs = ['pointerover', 'focusin'] as const;

/**
 * A part of an element that is opened, such as a drawer: its code comes when the seller first reaches for the element,
 * so that it is there when the part is opened.
 *
 * Owns: fetching it, its look in the host's shadow root, that a failure is tried again when it is next wanted, and that
 * what was needed could not be had. Does not own: the words for it.
 */
export class LaterController<Code extends LaterCode> implements ReactiveController {
  /** Null until it has come. */
  code: Code | null = null;
  #hasFailed = false;
  readonly #host: Host;
  readonly #fetch: () => Promise<Code>;
  #coming: Promise<Code> | null = null;

  constructor(host: Host, fetch: () => Promise<Code>) {
    this.#host = host;
    this.#fetch = fetch;
    host.addController(this);
  }

  hostConnected(): void {
    for (const sign of signs) this.#host.addEventListener(sign, this.#prepare, { once: true });
  }

  hostDisconnected(): void {
    for (const sign of signs) this.#host.removeEventListener(sign, this.#prepare);
  }

  /** What was needed last could not be had; what was only prepared fails silently. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /**
   * The code is needed now, and the host draws whether it failed. May be called while drawing.
   *
   * @param arrived hears of the code, at once where it is there already
   */
  need(arrived: (code: Code) => void = () => undefined): void {
    this.#fail(false);
    this.want().then(arrived, () => this.#fail(true));
  }

  /** The code, where a failure is the caller's to tell. */
  want(): Promise<Code> {
    this.#coming ??= this.#take().catch((cause: unknown) => {
      this.#coming = null;
      throw cause;
    });
    return this.#coming;
  }

  // What fails here is tried again, and told, when it is wanted.
  readonly #prepare = (): void => void this.want().catch(() => undefined);

  #fail(hasFailed: boolean): void {
    if (hasFailed === this.#hasFailed) return;
    this.#hasFailed = hasFailed;
    this.#host.requestUpdate();
  }

  async #take(): Promise<Code> {
    const code = await this.#fetch();
    if (this.#host.renderRoot instanceof ShadowRoot) adopt(this.#host.renderRoot, code.styles);
    this.code = code;
    this.#host.requestUpdate();
    return code;
  }
}
