/** Our chart beside bare Chart.js: the same figures, the same kind of bars, by turns in one page. */
import { percentile, rounded, type Bench } from './bench.ts';
import { record } from './support/answers.ts';
import { openQuickBrowser, visit } from './support/browser.ts';
import { servePage } from './support/pages.ts';

const POINTS = 400;
const TURNS = 30;

export const bench: Bench = {
  about: `from ${POINTS} points to pixels, beside bare Chart.js`,
  async run(report) {
    const files = { 'answers.json': JSON.stringify(await record(1)) };
    const browser = await openQuickBrowser();
    const server = await servePage('chart', { files });
    try {
      // Without motion: with it both would take as long as it is set to take.
      const page = await visit(browser, server.url, { reducedMotion: 'reduce' });
      const { ours, bare } = await page.run<{ ours: number[]; bare: number[] }>(
        `bench.compare(${POINTS}, ${TURNS})`,
      );
      const [own, peer] = [percentile(ours, 0.5), percentile(bare, 0.5)];
      report({ figure: 'express-earnings, median', value: rounded(own), unit: 'ms' });
      report({ figure: 'Chart.js, median', value: rounded(peer), unit: 'ms' });
      const figure = `data to pixels, ${POINTS} points`;
      report({ figure, value: rounded(own / peer), unit: 'x', peer: 'bare Chart.js' });
    } finally {
      await browser.close();
      await server.close();
    }
  },
};
