import type { Capabilities } from '@express-elements/contract';
import type { Ledger } from '../ledger/ledger.ts';
import { kindsOf, type Role } from './roles.ts';

/** What a role may do here: what the ledger can, without what the role may not. */
export function capabilitiesOf(
  role: Role,
  ledger: Ledger['capabilities'],
  account: { readonly hasExpressDashboard: boolean; readonly components: readonly string[] },
): Capabilities {
  const { transactions, earnings, activity } = ledger;
  const reads = role.transactions !== false || role.earnings;
  const kinds = kindsOf(role);
  return {
    account_session: account.components.length > 0,
    components: [...account.components],
    login_link: role.login_link && account.hasExpressDashboard,
    balance: role.balance,
    transactions:
      role.transactions === false || transactions === null
        ? null
        : { ...transactions, export: transactions.export && role.export },
    earnings: role.earnings ? earnings : null,
    activity: kinds.length > 0 ? { kinds: [...kinds], ...activity } : null,
    sync: ledger.sync && reads,
    live: role.balance || reads || kinds.length > 0 ? ledger.live : null,
  };
}
