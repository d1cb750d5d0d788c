/** Where sentences go. Facts never hold a secret, a link, or what a customer wrote. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  message: string,
  facts?: Record<string, unknown>,
) => void;

/** The console, one line each. */
export const consoleLog: Log = (level, message, facts) => {
  const line = `express-elements: ${message}`;
  if (facts === undefined) console[level](line);
  else console[level](line, facts);
};
