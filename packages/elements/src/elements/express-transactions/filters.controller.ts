import type { Capabilities, PayoutParts, Row, Summary } from '@express-elements/contract';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import {
  LaterController,
  ResourceController,
  type SessionController,
} from '../../controllers/index.ts';
import type { LocalizeController } from '../../locales/index.ts';
import { bone, FloatController } from '../../ui/index.ts';
import {
  categoryChoices,
  noFilters,
  offeredFilters,
  type ChosenFilters,
  type FilterName,
} from './filters.model.ts';
import { filterChips, searchField } from './filters.view.ts';
import type { GivenFilters } from './given.model.ts';
import { givenChips } from './given.view.ts';

export interface FiltersConfig {
  readonly sessions: SessionController;
  readonly l: LocalizeController<'transactions'>;
  readonly chosen: () => ChosenFilters;
  /** What a link into the list has set. */
  readonly given: () => GivenFilters;
  /** The last known sums, which know the types and currencies that occur. */
  readonly sums: () => Summary | null;
  /** Sums are on their way. */
  readonly isCounting: () => boolean;
  /** E-mails to suggest: those of the rows that are shown. */
  readonly customers: () => readonly string[];
  /** The seller has chosen. */
  readonly choose: (filters: ChosenFilters, given: GivenFilters) => void;
}

type Host = ConstructorParameters<typeof FloatController>[0];
type Can = NonNullable<Capabilities['transactions']>;

/** How long after the last key a search is asked. */
const TYPING_MS = 250;

/** Those to choose from. */
const lastPayouts = { type: ['payout'], limit: 20 } as const;

/** Search and filters while they are being chosen: what is typed, the draft in an open popover. */
export class FiltersController implements ReactiveController {
  readonly #host: Host;
  readonly #config: FiltersConfig;
  readonly #float: FloatController;
  readonly #payouts: ResourceController<'transactions'>;
  readonly #later: LaterController<typeof import('./filters.form.ts')>;
  #draft: ChosenFilters = noFilters;
  #wrong: string | null = null;
  #typed: string | null = null;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #seen: { readonly generation: number; readonly currencies: readonly string[] } = {
    generation: -1,
    currencies: [],
  };

  constructor(host: Host, config: FiltersConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
    this.#payouts = new ResourceController(host, config.sessions, {
      route: 'transactions',
      offered: ({ capabilities }) => capabilities.transactions !== null,
      question: () => (this.#float?.open === 'filter-payout' ? { query: lastPayouts } : null),
    });
    this.#later = new LaterController(host, () => import('./filters.form.ts'));
    this.#float = new FloatController(host, (open) => {
      this.#draft = this.#config.chosen();
      this.#wrong = null;
      if (open !== null && !this.#later.code) this.#need();
    });
  }

  hostDisconnected(): void {
    clearTimeout(this.#typing);
    this.#typed = null;
  }

  /** Chosen by the seller, at once. */
  choose(filters: ChosenFilters, given: GivenFilters = this.#config.given()): void {
    clearTimeout(this.#typing);
    this.#typed = null;
    this.#config.choose(filters, given);
  }

  /** @param can null while it is not known what the endpoint offers */
  render(can: Can | null): TemplateResult {
    if (!can) return html`${bone(25)}`;
    const chosen = this.#config.chosen();
    return html`${
      can.search
        ? searchField({
            l: this.#config.l,
            query: this.#typed ?? chosen.query,
            typed: (text) => this.#type(text),
            clear: () => this.choose({ ...chosen, query: '' }),
          })
        : nothing
    }
    ${givenChips(this.#config.l, this.#config.given(), (given) => this.choose(chosen, given))}
    ${this.#chips(can, chosen)}`;
  }

  #chips(can: Can, chosen: ChosenFilters): TemplateResult {
    const { l, sessions, sums } = this.#config;
    const currencies = this.#currencies();
    return filterChips({
      l,
      offered: offeredFilters(can, currencies.length),
      chosen,
      draft: this.#draft,
      open: this.#float.open,
      code: this.#later.code,
      failed: this.#later.hasFailed,
      retry: () => this.#need(),
      wrong: this.#wrong,
      currency: this.#currency,
      timeZone: sessions.timeZone,
      categories: categoryChoices(sums()?.by_category ?? null, this.#draft.categories),
      currencies,
      customers: this.#config.customers,
      payouts: this.#payoutRows,
      parts: this.parts,
      toggled: this.#float.toggled,
      redraft: (draft) => this.#redraft(draft, null),
      apply: (filters) => this.#apply(filters),
      submit: (name, form) => this.#submit(name, form),
    });
  }

  /** What is known of the chosen payout, and that it will be. */
  renderPayout(): TemplateResult | typeof nothing {
    const { payout } = this.#config.chosen();
    const { parts } = this;
    if (payout === null || (!parts && !this.#config.isCounting())) return nothing;
    const { code } = this.#later;
    if (parts && code) return code.payoutNote(this.#config.l, parts);
    if (this.#later.hasFailed) return nothing;
    if (!code) this.#later.need();
    return html`<div class="totals" aria-hidden="true">
      <div>${bone(14)}</div>
      <div>${bone(25)}</div>
    </div>`;
  }

  /** How the chosen payout comes to its amount; null where none is chosen, or that is not known. */
  get parts(): PayoutParts | null {
    const parts = this.#config.sums()?.payout_parts;
    return parts && parts.payout === this.#config.chosen().payout ? parts : null;
  }

  #need(): void {
    this.#later.need(() => this.#float.settle());
  }

  get #payoutRows(): readonly Row[] | null {
    const { view } = this.#payouts;
    return view.kind === 'ready' || view.kind === 'empty' ? view.data.data : null;
  }

  /** In which amounts are read where no currency is chosen. */
  get #currency(): string {
    return this.#config.sessions.account?.account.default_currency ?? 'usd';
  }

  /** The draft of now, which may be newer than the last render. */
  #submit(name: FilterName, form: HTMLFormElement): void {
    const context = { l: this.#config.l, draft: this.#draft, currency: this.#currency };
    const result = this.#later.code?.readForm(form, name, context) ?? this.#draft;
    if (typeof result === 'string') this.#redraft(this.#draft, result);
    else this.#apply(result);
  }

  #apply(filters: ChosenFilters): void {
    this.#float.close();
    this.choose(filters);
  }

  #redraft(draft: ChosenFilters, wrong: string | null): void {
    this.#draft = draft;
    this.#wrong = wrong;
    this.#host.requestUpdate();
  }

  /** Every currency seen so far, since a chosen one leaves the others out of the sums. */
  #currencies(): readonly string[] {
    const generation = this.#config.sessions.state?.generation ?? -1;
    const before = generation === this.#seen.generation ? this.#seen.currencies : [];
    const now = this.#config.sums()?.sums.map(({ currency }) => currency) ?? [];
    this.#seen = { generation, currencies: [...new Set([...before, ...now])] };
    return this.#seen.currencies;
  }

  #type(text: string): void {
    this.#typed = text;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(
      () => this.choose({ ...this.#config.chosen(), query: text }),
      TYPING_MS,
    );
    this.#host.requestUpdate();
  }
}
