import './connect-url.ts';
import './market.ts';

await import('@express-elements/elements/express-balance');
