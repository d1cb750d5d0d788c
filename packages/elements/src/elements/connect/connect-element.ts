import type { ConnectElementTagName } from '@stripe/connect-js';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  copyText,
  OutcomeController,
  ReservedHeightController,
  SessionController,
  StatesController,
  StripeController,
  stateOf,
  type StateName,
} from '../../controllers/index.ts';
import { LocalizeController } from '../../locales/index.ts';
import { connectTexts } from '../../locales/sections/connect.ts';
import { themeStyles } from '../../theme/index.ts';
import { baseStyles, cardStyles, stateStyles } from '../../ui/index.ts';
import { stripePartStyles } from './connect.styles.ts';
import { declarationOf } from './converters.ts';
import { ExpressLoaderStartEvent, ExpressLoadErrorEvent } from './events.ts';
import { eventFor } from './listeners.ts';
import { stripePart } from './stripe-part.ts';
import {
  connectTable,
  elementOf,
  propertyOf,
  type ConnectProperties,
  type SetterKind,
  type Shape,
} from './table.ts';

interface Row {
  readonly shape: Shape;
  readonly setters: Readonly<Record<string, SetterKind>>;
}

/** What every element around one of Stripe's components has. The factory below adds its properties from the table. */
export abstract class ConnectElement extends LitElement {
  static override readonly styles = [
    themeStyles,
    baseStyles,
    cardStyles,
    stateStyles,
    stripePartStyles,
  ];
  /** The component's name in connect-js. */
  static readonly component: ConnectElementTagName;
  static readonly row: Row;

  /** The endpoint's URL; without it the nearest `express-provider` has one. */
  @property() endpoint: string | null = null;
  /** A route that answers `{client_secret}`, for a host that has no endpoint. */
  @property({ attribute: 'session-url' }) sessionUrl: string | null = null;
  /** The publishable key that goes with `session-url`, where its answer has none. */
  @property({ attribute: 'publishable-key' }) publishableKey: string | null = null;
  /** `auto`, `light` or `dark`; else as around it. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' | null = null;
  /** A language tag; else as around it. */
  @property({ reflect: true }) locale: string | null = null;

  @state() private linkCopied = false;

  protected readonly l = new LocalizeController(this, connectTexts);
  protected readonly sessions = new SessionController(this, () => ({
    state: this.stripe.view.kind,
    notes: this.stripe.notes,
  }));
  protected readonly stripe = new StripeController(this, this.sessions, {
    name: this.#class.component,
    setters: () => this.#setters(),
    onLoaderStart: () => this.dispatchEvent(new ExpressLoaderStartEvent()),
    onLoadError: (error, type) => this.dispatchEvent(new ExpressLoadErrorEvent(error, type)),
  });
  // Before the states, by whose styles an element may be out of the flow and have no width of its own.
  protected readonly room = new ReservedHeightController(this, {
    hasContent: () => this.stateName() !== 'loading',
    drawsOn: () => this.stateName() === 'ready',
    isNothing: () => this.stateName() === 'empty',
  });
  protected readonly states = new StatesController(this, () => this.stateName());
  protected readonly outcome = new OutcomeController(this, () => this.stripe.view);
  readonly #listeners = new Map<string, (said: unknown) => void>();

  get #class(): typeof ConnectElement {
    const made: unknown = this.constructor;
    if (typeof made === 'function' && 'component' in made) return made as typeof ConnectElement;
    throw new TypeError('A Connect element is made by connectElement().');
  }

  /** With this in place `moveBefore` moves the element without reloading Stripe's frames. */
  connectedMoveCallback(): void {}

  /** Asks again for what failed, and for the data of the whole session. */
  refresh(): void {
    this.stripe.refresh();
  }

  protected stateName(): StateName | null {
    const { kind } = this.stripe.view;
    return kind === 'webview' ? null : stateOf(kind);
  }

  /** Stripe's component tells of something; it becomes an event. */
  protected tell(setter: string, said: unknown): void {
    if (setter === 'setOnClose') this.#forgetOpened();
    const event = eventFor(setter, said);
    if (event) this.dispatchEvent(event);
  }

  protected override render(): TemplateResult {
    const { view } = this.stripe;
    return html`${stripePart({
      view,
      shape: this.#class.row.shape,
      title: this.l.messages.connect.failed,
      l: this.l,
      retry: () => this.refresh(),
      veiled: this.sessions.state?.verifying ?? false,
      copied: this.linkCopied,
      copy: () => void this.#copy(),
    })}${view.kind === 'absent' ? html`<slot></slot>` : nothing}`;
  }

  /** What was closed is not open any more: setting the same id again opens it again. */
  #forgetOpened(): void {
    for (const [setter, kind] of Object.entries(this.#class.row.setters))
      if (kind === 'string') Reflect.set(this, propertyOf(setter), undefined);
  }

  async #copy(): Promise<void> {
    this.linkCopied = await copyText(location.href);
  }

  *#setters(): Generator<readonly [string, unknown]> {
    for (const [setter, kind] of Object.entries(this.#class.row.setters))
      yield [
        setter,
        kind === 'event' ? this.#listener(setter) : Reflect.get(this, propertyOf(setter)),
      ];
  }

  /** One function for each callback, so that Stripe is told of it once. */
  #listener(setter: string): (said: unknown) => void {
    const known = this.#listeners.get(setter);
    if (known) return known;
    const listener = (said: unknown) => this.tell(setter, said);
    this.#listeners.set(setter, listener);
    return listener;
  }
}

type ConnectConstructor<T extends ConnectElementTagName> = Omit<
  typeof ConnectElement,
  'prototype'
> &
  (new () => ConnectElement & ConnectProperties<T>);

/**
 * The class of a component's element, from its row in the table.
 *
 * @example export class ExpressPayments extends connectElement('payments') {}
 */
export function connectElement<T extends ConnectElementTagName>(name: T): ConnectConstructor<T> {
  const row: Row = connectTable[name];
  const declarations = Object.entries(row.setters).flatMap(([setter, kind]) => {
    const declaration = declarationOf(setter, kind);
    return declaration ? [declaration] : [];
  });
  const properties: PropertyDeclarations = Object.fromEntries(declarations);
  const made = class extends ConnectElement {
    static override readonly component = name;
    static override readonly row = row;
    static override readonly properties = properties;
  };
  Reflect.defineProperty(made, 'name', { value: elementOf(name) });
  return made as ConnectConstructor<T>;
}
