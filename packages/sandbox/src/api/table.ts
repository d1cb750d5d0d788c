import { accountRoutes } from './routes/accounts.ts';
import { applicationFeeRoutes } from './routes/application-fees.ts';
import { balanceRoutes } from './routes/balance.ts';
import { balanceSettingsRoutes } from './routes/balance-settings.ts';
import { chargeRoutes } from './routes/charges.ts';
import { disputeRoutes } from './routes/disputes.ts';
import { externalAccountRoutes } from './routes/external-accounts.ts';
import { payoutRoutes } from './routes/payouts.ts';
import { platformTable } from './routes/platform.ts';
import { refundRoutes } from './routes/refunds.ts';
import { sandboxTable } from './routes/sandbox.ts';
import { topupRoutes } from './routes/topups.ts';
import { transferRoutes } from './routes/transfers.ts';

/** Every route there is. */
export const routes = [
  ...accountRoutes,
  ...externalAccountRoutes,
  ...balanceRoutes,
  ...balanceSettingsRoutes,
  ...payoutRoutes,
  ...topupRoutes,
  ...chargeRoutes,
  ...refundRoutes,
  ...disputeRoutes,
  ...transferRoutes,
  ...applicationFeeRoutes,
  ...platformTable,
  ...sandboxTable,
];
