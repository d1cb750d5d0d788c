/** Hears what the page warns of, and fails the test on what nobody expected. */
const known = [/existing Connect\.js script already exists/, /Lit is in dev mode/];

export function listen() {
  const own = console.warn;
  const warnings: string[] = [];
  console.warn = (...parts: unknown[]) => {
    const text = parts.map(String).join(' ');
    if (!known.some((each) => each.test(text))) warnings.push(text);
  };
  return {
    warnings: warnings as readonly string[],
    /** These were expected. */
    forgive(expected: RegExp): void {
      const rest = warnings.filter((text) => !expected.test(text));
      warnings.length = 0;
      warnings.push(...rest);
    },
    stop(): void {
      console.warn = own;
    },
  };
}
