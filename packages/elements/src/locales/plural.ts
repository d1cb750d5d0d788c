import { pluralRules } from '../format/intl.ts';

/** The forms a language needs; `other` is the one every language has. */
export type Forms = Partial<Record<Exclude<Intl.LDMLPluralRule, 'other'>, string>> & {
  readonly other: string;
};

/**
 * The chooser of a language's plural forms. Whole sentences are given, never an ending to glue on.
 *
 * @example const n = plural('en'); n(1, { one: '1 payout', other: '2 payouts' }) // '1 payout'
 */
export const plural =
  (locale: string) =>
  (count: number, forms: Forms): string =>
    forms[pluralRules(locale).select(count)] ?? forms.other;
