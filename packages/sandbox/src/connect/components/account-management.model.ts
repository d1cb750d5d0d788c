import type Stripe from 'stripe';
import type { Field } from '../shared/fields.ts';
import type { Word } from '../shared/text.ts';

interface Entry {
  readonly name: string;
  readonly label: Word;
  readonly type: NonNullable<Field['type']>;
  readonly get: (account: Stripe.Account) => string | null | undefined;
  /** Whether Stripe keeps it in `business_profile` or in the account itself. */
  readonly inProfile: boolean;
}

export interface Section {
  readonly name: 'personal_information' | 'business_information' | 'public_information';
  readonly title: Word;
  readonly fields: readonly Entry[];
}

const profile = (
  key: 'name' | 'url' | 'product_description' | 'support_email' | 'support_phone' | 'support_url',
  label: Word,
  type: Entry['type'] = 'text',
): Entry => ({
  name: key,
  label,
  type,
  get: (account) => account.business_profile?.[key],
  inProfile: true,
});

/** The parts of an account's settings, in the order of Stripe's component. */
export const sections: readonly Section[] = [
  {
    name: 'personal_information',
    title: 'personalInformation',
    fields: [
      {
        name: 'email',
        label: 'email',
        type: 'email',
        get: (account) => account.email,
        inProfile: false,
      },
    ],
  },
  {
    name: 'business_information',
    title: 'businessInformation',
    fields: [
      profile('name', 'businessName'),
      profile('product_description', 'productDescription', 'area'),
    ],
  },
  {
    name: 'public_information',
    title: 'publicInformation',
    fields: [
      profile('url', 'website', 'url'),
      profile('support_email', 'supportEmail', 'email'),
      profile('support_phone', 'supportPhone', 'tel'),
    ],
  },
];

/** The parameters that save a section: fields left empty stay as they are. */
export const updateOf = (
  section: Section,
  values: Readonly<Record<string, string>>,
): Record<string, string | Record<string, string>> => {
  const given = (inProfile: boolean) =>
    Object.fromEntries(
      section.fields.flatMap((one) => {
        const value = values[one.name];
        return one.inProfile === inProfile && value !== undefined ? [[one.name, value]] : [];
      }),
    );
  return { ...given(false), business_profile: given(true) };
};
