/** Apps that show pages inside themselves and say so. */
const apps =
  /\b(FBAN|FBAV|FB_IAB|Instagram|Line\/|MicroMessenger|Snapchat|Pinterest|LinkedInApp|TikTok|musical_ly|Twitter|GSA\/)/;
const android = /; wv\)/;
const apple = /\b(iPhone|iPad|iPod)\b.*AppleWebKit/;

/**
 * Whether a page stands inside an app, where Stripe's components and its hosted dashboard do not work.
 *
 * @param standalone a page on the home screen: it looks like an app's but is the browser's
 * @example isWebview('Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) …') // true
 */
export const isWebview = (userAgent: string, standalone = false): boolean =>
  android.test(userAgent) ||
  apps.test(userAgent) ||
  (!standalone && apple.test(userAgent) && !/\bSafari\//.test(userAgent));

/** Whether this page does. */
export const inWebview = (): boolean =>
  isWebview(navigator.userAgent, Reflect.get(navigator, 'standalone') === true);
