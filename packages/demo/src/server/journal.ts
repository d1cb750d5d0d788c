/** A file of JSON lines that only grows: what stands in it was on the disk before anyone heard of it. */
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync,
} from 'node:fs';

export interface Journal<T> {
  append(entry: T): void;
  close(): void;
}

export interface JournalContents {
  readonly entries: readonly unknown[];
  /** Bytes that hold whole entries; what comes after is a line that a killed process left unfinished. */
  readonly whole: number;
  /** The last entry is whole but its line end was not written any more. */
  readonly unended: boolean;
}

function parse(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new Error(`Line ${number} cannot be read.`, { cause });
  }
}

/** The last line has no end: a whole object was written all the same, a part of one is nothing. */
function parseTail(line: string): { entry: unknown } | null {
  try {
    return { entry: JSON.parse(line) };
  } catch {
    return null;
  }
}

/**
 * What a journal's text holds. Only a last line without its line end may be incomplete (the process was killed
 * while it wrote); any other line that can't be read throws, for something else has touched the file.
 */
export function readJournal(text: string): JournalContents {
  const lines = text.split('\n');
  const tail = lines.pop() ?? '';
  const entries = lines.map((line, index) => parse(line, index + 1));
  const last = tail === '' ? null : parseTail(tail);
  const ended = Buffer.byteLength(text) - Buffer.byteLength(tail);
  if (last === null) return { entries, whole: ended, unended: false };
  return {
    entries: [...entries, last.entry],
    whole: ended + Buffer.byteLength(tail),
    unended: true,
  };
}

/**
 * Opens (or makes) the journal, mends its end, and gives what it holds.
 * An append returns when the entry is on the disk.
 */
export function openJournal<T>(path: string): {
  journal: Journal<T>;
  entries: readonly unknown[];
  torn: boolean;
} {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const { entries, whole, unended } = readJournal(text);
  const torn = whole < Buffer.byteLength(text);
  if (torn) truncateSync(path, whole);
  const file = openSync(path, 'a', 0o600);
  const write = (line: string) => {
    writeSync(file, line);
    fdatasyncSync(file);
  };
  if (unended) write('\n');
  const journal: Journal<T> = {
    append: (entry) => write(`${JSON.stringify(entry)}\n`),
    close: () => closeSync(file),
  };
  return { journal, entries, torn };
}
