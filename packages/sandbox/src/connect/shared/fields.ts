import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Action } from './action.ts';
import type { Text } from './text.ts';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'area';
  readonly required?: boolean;
  readonly hint?: string;
  readonly mode?: 'decimal' | 'numeric';
  readonly placeholder?: string;
}

export const field = (f: Field): TemplateResult => html`
  <label class="field">
    ${f.label}
    ${
      f.type === 'area'
        ? html`<textarea
            name=${f.name}
            ?required=${f.required ?? false}
            .value=${f.value ?? ''}
          ></textarea>`
        : html`<input
            name=${f.name}
            type=${f.type ?? 'text'}
            inputmode=${f.mode ?? 'text'}
            placeholder=${f.placeholder ?? ''}
            autocomplete="off"
            ?required=${f.required ?? false}
            .value=${f.value ?? ''}
          />`
    }
    ${f.hint ? html`<span class="hint">${f.hint}</span>` : ''}
  </label>
`;

export interface Option {
  readonly value: string;
  readonly label: string;
}

export const select = (
  name: string,
  label: string,
  options: readonly Option[],
  chosen: string,
  pick?: (value: string) => void,
): TemplateResult => html`
  <label class="field">
    ${label}
    <select
      name=${name}
      @change=${(event: Event) =>
        event.target instanceof HTMLSelectElement && pick?.(event.target.value)}
    >
      ${options.map(
        (option) =>
          html`<option value=${option.value} ?selected=${option.value === chosen}>
            ${option.label}
          </option>`,
      )}
    </select>
  </label>
`;

export interface Choice extends Option {
  readonly checked: boolean;
}

/** Radio buttons or check boxes of one name. */
export const choices = (
  kind: 'radio' | 'checkbox',
  name: string,
  legend: string,
  all: readonly Choice[],
  pick?: (value: string) => void,
): TemplateResult => html`
  <fieldset class="field">
    <legend>${legend}</legend>
    ${all.map(
      (one) =>
        html`<label class="choice">
          <input
            type=${kind}
            name=${name}
            value=${one.value}
            .checked=${one.checked}
            @change=${() => pick?.(one.value)}
          />
          <span>${one.label}</span>
        </label>`,
    )}
  </fieldset>
`;

/** What went wrong, above the buttons of a form. */
export const wrong = (action: Action): TemplateResult | '' =>
  action.error ? html`<p class="wrong" role="alert">${action.error.message}</p>` : '';

export interface FormButtons {
  readonly text: Text;
  readonly action: Action;
  readonly label: string;
  readonly leave: () => void;
  /** What leaving is called: `back` where a step lies before. */
  readonly away?: 'cancel' | 'back';
  readonly tone?: 'primary' | 'danger';
}

export const formButtons = ({
  text,
  action,
  label,
  leave,
  away = 'cancel',
  tone = 'primary',
}: FormButtons): TemplateResult => html`
  <div class="buttons end">
    <button type="button" @click=${leave}>${text.say(away)}</button>
    <button class=${tone} ?disabled=${action.busy}>
      ${action.busy ? text.say('working') : label}
    </button>
  </div>
`;

/** The text fields of a submitted form, trimmed; empty ones are left out. */
export const valuesOf = (event: SubmitEvent): Record<string, string> => {
  event.preventDefault();
  if (!(event.target instanceof HTMLFormElement)) return {};
  const entries = [...new FormData(event.target)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && value.trim() ? [[name, value.trim()]] : [],
  );
  return Object.fromEntries(entries);
};
