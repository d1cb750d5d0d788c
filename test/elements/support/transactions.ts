import type { ExpressTransactions } from '@express-elements/elements/express-transactions/element';
import '@express-elements/elements/express-transactions';
import { the, until, type TestHost } from './host.ts';

/** Knows the insides of `<express-transactions>`, so that its tests need not. */
export class TransactionsHarness {
  readonly element: ExpressTransactions;

  constructor(element: ExpressTransactions) {
    this.element = element;
  }

  static async open(host: TestHost, attributes = ''): Promise<TransactionsHarness> {
    await host.provider(`<express-transactions ${attributes}></express-transactions>`);
    return new TransactionsHarness(the('express-transactions'));
  }

  get #root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  all(selector: string): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>(selector)];
  }

  get(selector: string): HTMLElement {
    const found = this.#root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`There is no ${selector} in <express-transactions>.`);
    return found;
  }

  /** What a part says, white space made plain. */
  text(selector: string): string {
    return this.get(selector).innerText.replace(/\s+/g, ' ').trim();
  }

  get rows(): HTMLElement[] {
    return this.all('.row:not(.skeleton)');
  }

  /** What the chips of the chosen filters say. */
  get chosen(): string[] {
    return this.all('.chip.set .chip-open').map((chip) => chip.innerText.trim());
  }

  ready(): Promise<unknown> {
    return until(
      () => this.element.matches(':state(ready)') && this.all('.busy').length === 0,
      'rows',
    );
  }

  state(name: string): Promise<unknown> {
    return until(() => this.element.matches(`:state(${name})`), `the state “${name}”`);
  }

  /** Types into the search field as a seller does. */
  search(text: string): void {
    const field = this.get('[part=search]') as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  /** Opens a filter's popover. */
  async filter(name: string): Promise<HTMLElement> {
    this.get(`[popovertarget=filter-${name}]`).click();
    return until(
      () => this.all(`#filter-${name}:popover-open form`)[0],
      `the popover of “${name}”`,
    );
  }

  /** Takes off every filter by the link beside the sums, which comes with them. */
  async clearFilters(): Promise<void> {
    const link = await until(() => this.all('.totals .link')[0], 'the sums');
    link.click();
  }

  press(key: string, target: HTMLElement | null = this.focused): void {
    target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }

  get focused(): HTMLElement | null {
    const { activeElement } = this.#root;
    return activeElement instanceof HTMLElement ? activeElement : null;
  }

  /** The place of the focused row. */
  get focusedRow(): number {
    return Number(this.focused?.closest<HTMLElement>('.row')?.dataset['index'] ?? -1);
  }
}
