import { html, type nothing, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { type ElementPart, type PartInfo, PartType } from 'lit/directive.js';

/** Opens and closes a native dialog as its template says; attributes alone cannot make one modal. */
class Modal extends AsyncDirective {
  #dialog: HTMLDialogElement | undefined;

  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new Error('modal() stands on a <dialog> itself');
  }

  override render(_open: boolean): unknown {
    return undefined;
  }

  override update(part: ElementPart, [open]: [boolean]): unknown {
    if (!(part.element instanceof HTMLDialogElement)) return undefined;
    const dialog = (this.#dialog = part.element);
    // After the content: focus goes to what is inside.
    queueMicrotask(() => {
      if (open && !dialog.open && dialog.isConnected) dialog.showModal();
      if (!open && dialog.open) dialog.close();
    });
    return undefined;
  }

  override disconnected(): void {
    if (this.#dialog?.open) this.#dialog.close();
  }
}
const modal = directive(Modal);

const outside = (event: MouseEvent, dialog: HTMLElement): boolean => {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  const { clientX: x, clientY: y } = event;
  return event.target === dialog && (x < left || x > right || y < top || y > bottom);
};

export interface DrawerOptions {
  readonly open: boolean;
  readonly label: string;
  readonly content: TemplateResult | typeof nothing;
  /** It was closed: by its button, Escape, or a click beside it. */
  readonly closed: () => void;
}

/**
 * Details at the side, from the bottom on a phone: a native modal dialog. Never put a Stripe element inside: its own
 * overlays would open behind. Close this first, then open Stripe's.
 */
export const drawer = ({ open, label, content, closed }: DrawerOptions): TemplateResult =>
  html`<dialog
    class="drawer"
    part="drawer"
    aria-label=${label}
    ${modal(open)}
    @close=${closed}
    @click=${(event: MouseEvent) => {
      const dialog = event.currentTarget;
      if (dialog instanceof HTMLDialogElement && outside(event, dialog)) dialog.close();
    }}
  >
    ${content}
  </dialog>`;
