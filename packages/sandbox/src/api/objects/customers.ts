import type Stripe from 'stripe';
import type { Book } from '../../world/book.ts';

/** Null where nobody has that number. */
export function customerObject(book: Book, customer: number): Stripe.Customer | null {
  const person = book.person(customer);
  if (!person) return null;
  return {
    id: book.ids.make('cus', customer),
    object: 'customer',
    address: null,
    balance: 0,
    created: book.account.created,
    currency: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: person.email,
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: person.name,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  };
}
