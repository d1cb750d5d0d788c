import { css } from 'lit';

/**
 * The look at the top of each tree (an element of the page, an overlay): every value comes from an
 * appearance variable or is derived from one. What stands inside inherits these.
 */
export const tokens = css`
  :host {
    --primary: var(--sx-colorPrimary, #0074d4);
    --bg: var(--sx-colorBackground, #fff);
    --text: var(--sx-colorText, #1f2433);
    --muted: var(--sx-colorSecondaryText, color-mix(in srgb, var(--text) 74%, var(--bg)));
    --line: var(--sx-colorBorder, color-mix(in srgb, var(--text) 13%, var(--bg)));
    --inner: color-mix(in srgb, var(--line) 60%, var(--bg));
    --offset: var(--sx-offsetBackgroundColor, color-mix(in srgb, var(--text) 4%, var(--bg)));
    --soft: color-mix(in srgb, var(--primary) 12%, var(--bg));
    --on-soft: color-mix(in srgb, var(--primary) 82%, var(--text));
    --danger: var(--sx-colorDanger, #b3093c);
    --unit: var(--sx-spacingUnit, 8px);
    --radius: var(--sx-borderRadius, 12px);

    --neutral-bg: var(--sx-badgeNeutralColorBackground, var(--inner));
    --neutral-text: var(--sx-badgeNeutralColorText, var(--muted));
    --neutral-line: var(--sx-badgeNeutralColorBorder, transparent);
    --success-bg: var(--sx-badgeSuccessColorBackground, #e3f6ec);
    --success-text: var(--sx-badgeSuccessColorText, #0b7a4b);
    --success-line: var(--sx-badgeSuccessColorBorder, transparent);
    --warning-bg: var(--sx-badgeWarningColorBackground, #fdf1d8);
    --warning-text: var(--sx-badgeWarningColorText, #8f5200);
    --warning-line: var(--sx-badgeWarningColorBorder, transparent);
    --danger-bg: var(--sx-badgeDangerColorBackground, #fde8ee);
    --danger-text: var(--sx-badgeDangerColorText, #b3093c);
    --danger-line: var(--sx-badgeDangerColorBorder, transparent);

    --base: var(--sx-fontSizeBase, 16px);
    --text-md: var(--sx-bodyMdFontSize, calc(var(--base) * 0.875));
    --text-sm: var(--sx-bodySmFontSize, calc(var(--base) * 0.8125));
    --label: var(--sx-labelMdFontSize, calc(var(--base) * 0.8125));
    --meta: var(--sx-labelSmFontSize, calc(var(--base) * 0.75));
    --heading-xl: var(--sx-headingXlFontSize, calc(var(--base) * 1.875));
    --heading-lg: var(--sx-headingLgFontSize, calc(var(--base) * 1.3125));
    --heading-md: var(--sx-headingMdFontSize, calc(var(--base) * 1.125));
    --heading-sm: var(--sx-headingSmFontSize, calc(var(--base) * 0.9375));

    color: var(--text);
    font-family: var(--sx-fontFamily, inherit);
    font-size: var(--text-md);
    font-weight: var(--sx-bodyMdFontWeight, 400);
    line-height: 1.45;
    text-align: start;
    -webkit-font-smoothing: antialiased;
  }
`;
