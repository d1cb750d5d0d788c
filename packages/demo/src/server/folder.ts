/** The demo's folder: who may use it, and files in it that are either whole or not there. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { SettingError } from './settings.ts';

/** Writes a small file so that a kill leaves the old one or the new one, never half of it. */
export function writeWhole(path: string, text: string): void {
  const draft = `${path}.new`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

interface Holder {
  readonly pid: number;
  /** When that process began, in the kernel's ticks: a later process may get the same number. Null where not known. */
  readonly began: string | null;
}

/** When a process began. Only Linux says so in a file; elsewhere the number alone has to do. */
function beganOf(pid: number): string | null {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return null;
  const stat = readFileSync(path, 'utf8');
  // The program's name stands in parentheses and may hold anything, so the fields are counted after it.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process answers EPERM: it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function holderOf(path: string): Holder | null {
  if (!existsSync(path)) return null;
  const [pid, began = ''] = readFileSync(path, 'utf8').trim().split(' ');
  const holder = { pid: Number(pid), began: began === '' ? null : began };
  const same = holder.pid > 0 && isRunning(holder.pid) && beganOf(holder.pid) === holder.began;
  return same ? holder : null;
}

/** Takes the lock file, or gives the running process that has it. */
function take(path: string): Holder | null {
  const holder = holderOf(path);
  if (holder !== null) return holder;
  rmSync(path, { force: true });
  const file = openSync(path, 'wx', 0o600);
  writeSync(file, `${process.pid} ${beganOf(process.pid) ?? ''}\n`);
  closeSync(file);
  return null;
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * Makes the folder and holds it for this process; the way to let go of it is returned.
 * Two demos on one folder would write two histories into one journal.
 */
export function holdFolder(folder: string): () => void {
  const lock = join(folder, 'demo.lock');
  let holder: Holder | null;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    holder = take(lock);
  } catch (cause) {
    throw new SettingError(
      'EXPRESS_DATA',
      `EXPRESS_DATA: the folder ${folder} cannot be written (${reason(cause)}).`,
      { cause },
    );
  }
  if (holder !== null) {
    throw new SettingError(
      'EXPRESS_DATA',
      `A demo is running on this folder already (process ${holder.pid}): stop it, or set EXPRESS_DATA ` +
        `to a folder other than ${folder} and PORT to another port.`,
    );
  }
  return () => rmSync(lock, { force: true });
}
