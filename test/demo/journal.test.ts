import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { openJournal, readJournal } from '../../packages/demo/src/server/journal.ts';
import { property } from '../support/runs.ts';

describe('the journal', () => {
  let folder = '';
  let path = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'journal-'));
    path = join(folder, 'journal.jsonl');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const reopened = () => {
    const { journal, ...rest } = openJournal<object>(path);
    journal.close();
    return rest;
  };

  it('gives back what was appended', () => {
    const { journal } = openJournal<object>(path);
    journal.append({ seconds: 60 });
    journal.append({ text: 'naïve 東京 "\n' });
    journal.close();
    assert.deepEqual(reopened(), {
      entries: [{ seconds: 60 }, { text: 'naïve 東京 "\n' }],
      torn: false,
    });
  });

  it('drops a last line that was not finished, and goes on after the one before', () => {
    writeFileSync(path, '{"a":1}\n{"b":"東');
    const { journal, entries, torn } = openJournal<object>(path);
    assert.deepEqual([entries, torn], [[{ a: 1 }], true]);
    journal.append({ c: 3 });
    journal.close();
    assert.equal(readFileSync(path, 'utf8'), '{"a":1}\n{"c":3}\n');
  });

  it('keeps a last line that is whole but for its end', () => {
    writeFileSync(path, '{"a":1}\n{"b":2}');
    const { journal, entries, torn } = openJournal<object>(path);
    assert.deepEqual([entries, torn], [[{ a: 1 }, { b: 2 }], false]);
    journal.append({ c: 3 });
    journal.close();
    assert.equal(readFileSync(path, 'utf8'), '{"a":1}\n{"b":2}\n{"c":3}\n');
  });

  it('does not guess at a broken line in the middle', () => {
    assert.throws(() => readJournal('{"a":1}\n{"b"\n{"c":3}\n'), /Line 2 cannot be read/);
    assert.throws(() => readJournal('{"a":1}\n{"b"\n'), /Line 2 cannot be read/);
  });

  it('holds every finished entry wherever a kill cut it', () => {
    const entry = fc.record(
      { text: fc.string({ unit: 'grapheme' }), number: fc.integer() },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), fc.nat(), (entries, at) => {
        const whole = Buffer.from(entries.map((each) => `${JSON.stringify(each)}\n`).join(''));
        const cut = whole.subarray(0, at % (whole.length + 1));
        writeFileSync(path, cut);
        const kept = reopened().entries;
        const finished = cut.filter((byte) => byte === 10).length;
        assert.ok(kept.length === finished || kept.length === finished + 1);
        assert.deepEqual(kept, entries.slice(0, kept.length));
        assert.deepEqual(reopened(), { entries: kept, torn: false });
      }),
      property(200),
    );
  });
});
