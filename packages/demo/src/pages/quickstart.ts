import './connect-url.ts';
import './market.ts';
import '@express-elements/elements/express-provider';
import '@express-elements/elements/express-payments';
import '@express-elements/elements/express-payouts';
import '@express-elements/elements/express-transactions';
import '@express-elements/elements/express-earnings';
