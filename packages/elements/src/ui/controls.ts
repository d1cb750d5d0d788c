import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon.ts';
import * as icons from './icons.ts';

export interface SegmentedOptions<T extends string> {
  /** Unique within the element's shadow root. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly {
    readonly value: T;
    readonly text: string;
    /** Said in place of a short text such as 4W. */
    readonly spoken?: string;
  }[];
  /** Null where what is chosen is none of them. */
  readonly value: T | null;
  readonly choose: (value: T) => void;
}

/** A choice of one, side by side: native radio buttons, so arrow keys and readers work by themselves. */
export const segmented = <T extends string>({
  name,
  label,
  options,
  value,
  choose,
}: SegmentedOptions<T>): TemplateResult =>
  html`<fieldset class="segmented" part="segmented">
    <legend class="vh">${label}</legend>
    ${options.map(
      (option) =>
        html`<label>
          <input
            type="radio"
            name=${name}
            value=${option.value}
            aria-label=${option.spoken ?? nothing}
            .checked=${option.value === value}
            @change=${() => choose(option.value)}
          />
          <span>${option.text}</span>
        </label>`,
    )}
  </fieldset>`;

/** A button that looks like a link. */
export const link = (text: string, run: () => void): TemplateResult =>
  html`<button type="button" class="link" @click=${run}>${text}</button>`;

export interface ChipOptions {
  /** The id of the popover it opens. */
  readonly target: string;
  /** What is chosen, null where nothing is. */
  readonly value: string | null;
  /** The filter's name. */
  readonly name: string;
  readonly addLabel: string;
  readonly removeLabel: string;
  readonly remove: () => void;
}

/** Takes off what a chip says. */
export const chipRemove = (label: string, remove: () => void): TemplateResult =>
  html`<button type="button" class="chip-remove" aria-label=${label} @click=${remove}>
    ${icon(icons.close)}
  </button>`;

/** A filter: dashed with a plus while unset; filled with what is chosen, and a way to remove it, when set. */
export const chip = (options: ChipOptions): TemplateResult => {
  const { target, value, name, addLabel, removeLabel, remove } = options;
  return html`<span class="chip ${value === null ? '' : 'set'}" part="filter">
    <button
      type="button"
      class="chip-open"
      popovertarget=${target}
      aria-haspopup="dialog"
      aria-label=${value === null ? addLabel : nothing}
    >
      ${value === null ? html`${icon(icons.plus)}${name}` : value}
    </button>
    ${value === null ? nothing : chipRemove(removeLabel, remove)}
  </span>`;
};
