/** What every page of the marketplace does by itself; no element is in it. */
import './menu.ts';
import './preferences.ts';
import './panel.ts';
