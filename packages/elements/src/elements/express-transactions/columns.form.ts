/** What the popover of columns holds. Comes when the seller reaches for the list. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { LocalizeController } from '../../locales/index.ts';
import { icon } from '../../ui/index.ts';
import * as icons from '../../ui/icons.ts';
import { formStyles } from '../../ui/form.styles.ts';
import { repeat } from '../../ui/repeat.ts';
import { columnLabel } from './cells.view.ts';
import { choosable, moved, toggled, type Column } from './columns.model.ts';

const columnStyles = css`
  .float .columns {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .columns li {
    display: flex;
    gap: 2px;
    align-items: center;
  }
  .columns .option {
    flex: 1;
    min-inline-size: 0;
  }
  .columns .option input[aria-disabled] {
    opacity: 0.5;
  }
  .columns button {
    display: grid;
    place-items: center;
    inline-size: 28px;
    min-block-size: 28px;
    padding: 0;
    color: var(--_muted);
    background: none;
    border: 0;
    border-radius: 6px;
  }
  .columns button:hover:not([aria-disabled='true']) {
    color: var(--_text);
    background: var(--_line-inner);
  }
  .columns button[aria-disabled='true'] {
    opacity: 0.35;
    cursor: default;
  }
  .columns .icon {
    inline-size: 13px;
    block-size: 13px;
  }
  .columns .up {
    rotate: 180deg;
  }
  @media (pointer: coarse) {
    .columns button {
      inline-size: 44px;
      min-block-size: 44px;
    }
  }
`;

/** The look of what stands in the popover, which comes with it. */
export const styles = [formStyles, columnStyles];

export interface ColumnsFormProps {
  readonly l: LocalizeController<'transactions'>;
  readonly shown: readonly Column[];
  /** What hosts and rows have besides what every list may have. */
  readonly others: readonly Column[];
  /** Shown, but with no room for it now. */
  readonly leftOut: readonly Column[];
  /** The seller's own choice is shown. */
  readonly isChosen: boolean;
  /** Null goes back to the usual ones. */
  readonly choose: (columns: readonly Column[] | null) => void;
  readonly say: (words: string) => void;
}

type Control = 'box' | 'up' | 'down';

/** A node that changes its place loses the focus; it goes on with the column. */
const keepFocus = (list: Element | null, name: string, control: Control): void => {
  // After the list is drawn anew, which a microtask asked for before does.
  requestAnimationFrame(() => {
    const entry = [...(list?.children ?? [])].find(
      (child) => child instanceof HTMLElement && child.dataset['name'] === name,
    );
    entry?.querySelector<HTMLElement>(`[data-control=${control}]`)?.focus();
  });
};

const listOf = (event: Event): Element | null =>
  event.target instanceof Element ? event.target.closest('.columns') : null;

function move(
  event: Event,
  column: Column,
  by: 1 | -1,
  control: Control,
  { l, shown, choose, say }: ColumnsFormProps,
): void {
  const columns = moved(shown, column.name, by);
  if (columns === shown) return;
  choose(columns);
  keepFocus(listOf(event), column.name, control);
  const place = columns.findIndex(({ name }) => name === column.name) + 1;
  const label = columnLabel(column, l.messages);
  say(l.messages.transactions.columnChoice.moved(label, l.count(place), l.count(columns.length)));
}

const mover = (column: Column, by: 1 | -1, props: ColumnsFormProps): TemplateResult => {
  const control = by === 1 ? 'down' : 'up';
  const label = props.l.messages.transactions.columnChoice[control];
  return html`<button
    type="button"
    class=${control}
    data-control=${control}
    aria-label=${label(columnLabel(column, props.l.messages))}
    aria-disabled=${moved(props.shown, column.name, by) === props.shown}
    @click=${(event: Event) => move(event, column, by, control, props)}
  >
    ${icon(icons.chevron)}
  </button>`;
};

function item(column: Column, props: ColumnsFormProps): TemplateResult {
  const { l, shown, leftOut, choose } = props;
  const isShown = shown.some(({ name }) => name === column.name);
  const isFixed = column.name === 'description';
  const change = (event: Event) => {
    choose(toggled(shown, column));
    keepFocus(listOf(event), column.name, 'box');
  };
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (by === null || !event.altKey) return;
    event.preventDefault();
    move(event, column, by, 'box', props);
  };
  return html`<li data-name=${column.name}>
    <label class="option">
      <input
        type="checkbox"
        data-control="box"
        aria-keyshortcuts=${isShown ? 'Alt+ArrowUp Alt+ArrowDown' : nothing}
        .checked=${live(isShown)}
        aria-disabled=${isFixed || nothing}
        @click=${(event: Event) => isFixed && event.preventDefault()}
        @change=${change}
        @keydown=${press}
      />
      ${columnLabel(column, l.messages)}
      ${
        leftOut.includes(column)
          ? html`<span class="count">${l.messages.transactions.columnChoice.noRoom}</span>`
          : nothing
      }
    </label>
    ${isShown ? html`${mover(column, -1, props)}${mover(column, 1, props)}` : nothing}
  </li>`;
}

/** Each column that may be shown: whether it is, and its place. What is chosen holds at once. */
export const columnsForm = (props: ColumnsFormProps): TemplateResult => {
  const { l, shown, others, isChosen, choose } = props;
  const columns = choosable(shown, others);
  return html`<h3>${l.messages.transactions.columnChoice.title}</h3>
    <ul class="columns" role="list">
      ${repeat(
        columns,
        ({ name }) => name,
        (column) => item(column, props),
      )}
    </ul>
    <div class="end">
      <button
        type="button"
        class="button"
        aria-disabled=${!isChosen}
        @click=${() => {
          if (isChosen) choose(null);
        }}
      >
        ${l.messages.common.reset}
      </button>
    </div>`;
};
