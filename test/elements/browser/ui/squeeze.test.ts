import { expect } from 'chai';
import type { CSSResult } from 'lit';
import { squeezeCss, squeezeHtml } from '../../../../scripts/build/templates.ts';
import { balanceStyles } from '../../../../packages/elements/src/elements/express-balance/express-balance.styles.ts';
import { dashboardStyles } from '../../../../packages/elements/src/elements/express-dashboard/express-dashboard.styles.ts';
import { earningsStyles } from '../../../../packages/elements/src/elements/express-earnings/express-earnings.styles.ts';
import { transactionsStyles } from '../../../../packages/elements/src/elements/express-transactions/express-transactions.styles.ts';
import { hubStyles } from '../../../../packages/elements/src/elements/activity-hub/activity-hub.styles.ts';
import { detailsStyles } from '../../../../packages/elements/src/elements/express-transactions/details.styles.ts';
import { formStyles } from '../../../../packages/elements/src/ui/form.styles.ts';
import { drawerStyles } from '../../../../packages/elements/src/ui/drawer.styles.ts';
import { themeStyles } from '../../../../packages/elements/src/theme/index.ts';
import * as ui from '../../../../packages/elements/src/ui/index.ts';

/** The sheet as the browser understood it. What has a `var()` in it the browser keeps as it was written. */
function understood(text: string): string {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules]
    .map((rule) => rule.cssText)
    .join('\n')
    .replaceAll(/,\s+/g, ',');
}

const sheets: Readonly<Record<string, CSSResult>> = {
  theme: themeStyles,
  base: ui.baseStyles,
  card: ui.cardStyles,
  chip: ui.chipStyles,
  choice: ui.choiceStyles,
  segmented: ui.segmentedStyles,
  form: formStyles,
  float: ui.floatStyles,
  drawer: drawerStyles,
  details: detailsStyles,
  states: ui.stateStyles,
  balance: balanceStyles,
  dashboard: dashboardStyles,
  earnings: earningsStyles,
  transactions: transactionsStyles,
  hub: hubStyles,
};

describe('a style sheet as it is published', () => {
  for (const [name, { cssText }] of Object.entries(sheets))
    it(`says the same to the browser: ${name}`, () => {
      const squeezed = squeezeCss(cssText);
      expect(squeezed.length).to.be.below(cssText.length);
      expect(understood(squeezed)).to.equal(understood(cssText));
    });

  it('keeps what spaces mean', () => {
    expect(squeezeCss('a :hover , b > c { x: calc(1px + 2px); }')).to.equal(
      'a :hover,b>c{x:calc(1px + 2px)}',
    );
    expect(squeezeCss("a::before { content: ' /* ; */ ' } /* no */ b { }")).to.equal(
      "a::before{content:' /* ; */ '}b{}",
    );
  });
});

describe('markup as it is published', () => {
  it('has nothing around blocks and within drawings, where white space is a node and draws nothing', () => {
    expect(
      squeezeHtml('<div\n  class="a"\n>\n  <b>c</b>\n  <b>d</b>\n  <div>\n</div>\n</div>'),
    ).to.equal('<div class="a"><b>c</b> <b>d</b><div></div></div>');
    expect(squeezeHtml('<button>\n  a <b>b</b>\n</button>\n<i></i>')).to.equal(
      '<button>a <b>b</b></button> <i></i>',
    );
    expect(squeezeHtml('<svg>\n  <path d="M0 0" />\n</svg>\n')).to.equal(
      '<svg><path d="M0 0" /></svg> ',
    );
  });

  it('has one space for many, and none within a tag’s end', () => {
    expect(squeezeHtml('<p\n  class="a  b"\n  >\n  <b>c</b>\n</p\n>')).to.equal(
      '<p class="a b"> <b>c</b> </p>',
    );
  });

  it('keeps a space that cannot break a line', () => {
    expect(squeezeHtml('••••\u00a0 ')).to.equal('••••\u00a0 ');
  });

  it('has no place where white space is kept', () => {
    expect(() => squeezeHtml('<pre>\n a</pre>')).to.throw('Failed to squeeze');
  });
});
