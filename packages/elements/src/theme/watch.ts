import type { ReactiveController, ReactiveControllerHost } from 'lit';

type WatchHost = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode & Node };

/** Properties that can be watched by a transition, and the token each takes. Not every token: a theme changes several. */
const watched = [
  ['color', '--_text'],
  ['background-color', '--_bg'],
  ['border-top-color', '--_accent'],
  ['border-right-color', '--_muted'],
  ['border-bottom-color', '--_line'],
  ['border-left-color', '--_danger'],
  ['outline-color', '--_good'],
  ['font-size', '--_size'],
  ['width', '--_radius'],
  ['height', '--_unit'],
] as const;

function makeProbe(document: Document): HTMLElement {
  const probe = document.createElement('span');
  const set = (name: string, value: string) => probe.style.setProperty(name, value, 'important');
  set('position', 'fixed');
  set('visibility', 'hidden');
  set('pointer-events', 'none');
  for (const [property, token] of watched) set(property, `var(${token})`);
  set('transition', '1ms linear');
  set('transition-property', watched.map(([property]) => property).join(','));
  probe.setAttribute('aria-hidden', 'true');
  return probe;
}

/**
 * Says when the look of an element changed, whatever changed it: the system's scheme, `theme` on a provider, a class
 * on the page, one `--express-*` value. For what CSS does not reach: a canvas, Stripe's appearance.
 *
 * A hidden span takes the tokens as its own colours and sizes with a transition of a millisecond; the browser then says
 * that a transition ran. Nothing else tells of every cause. Calls are gathered into one a frame.
 */
export class ThemeWatch implements ReactiveController {
  readonly #host: WatchHost;
  readonly #changed: () => void;
  #probe: HTMLElement | null = null;
  #frame = 0;

  constructor(host: WatchHost, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#probe?.isConnected) return;
    this.#probe ??= makeProbe(this.#host.ownerDocument);
    this.#probe.addEventListener('transitionrun', this.#gather);
    this.#host.renderRoot.append(this.#probe);
    // A transition begins from a style that was computed: without this a change in the same frame would be missed.
    getComputedStyle(this.#probe).getPropertyValue('color');
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.#probe?.remove();
    this.#probe = null;
  }

  readonly #gather = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#changed());
  };
}
