/**
 * The endpoint's export is for programs: English column names, ISO times, decimal points. What a seller opens in a
 * spreadsheet is in their words and number format. Rewritten row by row while it streams. Pure.
 */

/** Splits CSV into rows as it arrives; a chunk may end anywhere, within a quoted field too. */
export class CsvReader {
  #row: string[] = [];
  #field = '';
  #quoted = false;
  /** A quote inside a quoted field: it ends the field unless another follows. */
  #pending = false;

  /** The rows that this chunk completed. */
  read(chunk: string): string[][] {
    const rows: string[][] = [];
    for (const letter of chunk) {
      if (this.#pending && letter !== '"') {
        this.#quoted = false;
        this.#pending = false;
      }
      if (this.#quoted) this.#inside(letter);
      else this.#outside(letter, rows);
    }
    return rows;
  }

  /** The last row, where the file does not end with a line break. */
  end(): string[][] {
    if (this.#row.length === 0 && this.#field === '') return [];
    const row = [...this.#row, this.#field];
    this.#row = [];
    this.#field = '';
    return [row];
  }

  #inside(letter: string): void {
    if (letter !== '"') this.#field += letter;
    else if (this.#pending) {
      this.#field += '"';
      this.#pending = false;
    } else this.#pending = true;
  }

  #outside(letter: string, rows: string[][]): void {
    if (letter === '"' && this.#field === '') this.#quoted = true;
    else if (letter === ',') this.#next();
    else if (letter === '\n') {
      this.#next();
      rows.push(this.#row);
      this.#row = [];
    } else if (letter !== '\r') this.#field += letter;
  }

  #next(): void {
    this.#row.push(this.#field);
    this.#field = '';
  }
}

/** A spreadsheet would run what begins so; a number may. */
const dangerous = /^[=+@\t\r]|^-(?![\d.,]+$)/;

/** @example harmless('=1+1') // "'=1+1" */
export const harmless = (text: string): string => (dangerous.test(text) ? `'${text}` : text);

/** @example writeField('=1+1', ',') // "'=1+1" */
export function writeField(text: string, separator: string): string {
  const safe = harmless(text);
  return /["\r\n]/.test(safe) || safe.includes(separator)
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}

export const writeRow = (row: readonly string[], separator: string): string =>
  `${row.map((field) => writeField(field, separator)).join(separator)}\r\n`;
