const warned = new Set<string>();

/** Tells a developer what is wrong with the page, once however many elements meet it. */
export function warnOnce(message: string): void {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(`[express-elements] ${message}`);
}
