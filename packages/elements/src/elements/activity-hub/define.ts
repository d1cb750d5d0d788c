import { ActivityHub } from './activity-hub.ts';

customElements.get('activity-hub') ?? customElements.define('activity-hub', ActivityHub);
