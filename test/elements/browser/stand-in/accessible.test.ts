import { expect } from 'chai';
import 'axe-core';
import type Axe from 'axe-core';
import { all, anOverlay, clear, click, mount, setup, waitFor, waitForText } from './setup.ts';
import type { Bench } from './setup.ts';

const axe = (): typeof Axe => Reflect.get(window, 'axe');

const problems = async (element: Element): Promise<string[]> => {
  const { violations } = await axe().run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
};

const dark = {
  colorPrimary: '#8b8cf8',
  colorBackground: '#14161f',
  colorText: '#eceef6',
  colorSecondaryText: '#a3aac0',
  colorBorder: '#272b3a',
  colorDanger: '#ff8aa8',
};

const money = { standard_payouts: true, edit_payout_schedule: true };

const shown = [
  ['balances', 'Total balance'],
  ['payments', 'Paid with'],
  ['disputes-list', 'Answer by'],
  ['notification-banner', 'Stripe needs'],
  ['account-onboarding', 'Your business'],
  ['account-management', 'Public information'],
  ['documents', 'Stripe draws'],
] as const;

const grant = {
  balances: money,
  payments: { refund_management: true },
  disputes_list: { dispute_management: true },
  notification_banner: {},
  account_onboarding: {},
  account_management: {},
  documents: {},
};

describe('accessibility of the stand-in', () => {
  let bench: Bench | undefined;
  afterEach(() => clear(bench));

  for (const [look, variables] of [
    ['light', {}],
    ['dark', dark],
  ] as const)
    it(`axe finds nothing wrong, ${look}`, async () => {
      bench = setup({ seller: 'DE', grant, appearance: { variables } });
      for (const [tag, text] of shown) {
        const element = mount(bench, tag);
        await waitForText(element, text);
        expect(await problems(element), tag).to.deep.equal([]);
        element.remove();
      }
    });

  it('axe finds nothing wrong in an overlay and its form', async () => {
    bench = setup({ seller: 'US', grant });
    const list = mount(bench, 'payments');
    const row = await waitFor(
      () => all(list.shadowRoot ?? document, 'tr:has(.badge.success)')[0],
      'a payment',
    );
    row.click();
    const box = await anOverlay();
    await waitForText(box, 'Timeline');
    await Promise.all((box.shadowRoot ?? document).getAnimations().map((one) => one.finished));
    expect(await problems(box)).to.deep.equal([]);
    await click(box, 'Refund');
    await waitForText(box, 'Refund payment');
    expect(await problems(box)).to.deep.equal([]);
  });
});
