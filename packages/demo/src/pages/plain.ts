import './connect-url.ts';
import './market.ts';
import '@express-elements/elements/express-balance';
