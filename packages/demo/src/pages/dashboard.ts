import './connect-url.ts';
import './market.ts';

// After the line above has run: an import at the top might be moved before it when chunks are shared.
await import('@express-elements/elements/express-dashboard');
