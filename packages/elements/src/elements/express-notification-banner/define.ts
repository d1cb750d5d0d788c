import { define } from '../../define.ts';
import { ExpressNotificationBanner } from './express-notification-banner.ts';

define('express-notification-banner', ExpressNotificationBanner);
