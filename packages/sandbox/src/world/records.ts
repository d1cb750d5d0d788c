import type { Currency } from './currencies.ts';

/** What the world remembers. Objects of Stripe's shape are made from these when asked; a record is never one. */

export type Metadata = Readonly<Record<string, string>>;

export const chargeMethods = [
  'visa',
  'mastercard',
  'amex',
  'discover',
  'jcb',
  'sepa_debit',
  'us_bank_account',
  'konbini',
  'transfer',
] as const;
export type ChargeMethod = (typeof chargeMethods)[number];

/** Bits of a charge's state; a charge with neither `failed` nor `pending` has succeeded. */
export const chargeFlags = {
  captured: 1,
  failed: 2,
  disputed: 4,
  refunded: 8,
  pending: 16,
  /** Authorised, never captured, released. */
  expired: 32,
} as const;
export type ChargeFlag = keyof typeof chargeFlags;

/** What few charges have; replaced as a whole when it changes, so that a snapshot may keep it. */
export interface ChargeExtra {
  readonly description?: string | null;
  /** The description that the balance transaction was made with. */
  readonly original?: string | null;
  readonly metadata?: Metadata;
  readonly receiptEmail?: string | null;
  readonly transferGroup?: string | null;
  readonly userReport?: string;
  readonly onBehalfOf?: string;
  readonly presentment?: { readonly amount: number; readonly currency: Currency };
  readonly failureRow?: number;
  readonly failureCode?: string;
  readonly capturedAmount?: number;
}

export interface ChargeRecord {
  readonly index: number;
  readonly created: number;
  readonly amount: number;
  readonly currency: Currency;
  readonly method: ChargeMethod;
  readonly flags: number;
  /** −1: none. */
  readonly customer: number;
  /** 0: none. */
  readonly order: number;
  /**
   * On the platform: the transfer made for this destination charge. On an account: the transfer it came by.
   * −1: none.
   */
  readonly transfer: number;
  /** The balance transaction; −1: none (failed, or not captured yet). */
  readonly row: number;
  /** Application fee in the charge's currency, and its number among the platform's fees (−1: none). */
  readonly fee: number;
  readonly feeIndex: number;
  readonly refunded: number;
  readonly extra: ChargeExtra;
}

export interface RefundRecord {
  readonly index: number;
  readonly created: number;
  readonly charge: number;
  readonly amount: number;
  readonly reason:
    | 'duplicate'
    | 'fraudulent'
    | 'requested_by_customer'
    | 'expired_uncaptured_charge'
    | null;
  status: 'pending' | 'succeeded' | 'failed' | 'canceled';
  pendingReason: 'insufficient_funds' | 'charge_pending' | null;
  failureReason: string | null;
  row: number;
  failureRow: number;
  /** Part of the application fee given back, in the charge's currency. */
  feeBack: number;
  /** On an account: the platform's reversal that took it back. On the platform: the reversal made with it. */
  readonly reversal: number;
  /** A bank debit that bounced, not a refund that somebody asked for. */
  readonly bounced: boolean;
  metadata: Metadata;
}

export type DisputeStatus =
  | 'warning_needs_response'
  | 'warning_under_review'
  | 'warning_closed'
  | 'needs_response'
  | 'under_review'
  | 'won'
  | 'lost';

export interface DisputeRecord {
  readonly index: number;
  readonly created: number;
  readonly charge: number;
  readonly amount: number;
  readonly reason: string;
  readonly networkReason: string;
  dueBy: number;
  status: DisputeStatus;
  /** Withdrawn, then perhaps given back: at most two balance transactions. */
  rows: readonly number[];
  evidence: Readonly<Record<string, string>>;
  submissions: number;
  submittedAs: 'not_submitted' | 'manual';
  pastDue: boolean;
  metadata: Metadata;
}

export type PayoutStatus = 'pending' | 'in_transit' | 'paid' | 'failed' | 'canceled';

export interface PayoutRecord {
  readonly index: number;
  readonly created: number;
  readonly amount: number;
  readonly currency: Currency;
  readonly arrival: number;
  readonly automatic: boolean;
  readonly method: 'standard' | 'instant';
  readonly destination: string;
  readonly destinationType: 'bank_account' | 'card';
  readonly description: string | null;
  readonly statementDescriptor: string | null;
  status: PayoutStatus;
  row: number;
  failureRow: number;
  failureCode: string | null;
  failureMessage: string | null;
  reconciliation: 'not_applicable' | 'in_progress' | 'completed';
  trace: string | null;
  metadata: Metadata;
}

export interface TopupRecord {
  readonly index: number;
  readonly created: number;
  readonly amount: number;
  readonly currency: Currency;
  readonly expected: number;
  readonly description: string | null;
  status: 'pending' | 'succeeded' | 'failed' | 'reversed' | 'canceled';
  row: number;
  failureCode: string | null;
  failureMessage: string | null;
  metadata: Metadata;
}

/** Platform to account. */
export interface TransferRecord {
  readonly index: number;
  readonly created: number;
  readonly amount: number;
  readonly currency: Currency;
  readonly account: string;
  /** The charge on the account. */
  payment: number;
  /** The platform's charge that it came from; −1: none. */
  readonly source: number;
  readonly group: string | null;
  row: number;
  reversed: number;
  description: string | null;
  metadata: Metadata;
}

export interface ReversalRecord {
  readonly index: number;
  readonly created: number;
  readonly amount: number;
  readonly transfer: number;
  row: number;
  /** The refund on the account. */
  refund: number;
  /** The platform's refund that it came with; −1: none. */
  sourceRefund: number;
  metadata: Metadata;
}

export interface FeeRefundRecord {
  readonly index: number;
  readonly created: number;
  readonly amount: number;
  readonly fee: number;
  row: number;
  metadata: Metadata;
}

export interface ReserveRecord {
  readonly index: number;
  readonly amount: number;
  readonly currency: Currency;
  readonly description: string;
}

export interface CollectionRecord {
  readonly index: number;
  readonly amount: number;
  readonly currency: Currency;
  readonly destination: string;
}

export interface ExternalAccountRecord {
  readonly id: string;
  readonly object: 'bank_account' | 'card';
  readonly country: string;
  readonly currency: Currency;
  readonly holder: string;
  readonly holderType: 'individual' | 'company';
  /** Bank name, or card brand. */
  readonly name: string;
  readonly last4: string;
  readonly routing: string | null;
  readonly instant: boolean;
  readonly status: 'new' | 'verified' | 'errored';
  readonly isDefault: boolean;
  readonly metadata: Metadata;
}

export type Interval = 'manual' | 'daily' | 'weekly' | 'monthly';
export const payoutDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
export type PayoutDay = (typeof payoutDays)[number];

export interface SettingsRecord {
  readonly interval: Interval;
  readonly weeklyDays: readonly PayoutDay[];
  readonly monthlyDays: readonly number[];
  readonly minimumBalances: Readonly<Record<string, number>>;
  readonly statementDescriptor: string | null;
  readonly debitNegativeBalances: boolean;
  readonly delayDays: number;
  readonly delayOverride: number | null;
}

export interface RequirementsRecord {
  readonly current: readonly string[];
  readonly past: readonly string[];
  readonly eventual: readonly string[];
  readonly pending: readonly string[];
  readonly deadline: number | null;
  readonly disabledReason: 'requirements.past_due' | null;
  readonly errors: readonly {
    readonly code: 'invalid_value_other';
    readonly reason: string;
    readonly requirement: string;
  }[];
}

/** An account as it stands; replaced as a whole when it changes. */
export interface AccountRecord {
  readonly id: string;
  readonly platform: boolean;
  readonly name: string;
  readonly email: string;
  readonly country: string;
  readonly currency: Currency;
  readonly timeZone: string;
  readonly created: number;
  readonly mcc: string;
  readonly product: string;
  readonly url: string;
  readonly phone: string;
  readonly statementDescriptor: string;
  readonly chargesEnabled: boolean;
  readonly payoutsEnabled: boolean;
  readonly requirements: RequirementsRecord;
  readonly externalAccounts: readonly ExternalAccountRecord[];
  readonly settings: SettingsRecord;
  readonly metadata: Metadata;
}

export interface Person {
  readonly name: string;
  readonly email: string;
}
