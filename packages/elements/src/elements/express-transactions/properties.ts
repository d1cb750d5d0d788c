import type { Order, Sort } from '@express-elements/contract';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { listAttribute } from './attributes.ts';
import type { ColumnAsked } from './columns.model.ts';
import { soundFilters, type ChosenFilters, type Period } from './filters.model.ts';
import { soundGiven, type BalanceType, type GivenFilters } from './given.model.ts';
import type { Describe } from './row.model.ts';

/** What a host may set on `express-transactions`, and what of it makes sense. */
export abstract class ListProperties extends LitElement {
  /** The endpoint's URL, where no provider says it. */
  @property() endpoint: string | null = null;
  /** `auto`, `light` or `dark`; else as around it. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' | null = null;
  /** A language tag; else as around it. */
  @property({ reflect: true }) locale: string | null = null;
  /** Only these types, separated by spaces: `payment refund`. */
  @property({ converter: listAttribute }) category: readonly string[] = [];
  /** Only these days: `today`, `last7`, `last28`, `month`, `year`. Goes before `from` and `to`. */
  @property() period: Period | null = null;
  /** The first day, `2026-11-01`, in the account's time zone; or an instant, `2026-11-01T18:00:00Z`. */
  @property() from: string | null = null;
  /** The last day, included; or an instant, not included. */
  @property() to: string | null = null;
  /** At least so much, in minor units; money in and money out alike. */
  @property({ type: Number, attribute: 'amount-min' }) amountMin: number | null = null;
  /** At most so much, in minor units. */
  @property({ type: Number, attribute: 'amount-max' }) amountMax: number | null = null;
  /** Only what is `available`, or `pending`. */
  @property() status: 'available' | 'pending' | null = null;
  /** Only this currency, such as `eur`. */
  @property() currency: string | null = null;
  /** What is searched for. */
  @property() query = '';
  /** Only what left in this payout, `po_…`. */
  @property() payout: string | null = null;
  /** Only this customer's, by exact e-mail. */
  @property() customer: string | null = null;
  /** Only what counts into net volume, as `express-earnings` shows it. */
  @property({ type: Boolean, attribute: 'net-volume' }) netVolume = false;
  /** Only these of the seller's balances: `payments` leaves out what is set aside or held. */
  @property({ attribute: 'balance-type', converter: listAttribute })
  balanceType: readonly BalanceType[] = [];
  /** Only what stands so, in Stripe's words, whatever it is: `pending in_transit` with `category="payout"`. */
  @property({ attribute: 'source-status', converter: listAttribute })
  sourceStatus: readonly string[] = [];
  /** What it is sorted by: `created`, `amount`, `net`, `category`, `available_on`. */
  @property() sort: Sort = 'created';
  /** `desc`: newest or largest first. */
  @property() order: Order = 'desc';
  /**
   * The columns, in order, separated by spaces, of `date`, `description`, `type`, `customer`, `status`, `available`,
   * `amount`, `fee`, `net` and `metadata:KEY`. As a property also `{ name: 'metadata:KEY', label: 'Heading' }`. The
   * description is always among them. A seller's own choice goes before. None: the usual ones.
   */
  @property({ converter: listAttribute }) columns: readonly ColumnAsked[] = [];
  /** The host's own words for a row, in place of the charge's description; null leaves that. */
  @property({ attribute: false }) describe: Describe | null = null;
  /** Shows only so many rows, with a way to all of them. */
  @property({ type: Number }) limit: number | null = null;
  /**
   * Keeps what is chosen in the page's address, as `?transactions-type=refund`: read at the start, followed on back and
   * forward. For one list a page.
   */
  @property({ type: Boolean, attribute: 'sync-url' }) syncUrl = false;
  /** Leaves search and filters out. */
  @property({ type: Boolean, attribute: 'without-filters' }) withoutFilters = false;
  /** Leaves the sums out. */
  @property({ type: Boolean, attribute: 'without-summary' }) withoutSummary = false;
  /** Leaves the seller's choice of columns out. */
  @property({ type: Boolean, attribute: 'without-columns' }) withoutColumns = false;
  /** Leaves selecting rows out. A short list (`limit`) has none. */
  @property({ type: Boolean, attribute: 'without-selection' }) withoutSelection = false;
  /** Leaves the export out. */
  @property({ type: Boolean, attribute: 'without-export' }) withoutExport = false;

  /** Everything that is chosen. */
  get filters(): ChosenFilters {
    return soundFilters(this);
  }

  /** What the attributes say beyond what a seller chooses. */
  get given(): GivenFilters {
    return soundGiven(this);
  }
}
