import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * An exclusive lock file. PGlite lets two processes open one folder without a word and loses rows, so the lock is
 * taken before the folder is opened. A lock whose process is gone (a SIGKILL, a power cut) is taken over.
 */
export interface Lock {
  release(): void;
}

interface Holder {
  readonly pid: number;
  /** Tells a process from a later one with the same pid; null where the system doesn't say. */
  readonly started: string | null;
}

/** Thrown where a living process holds the lock. */
export class LockedError extends Error {
  readonly pid: number;

  constructor(pid: number) {
    super(`Process ${pid} holds the lock.`);
    this.name = 'LockedError';
    this.pid = pid;
  }
}

const isSystemError = (error: unknown, code: string): boolean =>
  error instanceof Error && Reflect.get(error, 'code') === code;

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT') || isSystemError(error, 'ESRCH')) return null;
    throw error;
  }
}

/** Boot and start time of a process on Linux: in a container every start has the same pid. */
function startOf(pid: number): string | null {
  const boot = textOf('/proc/sys/kernel/random/boot_id');
  const stat = textOf(`/proc/${pid}/stat`);
  // The command in parentheses may hold spaces; field 22 is the 20th after it.
  const started = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  return boot && started ? `${boot.trim()}:${started}` : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return isSystemError(error, 'EPERM');
  }
}

function holderOf(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const [pid, started] = [Reflect.get(value, 'pid'), Reflect.get(value, 'started')];
    if (!Number.isSafeInteger(pid)) return null;
    return { pid, started: typeof started === 'string' ? started : null };
  } catch {
    // Written halfway when the power went: nobody holds it.
    return null;
  }
}

const holds = (holder: Holder): boolean =>
  isAlive(holder.pid) && (holder.started === null || holder.started === startOf(holder.pid));

/** Puts our finished file in place at once, so that nobody ever reads half of it. False where one stands there. */
function place(path: string, text: string): boolean {
  const own = `${path}.${randomUUID()}`;
  writeFileSync(own, text, { flag: 'wx' });
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Takes a dead process's lock away, unless somebody was quicker: then what we moved is theirs, and goes back. */
function removeStale(path: string, stale: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return;
    throw error;
  }
  if (textOf(aside) !== stale) linkSync(aside, path);
  rmSync(aside, { force: true });
}

const TRIES = 5;

/** Takes the lock or throws: `LockedError` where a living process has it, the system's error where it can't write. */
export function lock(path: string): Lock {
  const text = JSON.stringify({
    pid: process.pid,
    started: startOf(process.pid),
    id: randomUUID(),
  });
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (place(path, text)) return held(path, text);
    const found = textOf(path);
    if (found === null) continue;
    const holder = holderOf(found);
    if (holder && holds(holder)) throw new LockedError(holder.pid);
    removeStale(path, found);
  }
  throw new Error(`Failed to take the lock ${path}: other processes keep taking it.`);
}

function held(path: string, text: string): Lock {
  const release = (): void => {
    process.off('exit', release);
    // Only our own: after a takeover it is somebody else's.
    if (textOf(path) === text) rmSync(path, { force: true });
  };
  process.on('exit', release);
  return { release };
}
