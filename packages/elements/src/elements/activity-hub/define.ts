import { define } from '../../define.ts';
import { ActivityHub } from './activity-hub.ts';

define('activity-hub', ActivityHub);
