import type { Row } from '@express-elements/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface SuggestConfig {
  /** The rows that are shown. */
  readonly rows: () => readonly Row[];
  /** What matches nothing; '' while something does. */
  readonly inVain: () => string;
  /** How many rows another question would find. */
  readonly count: (question: string) => Promise<number>;
}

export interface Suggestion {
  readonly question: string;
  readonly count: number;
}

/**
 * What the seller may have meant, where a search finds nothing.
 *
 * Owns: the rows that were last shown, whose words are the ones that the seller has seen; asking how many another
 * spelling finds. Nothing is said where that is none, or cannot be had: it is a hint and no more.
 */
export class SuggestController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #config: SuggestConfig;
  #rows: readonly Row[] = [];
  #asked = '';
  #found: Suggestion | null = null;

  constructor(host: ReactiveControllerHost, config: SuggestConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  /** What else would find something; null while nothing is known. */
  get suggestion(): Suggestion | null {
    return this.#found;
  }

  hostUpdated(): void {
    const rows = this.#config.rows();
    if (rows.length > 0) this.#rows = rows;
    const asked = this.#config.inVain();
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#found = null;
    if (asked !== '') void this.#look(asked);
  }

  async #look(asked: string): Promise<void> {
    try {
      const { suggest } = await import('./suggest.ts');
      const question = suggest(asked, this.#rows);
      if (question === null) return;
      const count = await this.#config.count(question);
      if (count === 0 || asked !== this.#asked) return;
      this.#found = { question, count };
      this.#host.requestUpdate();
    } catch (cause) {
      console.debug('Express Elements: there is no suggestion.', cause);
    }
  }
}
