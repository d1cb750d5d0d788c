import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { holdFolder, writeWhole } from '../../packages/demo/src/server/folder.ts';
import { SettingError } from '../../packages/demo/src/server/settings.ts';

const about =
  (pattern: RegExp) =>
  (error: unknown): boolean =>
    error instanceof SettingError &&
    error.setting === 'EXPRESS_DATA' &&
    pattern.test(error.message);

describe("the demo's folder", () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'demo-folder-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const lock = () => join(folder, 'demo.lock');

  it('is made, held by one process, and let go of', () => {
    const inner = join(folder, 'a', 'b');
    const letGo = holdFolder(inner);
    assert.throws(() => holdFolder(inner), about(new RegExp(`process ${process.pid}\\).*PORT`)));
    letGo();
    holdFolder(inner)();
    assert.equal(existsSync(join(inner, 'demo.lock')), false);
  });

  it('is taken over from a process that is gone', () => {
    writeFileSync(lock(), '999999999 1\n');
    holdFolder(folder)();
  });

  it('is taken over where a later process got the number of the one that is gone', () => {
    writeFileSync(lock(), `${process.pid} 1\n`);
    const letGo = holdFolder(folder);
    assert.match(readFileSync(lock(), 'utf8'), new RegExp(`^${process.pid} `));
    letGo();
  });

  it('is taken over where the lock was cut short', () => {
    writeFileSync(lock(), '');
    holdFolder(folder)();
  });

  it('says so where it cannot be written', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    assert.throws(() => holdFolder(join(file, 'data')), about(/EXPRESS_DATA.*cannot be written/));
  });

  it('keeps small files whole', () => {
    const path = join(folder, 'world.json');
    writeWhole(path, 'one');
    writeWhole(path, 'two');
    assert.equal(readFileSync(path, 'utf8'), 'two');
    assert.equal(existsSync(`${path}.new`), false);
  });
});
