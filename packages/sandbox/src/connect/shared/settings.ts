/** What the page set through an element's setters. Values come from plain JavaScript, so each is checked when read. */
export class Settings {
  readonly #values = new Map<string, unknown>();
  readonly #times = new Map<string, number>();

  set(setter: string, value: unknown): void {
    this.#times.set(setter, this.times(setter) + 1);
    if (value === undefined || value === null) this.#values.delete(setter);
    else this.#values.set(setter, value);
  }

  /** How often a setter was called: the same payment set twice opens twice. */
  times(setter: string): number {
    return this.#times.get(setter) ?? 0;
  }

  string(setter: string): string | undefined {
    const value = this.#values.get(setter);
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  flag(setter: string): boolean {
    return this.#values.get(setter) === true;
  }

  record(setter: string): Readonly<Record<string, unknown>> {
    const value = this.#values.get(setter);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  }

  /** Calls a listener that the page set; a throwing one is reported as its own, not as ours. */
  call(setter: string, ...values: unknown[]): void {
    const listener = this.#values.get(setter);
    if (typeof listener !== 'function') return;
    try {
      listener(...values);
    } catch (cause) {
      reportError(cause);
    }
  }
}
