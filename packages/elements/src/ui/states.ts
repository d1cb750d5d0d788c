import { html, nothing, type TemplateResult } from 'lit';
import type { ErrorKind } from '../locales/en/common.ts';
import type { MessagesOf } from '../locales/index.ts';
import { tile, type Drawing, type Tone } from './icon.ts';
import * as icons from './icons.ts';

/** What the shared texts know of an error: its code, and the request it belongs to. */
export interface ShownError {
  readonly code: string;
  readonly retryable: boolean;
  readonly requestId?: string | undefined;
}

/** The sentence for each code; what is not here is `unknown`. */
const kinds: Readonly<Record<string, ErrorKind>> = {
  offline: 'offline',
  network: 'offline',
  timeout: 'timeout',
  stripe_timeout: 'timeout',
  rate_limited: 'rate_limited',
  not_signed_in: 'signed_out',
  token_expired: 'signed_out',
  not_allowed: 'not_allowed',
  bad_origin: 'not_allowed',
  account_unavailable: 'not_allowed',
  account_changed: 'account_changed',
  not_found: 'not_found',
  unavailable: 'unavailable',
  stripe_error: 'unavailable',
  internal: 'unavailable',
  script_failed: 'blocked',
  component_failed: 'unavailable',
};

/** @example errorText({ code: 'rate_limited', … }, l.messages) */
export const errorText = (error: Pick<ShownError, 'code'>, messages: MessagesOf): string =>
  messages.errors[kinds[error.code] ?? 'unknown'];

export interface StateOptions {
  readonly title: string;
  readonly text?: string | TemplateResult | undefined;
  readonly icon?: Drawing;
  readonly tone?: Tone;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** Nothing here: one sentence and at most one action. */
export const emptyState = ({
  title,
  text,
  icon = icons.undo,
  tone,
  action,
}: StateOptions): TemplateResult =>
  html`<div class="state" part="empty">
    ${tile(icon, tone)}
    <p class="title">${title}</p>
    ${text ? html`<p>${text}</p>` : nothing}
    ${
      action
        ? html`<div class="actions">
            <button type="button" class="button" @click=${action.run}>${action.label}</button>
          </div>`
        : nothing
    }
  </div>`;

export interface ErrorStateOptions {
  /** What failed, such as “We couldn't load your transactions”. */
  readonly title: string;
  readonly error: ShownError;
  readonly messages: MessagesOf;
  readonly retry: () => void;
}

/** It failed: what happened, what to do, Retry, and the request's id for those who are asked for help. */
export const errorState = ({ title, error, messages, retry }: ErrorStateOptions): TemplateResult =>
  html`<div class="state" role="alert" part="error">
    ${tile(icons.alert, 'danger')}
    <p class="title">${title}</p>
    <p>${errorText(error, messages)}</p>
    ${
      error.retryable
        ? html`<div class="actions">
            <button type="button" class="button" @click=${retry}>${messages.common.retry}</button>
          </div>`
        : nothing
    }
    ${error.requestId ? html`<small>${error.requestId}</small>` : nothing}
  </div>`;

/** A grey bar where text will stand. @example bone(9, 'thin') is 90 px wide */
export const bone = (tens: number, kind = ''): TemplateResult =>
  html`<span class="bone ${kind} w${tens}"></span>`;
