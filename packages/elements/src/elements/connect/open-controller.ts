import type { Opens } from '@express-elements/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Opener {
  /** The property that says on what. */
  readonly property: string | null;
  readonly load: () => Promise<unknown>;
}

/** Stripe's components that a native element opens by itself. */
export type Openers = Readonly<Record<string, Opener>>;

const openers: Openers = {
  'payment-details': {
    property: 'payment',
    load: () => import('../express-payment-details/define.ts'),
  },
  'payout-details': {
    property: 'payout',
    load: () => import('../express-payout-details/define.ts'),
  },
  'account-onboarding': {
    property: null,
    load: () => import('../express-account-onboarding/define.ts'),
  },
  'account-management': {
    property: null,
    load: () => import('../express-account-management/define.ts'),
  },
};

/** The Connect element of a component; `balances` is our balance, down to Stripe's part alone. */
const tagOf = (name: string): string =>
  name === 'balances' ? 'express-balance' : `express-${name}`;

type Host = ReactiveControllerHost & HTMLElement & { readonly endpoint?: string | null };

/**
 * Opens a component of Stripe's from a native element, such as a payment's details from a row.
 *
 * Owns: one Connect element in the host's light DOM, where Stripe's frames need it: made when it is opened, taken out
 * when it was closed. The host's shadow root gives it a place by `<slot name="stripe">`, or by a slot of another name
 * where it has a part of Stripe's already. Does not own: whether the seller may open it; `opens` of an answer says so.
 */
export class OpenController implements ReactiveController {
  readonly #host: Host;
  readonly #slot: string;
  readonly #openers: Openers;
  #element: HTMLElement | null = null;

  /** @param more what only some open, such as `balanceOpener` */
  constructor(host: Host, slot = 'stripe', more: Openers = {}) {
    this.#host = host;
    this.#slot = slot;
    this.#openers = { ...openers, ...more };
    host.addController(this);
  }

  /** What is open now, or was last. */
  get element(): HTMLElement | null {
    return this.#element;
  }

  hostDisconnected(): void {
    this.close();
  }

  /** False where no element shows such a component. */
  async open({ element: name, id }: Opens): Promise<boolean> {
    const opener = Object.hasOwn(this.#openers, name) ? this.#openers[name] : undefined;
    if (!opener) return false;
    const { property, load } = opener;
    await load();
    const element = this.#place(tagOf(name));
    if (name === 'balances') element.setAttribute('view', 'stripe');
    if (property) Reflect.set(element, property, id);
    else element.scrollIntoView({ block: 'nearest' });
    return true;
  }

  /** Takes it out again. */
  close(): void {
    this.#element?.remove();
    this.#element = null;
  }

  #place(tag: string): HTMLElement {
    if (this.#element?.localName === tag && this.#element.isConnected) return this.#element;
    this.close();
    const element = document.createElement(tag);
    element.slot = this.#slot;
    const { endpoint } = this.#host;
    if (endpoint) element.setAttribute('endpoint', endpoint);
    for (const end of ['express-close', 'express-exit'])
      element.addEventListener(end, () => this.close());
    this.#element = element;
    this.#host.append(element);
    return element;
  }
}
