import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withoutInline } from '../../scripts/build/strict-pages.ts';
import { withPublishedImports } from '../../scripts/build/types.ts';
import { entriesOf, manifestOf, packageNames } from '../../vite.config.ts';

describe('withPublishedImports', () => {
  const cases = [
    ["import type { Row } from './row.ts';", "import type { Row } from './row.js';"],
    ["export * from '../a/b.ts';", "export * from '../a/b.js';"],
    ['type A = import("./a.ts").A;', 'type A = import("./a.js").A;'],
    ["import './define.ts';", "import './define.js';"],
    ["import type Stripe from 'stripe';", "import type Stripe from 'stripe';"],
    ["/** See './row.ts'. */", "/** See './row.ts'. */"],
    ["import x from 'chart.ts';", "import x from 'chart.ts';"],
  ] as const;
  for (const [text, wanted] of cases) {
    it(`reads ${text}`, () => assert.equal(withPublishedImports(text), wanted));
  }
});

describe('withoutInline', () => {
  const page =
    '<head><style media="x">p { margin: 0 }</style><script src="./a.js"></script>' +
    '<script type="module">go();\n</script><script>go();\n</script></head>';
  const { html, files } = withoutInline(page);

  it('leaves nothing inline, and scripts that are files as they are', () => {
    assert.doesNotMatch(html, /<style|go\(\)/);
    assert.match(html, /<script src="\.\/a\.js"><\/script>/);
    assert.match(html, /<script type="module" src="\.\/inline-\w+\.js"><\/script>/);
    assert.match(html, /<link rel="stylesheet" href="\.\/inline-\w+\.css">/);
  });

  it('gives the files what stood inline, one file for the same text', () => {
    assert.deepEqual([...files.values()].toSorted(), ['go();\n', 'p { margin: 0 }']);
  });
});

describe('the entries of a package', () => {
  it('have declarations where the build puts them: as a tree like the sources', () => {
    for (const name of packageNames) {
      for (const entry of entriesOf(name)) {
        const path = entry.source.replace('./src/', '').replace(/\.ts$/, '');
        assert.equal(entry.types, `./dist/types/${path}.d.ts`, entry.specifier);
      }
    }
  });

  it('are the class, the definition and all of them, for elements', () => {
    const keys = Object.keys(manifestOf('elements').exports);
    for (const key of ['./all', './*', './*/element']) assert.ok(keys.includes(key), key);
  });
});
