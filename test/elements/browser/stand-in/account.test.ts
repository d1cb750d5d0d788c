import { expect } from 'chai';
import type Stripe from 'stripe';
import {
  all,
  anOverlay,
  button,
  clear,
  click,
  fill,
  mount,
  overlay,
  setup,
  waitFor,
  waitForText,
} from './setup.ts';
import type { Bench } from './setup.ts';

const collecting = { external_account_collection: true };

/** Fills what a form asks for; files may stay out. */
const answer = async (element: Element): Promise<void> => {
  await waitFor(() => button(element, 'Submit'), 'the form');
  for (const field of all(element.shadowRoot ?? document, 'input:not([type=file])'))
    await fill(
      element,
      field.getAttribute('name') ?? '',
      field.getAttribute('type') === 'date' ? '1980-02-03' : 'x',
    );
};

describe('account components of the stand-in', () => {
  let bench: Bench | undefined;
  afterEach(() => clear(bench));

  const banner = async (seller: 'US' | 'DE') => {
    bench = setup({ seller, grant: { notification_banner: collecting } });
    const told: { total: number; actionRequired: number }[] = [];
    const element = bench.instance.create('notification-banner');
    element.setOnNotificationsChange((count) => told.push(count));
    document.body.append(element);
    await waitFor(() => told.length > 0, 'the number of notices');
    return { element, told };
  };

  it('the banner has no height when nothing is due', async () => {
    const { element, told } = await banner('US');
    expect(told).to.deep.equal([{ total: 0, actionRequired: 0 }]);
    expect(element.getBoundingClientRect().height).to.equal(0);
  });

  it('the banner says what is due, and goes once it is answered', async () => {
    const { element, told } = await banner('DE');
    await waitForText(element, 'Stripe needs');
    expect(element.getBoundingClientRect().height).to.be.greaterThan(30);
    await click(element, 'Resolve');
    const box = await anOverlay();
    await waitForText(box, 'What Stripe needs');
    await answer(box);
    await click(box, 'Submit');
    await waitFor(() => !overlay(), 'the form to close');
    await waitFor(() => told.at(-1)?.total === 0, 'no notices');
    expect(element.getBoundingClientRect().height).to.equal(0);
    const account = await bench?.read<Stripe.Account>(`/v1/accounts/${bench.account}`);
    expect(account?.requirements?.currently_due).to.deep.equal([]);
  });

  it('the banner says that a bank account bounced, and takes another', async () => {
    bench = setup({ seller: 'US', grant: { notification_banner: collecting } });
    await bench.sandbox.failPayout(bench.account);
    const element = mount(bench, 'notification-banner');
    await click(element, 'Replace bank account');
    const box = await anOverlay();
    await fill(box, 'holder', 'Cedar & Salt');
    await fill(box, 'routing', '110000000');
    await fill(box, 'number', '000222222227');
    await click(box, 'Save');
    await waitFor(() => element.getBoundingClientRect().height === 0, 'no notices');
  });

  it('onboarding goes step by step and says so', async () => {
    bench = setup({ seller: 'DE', grant: { account_onboarding: collecting } });
    const told: string[] = [];
    const element = bench.instance.create('account-onboarding');
    element.setOnStepChange(({ step }) => told.push(step));
    element.setOnExit(() => told.push('exit'));
    element.setFullTermsOfServiceUrl('https://example.com/terms');
    document.body.append(element);
    await click(element, 'Continue');
    await answer(element);
    await click(element, 'Submit');
    await click(element, 'Continue');
    await waitForText(element, 'All set');
    const terms = await waitFor(() => all(element.shadowRoot ?? document, 'a')[0], 'the terms');
    expect(terms.getAttribute('href')).to.equal('https://example.com/terms');
    await click(element, 'Done');
    expect(told).to.deep.equal([
      'business_details',
      'representative_details',
      'external_account',
      'summary',
      'exit',
    ]);
  });

  it('management shows the account and saves what is changed', async () => {
    bench = setup({ grant: { account_management: collecting } });
    const opened: string[] = [];
    const element = bench.instance.create('account-management');
    element.setOnSectionOpen(({ sectionName }) => opened.push(sectionName));
    document.body.append(element);
    await waitForText(element, 'Public information');
    await waitForText(element, 'Automatic, every business day');
    const edit = await waitFor(
      () => all(element.shadowRoot ?? document, '[aria-label="Edit: Public information"]')[0],
      'the edit button',
    );
    edit.click();
    await fill(element, 'support_phone', '+12125550199');
    await click(element, 'Save');
    await waitForText(element, '+12125550199');
    expect(opened).to.deep.equal(['public_information']);
    const account = await bench.read<Stripe.Account>(`/v1/accounts/${bench.account}`);
    expect(account.business_profile?.support_phone).to.equal('+12125550199');
  });
});
