import './connect-url.ts';
import './market.ts';

await Promise.all([
  import('@express-elements/elements/activity-hub'),
  import('@express-elements/elements/express-balance'),
  import('@express-elements/elements/express-earnings'),
  import('@express-elements/elements/express-login-link'),
  import('@express-elements/elements/express-notification-banner'),
  import('@express-elements/elements/express-payments'),
  import('@express-elements/elements/express-payouts'),
  import('@express-elements/elements/express-transactions'),
]);
