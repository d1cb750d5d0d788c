import { AccountManagementPane } from './components/account-management.ts';
import { AccountOnboardingPane } from './components/account-onboarding.ts';
import { AddMoneyForm } from './components/add-money.ts';
import { BalancesPane } from './components/balances.ts';
import { BankForm } from './components/bank.ts';
import { DetailsPane } from './components/details.ts';
import { DisputeForm } from './components/dispute.ts';
import { DisputesPane, PaymentDisputesPane } from './components/disputes.ts';
import { NotificationBannerPane } from './components/notification-banner.ts';
import { PayOutForm } from './components/pay-out.ts';
import { PaymentFilters } from './components/payment-filters.ts';
import { PaymentPane } from './components/payment.ts';
import { PaymentsPane } from './components/payments.ts';
import { PayoutListPane } from './components/payout-list.ts';
import { PayoutPane } from './components/payout.ts';
import { PlaceholderPane } from './components/placeholder.ts';
import { RefundForm } from './components/refund.ts';
import { RequirementsForm } from './components/requirements.ts';
import { ScheduleForm } from './components/schedule.ts';
import { Overlay } from './shared/overlay.ts';
import { commonSetters, Shell } from './shell.ts';
import type { TagRow } from './shell.ts';
import { tags } from './tags.ts';

const parts: readonly (CustomElementConstructor & { readonly tag: string })[] = [
  Overlay,
  AccountManagementPane,
  AccountOnboardingPane,
  AddMoneyForm,
  BalancesPane,
  BankForm,
  DetailsPane,
  DisputeForm,
  DisputesPane,
  NotificationBannerPane,
  PaymentDisputesPane,
  PaymentFilters,
  PaymentPane,
  PaymentsPane,
  PayoutListPane,
  PayoutPane,
  PayOutForm,
  PlaceholderPane,
  RefundForm,
  RequirementsForm,
  ScheduleForm,
];

/** The class of a tag: connect-js calls `<setter>InternalOnly` for each of its setters. */
const classOf = (row: TagRow): CustomElementConstructor => {
  class Tag extends Shell {
    constructor() {
      super(row);
    }
  }
  for (const setter of [...commonSetters, ...row.setters])
    Object.defineProperty(Tag.prototype, `${setter}InternalOnly`, {
      value(this: Shell, value: unknown) {
        this.set(setter, value);
      },
    });
  return Tag;
};

/** Defines every tag once, however often the script runs on a page. */
export const defineAll = (registry: CustomElementRegistry): void => {
  const all: [string, () => CustomElementConstructor][] = [
    ...parts.map((part): [string, () => CustomElementConstructor] => [part.tag, () => part]),
    ...tags.map((row): [string, () => CustomElementConstructor] => [
      `stripe-connect-${row.name}`,
      () => classOf(row),
    ]),
  ];
  for (const [tag, make] of all) if (!registry.get(tag)) registry.define(tag, make());
};
