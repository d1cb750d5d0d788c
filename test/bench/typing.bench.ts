/** Whether a page stutters while a seller types into the search of the list. */
import { percentile, rounded, type Bench } from './bench.ts';
import { record } from './support/answers.ts';
import { openSteadyBrowser, tasksDuring, visit } from './support/browser.ts';
import { servePage } from './support/pages.ts';

const ROWS = 100_000;
const ROUNDS = 3;
const words = ['rosen', 'order 72', 'lindqvist', '12.50'];
/** Someone who types quickly. */
const KEY_MS = 70;

const observe = `globalThis.taken = []; globalThis.before = performance.now();
  (function look() { const now = performance.now(); taken.push(now - before); before = now; requestAnimationFrame(look); })();`;

export const bench: Bench = {
  about: 'frames while somebody types into the search',
  async run(report) {
    const files = { 'answers.json': JSON.stringify(await record()) };
    const browser = await openSteadyBrowser();
    const server = await servePage('list-ours', { files });
    const frames: number[][] = [];
    const tasks: number[][] = [];
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        const page = await visit(browser, server.url);
        await page.run(`bench.prepare(${ROWS})`);
        await page.run('bench.first()');
        await page.page.locator('[part="search"]').click();
        await page.run(observe);
        const took = await tasksDuring(browser, async () => {
          for (const word of words) {
            await page.page.keyboard.type(word, { delay: KEY_MS });
            // The list has been asked again by then, and has answered.
            await page.page.waitForTimeout(600);
            await page.page.keyboard.press('ControlOrMeta+A');
          }
        });
        tasks.push(took);
        frames.push(await page.run<number[]>('taken.slice(2)'));
        await page.close();
      }
    } finally {
      await browser.close();
      await server.close();
    }
    const longest = percentile(
      frames.map((each) => Math.max(...each)),
      0.5,
    );
    const p95 = percentile(frames.flat(), 0.95);
    const over = frames.flat().filter((each) => each > 50).length / ROUNDS;
    const ran = tasks.map(([most = 0]) => most);
    const figure = 'longest task while typing, time that it ran';
    report({ figure, value: rounded(Math.max(...ran)), unit: 'ms' });
    report({ figure: 'longest frame while typing', value: rounded(longest), unit: 'ms' });
    report({ figure: 'p95 frame while typing', value: rounded(p95), unit: 'ms' });
    report({ figure: 'frames over 50 ms, a round', value: rounded(over), unit: 'frames' });
  },
};
