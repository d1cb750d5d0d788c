/**
 * `npm run screens [-- demo|stories|languages] [NAME]`: pictures of the demo's pages and of each story, light and dark,
 * 390 and 1280 px wide, and of the native elements in each language, in `docs/screens`. NAME keeps those whose name holds it. Fails where a page complained.
 */
import { openBrowser } from '../test/support/browser.ts';
import { runNode, nodeFlags } from './process.ts';
import { takeDemo } from './screens/demo.ts';
import { takeLanguages, takeStories } from './screens/stories.ts';

const kinds = ['demo', 'stories', 'languages'];
const args = process.argv.slice(2);
const asked = args.filter((arg) => kinds.includes(arg));
const names = args.filter((arg) => !kinds.includes(arg));
const takes = (kind: string): boolean => asked.length === 0 || asked.includes(kind);
const only = (name: string): boolean =>
  names.length === 0 || names.some((part) => name.includes(part));

const browser = await openBrowser();
try {
  const complaints: string[] = [];
  if (takes('demo')) {
    const { code } = await runNode([
      ...nodeFlags,
      'scripts/build.ts',
      '--if-stale',
      'connect',
      'demo',
    ]);
    if (code !== 0) throw new Error('Failed to build the demo.');
    complaints.push(...(await takeDemo(browser, only)));
  }
  if (takes('stories')) complaints.push(...(await takeStories(browser, only)));
  if (takes('languages')) complaints.push(...(await takeLanguages(browser, only)));
  for (const complaint of complaints) console.error(complaint);
  process.exitCode = complaints.length > 0 ? 1 : 0;
} finally {
  await browser.close();
}
