import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Text } from './text.ts';

/** Says on every stand-in that this is not Stripe's own component. */
export const mark = (text: Text): TemplateResult =>
  html`<span class="mark" title=${text.say('markTitle')}>${text.say('mark')}</span>`;

export const markStyles = css`
  .mark {
    display: inline-flex;
    align-items: center;
    border-radius: 99px;
    background: var(--bg);
    color: var(--muted);
    font-size: 11px;
    font-weight: 500;
    gap: 5px;
    letter-spacing: 0.01em;
    line-height: 16px;
    padding: 0 7px;
    white-space: nowrap;
  }

  .mark::before {
    width: 7px;
    height: 7px;
    border: 1.5px dashed currentcolor;
    border-radius: 2px;
    content: '';
  }
`;
