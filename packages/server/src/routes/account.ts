import { routes, type AccountAnswer } from '@express-elements/contract';
import { Hono } from 'hono';
import type Stripe from 'stripe';
import { capabilitiesOf } from '../roles/capabilities.ts';
import { grantedComponents } from '../roles/features.ts';
import { ledgerAccount } from '../stripe/accounts.ts';
import type { Platform } from '../stripe/platform.ts';
import type { Env, Host, PlatformWords } from './host.ts';

const dashboards = ['express', 'full', 'none'] as const;

/** Which dashboard of Stripe's the account has. Older accounts say it by their type alone. */
export function dashboardOf(account: Stripe.Account): AccountAnswer['account']['dashboard'] {
  const said = account.controller?.stripe_dashboard?.type;
  const known = dashboards.find((dashboard) => dashboard === said);
  if (known) return known;
  return account.type === 'express' ? 'express' : account.type === 'standard' ? 'full' : 'none';
}

function accountFacts(account: Stripe.Account): AccountAnswer['account'] {
  const { timeZone, defaultCurrency } = ledgerAccount(account);
  const { requirements } = account;
  return {
    id: account.id,
    display_name:
      account.settings?.dashboard.display_name ?? account.business_profile?.name ?? null,
    country: account.country ?? '',
    default_currency: defaultCurrency,
    time_zone: timeZone,
    dashboard: dashboardOf(account),
    payouts_enabled: account.payouts_enabled,
    charges_enabled: account.charges_enabled,
    disabled_reason: requirements?.disabled_reason ?? null,
    requirements: {
      due: requirements?.currently_due?.length ?? 0,
      past_due: requirements?.past_due?.length ?? 0,
      deadline: requirements?.current_deadline ?? null,
    },
  };
}

const platformFacts = (platform: Platform, words: PlatformWords): AccountAnswer['platform'] => ({
  display_name: words.displayName ?? platform.displayName,
  icon_url: words.iconUrl ?? null,
  support_url: words.supportUrl ?? platform.supportUrl,
});

/** `GET /account`: all that native elements need, without a Stripe session. */
export const account = (host: Host) =>
  new Hono<Env>().get(routes.account.path, async (c) => {
    const { account: id, role: name } = c.get('visitor');
    const role = c.get('role');
    const [platform, stripeAccount] = await Promise.all([host.ready(), host.accounts.state(id)]);
    const facts = accountFacts(stripeAccount);
    const components = grantedComponents(role.components, host.features);
    return c.json({
      account: facts,
      platform: platformFacts(platform, host.platformWords),
      livemode: platform.livemode,
      role: name,
      capabilities: capabilitiesOf(role, host.ledger.capabilities, {
        hasExpressDashboard: facts.dashboard === 'express',
        components: Object.keys(components),
      }),
    } satisfies AccountAnswer);
  });
