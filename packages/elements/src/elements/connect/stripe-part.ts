import { html, nothing, type TemplateResult } from 'lit';
import type { StripeView } from '../../controllers/stripe-controller.ts';
import type { LocalizeController } from '../../locales/index.ts';
import { bone, errorState } from '../../ui/index.ts';
import type { Shape } from './table.ts';

const line = (...bones: TemplateResult[]) => html`<span class="bones">${bones}</span>`;

const shapes: Readonly<Record<Exclude<Shape, 'none'>, () => TemplateResult>> = {
  card: () =>
    html`${bone(9)}${bone(15, 'figure-bone')}${line(bone(8, 'figure-bone'), bone(8, 'figure-bone'))}${bone(26)}${bone(21)}`,
  form: () => html`${bone(12)}${bone(26, 'figure-bone')}${bone(12)}${bone(26, 'figure-bone')}`,
  list: () =>
    html`${bone(12, 'figure-bone')}${[0, 1, 2, 3].map(() => line(bone(14), bone(8), bone(6)))}`,
};

/** What stands where Stripe's part will be, in its shape. */
export const skeleton = (shape: Shape, label: string): TemplateResult | typeof nothing =>
  shape === 'none'
    ? nothing
    : html`<div class="stripe-skeleton" part="skeleton" role="status">
        <span class="vh">${label}</span>${shapes[shape]()}
      </div>`;

export interface WebviewOptions {
  readonly l: LocalizeController<'connect'>;
  readonly copied: boolean;
  readonly copy: () => void;
}

/** Stripe forbids this part inside an app: how to get to where it works. */
export const webviewNotice = ({ l, copied, copy }: WebviewOptions): TemplateResult => {
  const { webview } = l.messages.connect;
  return html`<div class="card" part="notice">
    <div class="state">
      <p class="title">${webview.title}</p>
      <p>${webview.text}</p>
      <div class="actions">
        <button type="button" class="button primary" @click=${copy}>
          ${copied ? l.messages.common.copied : webview.copy}
        </button>
      </div>
      <span class="vh" role="status">${copied ? l.messages.common.copied : ''}</span>
    </div>
  </div>`;
};

export interface StripePartOptions extends WebviewOptions {
  readonly view: StripeView;
  readonly shape: Shape;
  readonly title: string;
  readonly retry: () => void;
  /** Figures are hidden until it is known whose they are. */
  readonly veiled: boolean;
}

const around = (options: StripePartOptions): TemplateResult | typeof nothing => {
  const { view, shape, title, retry, l } = options;
  switch (view.kind) {
    case 'loading':
      return skeleton(shape, l.messages.common.loading);
    case 'error':
      return html`<div class="card">
        ${errorState({ title, error: view.error, messages: l.messages, retry })}
      </div>`;
    case 'webview':
      return webviewNotice(options);
    case 'ready':
    case 'absent':
      return nothing;
  }
};

/**
 * The place of Stripe's element in a shadow root and what stands around it. The slot stays whatever is shown, so that
 * nothing is moved; only failing hides it, for the component says something of its own then.
 */
export const stripePart = (options: StripePartOptions): TemplateResult => {
  const { view, veiled } = options;
  const isHidden = view.kind === 'error' || view.kind === 'webview' || view.kind === 'absent';
  return html`<div class="root">${around(options)}</div>
    <div class="stripe ${veiled ? 'veiled' : ''}" part="stripe" ?hidden=${isHidden}>
      <slot name="stripe"></slot>
    </div>`;
};
