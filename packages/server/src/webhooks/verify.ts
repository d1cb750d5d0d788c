import type Stripe from 'stripe';
import { ExpressError } from '../errors.ts';

/** How webhooks are known to be Stripe's. */
export interface Webhooks {
  readonly secrets: readonly string[];
  readonly construct: (body: string, signature: string, secret: string) => Promise<Stripe.Event>;
}

const refuse = (message: string): never => {
  throw new ExpressError('invalid_parameter', message, { param: 'Stripe-Signature' });
};

/**
 * The event in a webhook's raw body. Any secret may have signed it, for one endpoint hears of the platform and another
 * of its connected accounts, and a secret that is being replaced lives on for a day.
 */
export async function verifiedEvent(
  { secrets, construct }: Webhooks,
  body: string,
  signature: string | undefined,
): Promise<Stripe.Event> {
  if (!signature) return refuse('There is no signature: this is no webhook of Stripe’s.');
  for (const secret of secrets) {
    try {
      return await construct(body, signature, secret);
    } catch (error) {
      if (!isUnverified(error)) throw error;
    }
  }
  return refuse(
    'No secret matches the signature. Check `webhooks.secrets`, that the body arrives unparsed, and the clock.',
  );
}

const isUnverified = (error: unknown): boolean =>
  error instanceof SyntaxError ||
  (error instanceof Error && 'type' in error && error.type === 'StripeSignatureVerificationError');
