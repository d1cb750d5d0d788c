export { resolveColors, resolveTokens } from './resolve.ts';
export { themeStyles } from './theme.styles.ts';
export { tokens, type Token, type TokenName } from './tokens.ts';
export { ThemeWatch } from './watch.ts';
