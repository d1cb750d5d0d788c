import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { toolFile } from '../../scripts/process.ts';
import { root } from '../../scripts/root.ts';
import { entriesOf, packageNames } from '../../vite.config.ts';

/** As they will be published: from `dist/`, without the `source` condition and without tsx. */
const entries = packageNames.flatMap((name) =>
  entriesOf(name).map((entry) => ({ ...entry, folder: join(root, 'packages', name) })),
);
const plainEnv = { ...process.env, NODE_OPTIONS: '' };

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly summary?: string;
      readonly description?: string;
    }[];
  }[];
}

describe('the built packages', () => {
  for (const name of packageNames) {
    it(`${name} has nothing that publint objects to`, async () => {
      const pkgDir = join(root, 'packages', name);
      const { messages, pkg } = await publint({ pkgDir, strict: true });
      assert.deepEqual(
        messages.map((message) => formatMessage(message, pkg, { color: false })),
        [],
      );
    });
  }

  it('have a file for each entry, and its declarations', () => {
    const files = entries.flatMap((entry) =>
      [entry.default, entry.types].map((file) => join(entry.folder, file)),
    );
    assert.ok(files.length > 0);
    assert.deepEqual(
      files.filter((file) => !existsSync(file)),
      [],
    );
  });

  it('import in plain Node, elements too, where there is no window', () => {
    const script = `
      const failed = [];
      for (const specifier of JSON.parse(process.argv[1])) {
        try { await import(specifier); } catch (error) { failed.push(specifier + ': ' + error.message); }
      }
      console.log(JSON.stringify({ failed, window: typeof window }));
      process.exit();`;
    const specifiers = JSON.stringify(entries.map((entry) => entry.specifier));
    const args = ['--input-type=module', '-e', script, specifiers];
    const { stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
      env: plainEnv,
    });
    assert.deepEqual(JSON.parse(stdout || JSON.stringify(stderr)), {
      failed: [],
      window: 'undefined',
    });
  });

  it('describe each element in the manifest, with what it is in a sentence', () => {
    const file = join(root, 'packages/elements/dist/custom-elements.json');
    const { modules }: Manifest = JSON.parse(readFileSync(file, 'utf8'));
    const described = modules
      .flatMap(({ declarations }) => declarations ?? [])
      .filter(({ tagName, summary, description }) => tagName && (summary ?? description))
      .map(({ tagName }) => tagName);
    const tags = readdirSync(join(root, 'packages/elements/src/elements')).filter((name) =>
      existsSync(join(root, 'packages/elements/src/elements', name, 'define.ts')),
    );
    assert.deepEqual(described.toSorted(), tags.toSorted());
  });

  it('ship no schema code to browsers', () => {
    const dist = join(root, 'packages/elements/dist');
    const loaders = readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .filter((name) => /valibot|@express-elements\//.test(readFileSync(join(dist, name), 'utf8')));
    assert.deepEqual(loaders, []);
  });

  describe('in a host’s compiler', () => {
    let folder = '';
    before(() => {
      // Inside the repository, so that the packages resolve as they do for a host that installed them.
      folder = mkdtempSync(join(root, '.cache/host-'));
    });
    after(() => rmSync(folder, { recursive: true }));

    it('have types for each entry', () => {
      const lines = entries.map(
        ({ specifier }, index) => `import * as e${index} from '${specifier}';`,
      );
      const names = entries.map((_, index) => `e${index}`);
      writeFileSync(
        join(folder, 'host.ts'),
        `${lines.join('\n')}\nexport const all: object[] = [${names.join(', ')}];\n`,
      );
      const flags =
        '--ignoreConfig --noEmit --strict --target es2022 --module nodenext --moduleResolution nodenext';
      const more = '--lib es2023,dom,dom.iterable,dom.asynciterable --types node --skipLibCheck';
      const args = [toolFile('typescript', 'tsc'), ...`${flags} ${more}`.split(' '), 'host.ts'];
      const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
      assert.equal(stdout, '');
    });
  });
});
