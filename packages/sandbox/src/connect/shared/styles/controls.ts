import { css } from 'lit';

/** Buttons, links and form fields. */
export const controls = css`
  button {
    min-height: 32px;
    border: 1px solid var(--sx-buttonSecondaryColorBorder, var(--line));
    border-radius: var(--sx-buttonBorderRadius, 8px);
    background: var(--sx-buttonSecondaryColorBackground, var(--bg));
    color: var(--sx-buttonSecondaryColorText, var(--text));
    cursor: pointer;
    font: inherit;
    font-size: var(--sx-buttonLabelFontSize, var(--text-md));
    font-weight: var(--sx-buttonLabelFontWeight, 550);
    line-height: 1.35;
    padding: var(--sx-buttonPaddingY, 5px) var(--sx-buttonPaddingX, 12px);
    text-transform: var(--sx-buttonLabelTextTransform, none);
    transition: filter 120ms;
    white-space: nowrap;
  }

  button:hover:not(:disabled) {
    filter: brightness(0.97);
  }

  button:disabled {
    cursor: default;
    opacity: 0.55;
  }

  button.primary {
    border-color: var(--sx-buttonPrimaryColorBorder, var(--primary));
    background: var(--sx-buttonPrimaryColorBackground, var(--primary));
    color: var(--sx-buttonPrimaryColorText, var(--on-primary));
  }

  button.danger {
    border-color: var(--sx-buttonDangerColorBorder, var(--danger));
    background: var(--sx-buttonDangerColorBackground, var(--danger));
    color: var(--sx-buttonDangerColorText, var(--bg));
  }

  button.link,
  a {
    color: var(--sx-actionPrimaryColorText, var(--primary));
    text-decoration: var(--sx-actionPrimaryTextDecorationLine, none)
      var(--sx-actionPrimaryTextDecorationStyle, solid)
      var(--sx-actionPrimaryTextDecorationColor, currentcolor)
      var(--sx-actionPrimaryTextDecorationThickness, 1px);
    text-transform: var(--sx-actionPrimaryTextTransform, none);
  }

  button.link {
    min-height: 24px;
    border: 0;
    background: none;
    font-weight: 500;
    padding: 2px 0;
  }

  button.link:hover,
  a:hover {
    text-decoration: underline;
  }

  button.icon-only {
    width: 32px;
    padding: 0;
  }

  button.icon-only .icon {
    margin: auto;
  }

  :focus-visible {
    outline: 2px solid var(--primary);
    outline-offset: 2px;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--unit);
  }

  .buttons.end {
    justify-content: flex-end;
  }

  form {
    display: grid;
    gap: calc(var(--unit) * 2);
  }

  label.field,
  .field {
    display: grid;
    color: var(--text);
    font-size: var(--label);
    font-weight: var(--sx-labelMdFontWeight, 500);
    gap: 5px;
    min-width: 0;
    text-transform: var(--sx-labelMdTextTransform, none);
  }

  .field .small,
  .hint {
    color: var(--muted);
    font-size: var(--meta);
    font-weight: 400;
  }

  input:not([type='checkbox'], [type='radio']),
  select,
  textarea {
    width: 100%;
    min-height: 36px;
    border: 1px solid var(--line);
    border-radius: var(--sx-formBorderRadius, 8px);
    background: var(--sx-formBackgroundColor, var(--bg));
    color: var(--text);
    font: inherit;
    font-size: var(--text-md);
    font-weight: 400;
    padding: var(--sx-inputFieldPaddingY, 6px) var(--sx-inputFieldPaddingX, 10px);
  }

  ::file-selector-button {
    border: 1px solid var(--line);
    border-radius: 6px;
    background: var(--offset);
    color: inherit;
    font: inherit;
    font-size: var(--text-sm);
    margin-inline-end: 10px;
    padding: 1px 9px;
  }

  textarea {
    min-height: 84px;
    resize: vertical;
  }

  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    border-color: var(--sx-formHighlightColorBorder, var(--primary));
    outline-offset: 0;
  }

  input[aria-invalid='true'] {
    border-color: var(--danger);
  }

  ::placeholder {
    color: var(--sx-formPlaceholderTextColor, var(--muted));
    opacity: 1;
  }

  input[type='checkbox'],
  input[type='radio'] {
    width: 16px;
    height: 16px;
    flex: none;
    accent-color: var(--sx-formAccentColor, var(--primary));
    margin: 0;
  }

  .choice {
    display: flex;
    min-height: 36px;
    align-items: center;
    gap: 10px;
  }

  .choice > span {
    flex: 1;
  }

  .pair {
    display: grid;
    gap: calc(var(--unit) * 1.5);
    grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
  }

  .wrong {
    color: var(--danger);
    font-size: var(--text-sm);
    font-weight: 500;
  }

  @media (pointer: coarse) {
    button:not(.opener, .chip),
    input:not([type='checkbox'], [type='radio']),
    select,
    .choice {
      min-height: 44px;
    }

    button.icon-only {
      width: 44px;
    }
  }
`;
