import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Covers, PayoutParts, Sync } from '@express-elements/contract';
import { formatDuration } from '../../format/index.ts';
import type { View } from '../../controllers/index.ts';
import type { LocalizeController } from '../../locales/index.ts';
import { bone, emptyState, errorText, icon, tile, type ShownError } from '../../ui/index.ts';
import type { ExportState } from './export.controller.ts';
import type { Waiting } from './rows.controller.ts';
import * as icons from '../../ui/icons.ts';
import type { Suggestion } from './suggest.controller.ts';

type Nothing = typeof nothing;

/** How far the export is, in words. */
function exportWords(l: LocalizeController<'transactions'>, done: number, total: number | null) {
  const { exporting, exportingOf } = l.messages.transactions;
  // More may have come since they were counted.
  return total === null || done > total
    ? exporting(l.count(done))
    : exportingOf(l.count(done), l.count(total));
}

export interface ExportProps {
  readonly l: LocalizeController<'transactions'>;
  readonly state: ExportState;
  readonly run: () => void;
  readonly cancel: () => void;
}

/** One button, so that the focus stays: it begins the export, and calls it off while it is under way. */
export function exportButton({ l, state, run, cancel }: ExportProps): TemplateResult {
  const texts = l.messages.transactions;
  const running = state.kind === 'running' ? state : null;
  return html`${
      state.kind === 'failed' ? html`<span class="wrong">${texts.exportFailed}</span>` : nothing
    }
    ${
      running
        ? html`<label class="exporting num"
            >${exportWords(l, running.done, running.total)}<progress
              max=${running.total ?? nothing}
              value=${running.total === null ? nothing : Math.min(running.done, running.total)}
            ></progress
          ></label>`
        : nothing
    }
    <button type="button" class="button" part="export" @click=${running ? cancel : run}>
      ${running ? texts.cancelExport : texts.exportCsv}
    </button>`;
}

const share = ({ windows }: Sync): number =>
  windows.total === 0 ? 0 : windows.done / windows.total;

function importWords(l: LocalizeController<'transactions'>, sync: Sync, timeZone: string): string {
  const texts = l.messages.transactions;
  if (sync.phase === 'failed') return texts.importFailed;
  if (sync.covers.from === null) return texts.importStarting;
  const percent = l.percent(Math.floor(share(sync) * 100) / 100);
  const date = l.date(sync.covers.from, 'monthYear', timeZone);
  return sync.seconds_left === null
    ? texts.importing(percent, date)
    : texts.importingLeft(percent, date, formatDuration(sync.seconds_left, l.locale));
}

/** Sets the width that a strict policy lets no template set. */
const widen =
  (portion: number) =>
  (bar: Element | undefined): void => {
    if (bar instanceof HTMLElement) bar.style.setProperty('inline-size', `${portion * 100}%`);
  };

/** How far the first import is: rows show at once, so this stands above them and is in nobody's way. */
export function importNote(
  l: LocalizeController<'transactions'>,
  sync: Sync | null,
  timeZone: string,
): TemplateResult | Nothing {
  if (sync?.phase !== 'importing' && sync?.phase !== 'failed') return nothing;
  const words = importWords(l, sync, timeZone);
  return html`${
      sync.phase === 'importing'
        ? html`<div
            class="progress"
            role="progressbar"
            aria-label=${words}
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=${Math.floor(share(sync) * 100)}
          >
            <i ${ref(widen(share(sync)))}></i>
          </div>`
        : nothing
    }
    <div class="note num">
      ${sync.phase === 'failed' ? tile(icons.alert, 'warning') : tile(icons.bank, 'accent')}
      <span>${words}</span>
    </div>`;
}

/** What arrived above while the seller reads further down. */
export const freshPill = (
  l: LocalizeController<'transactions'>,
  waiting: Waiting | null,
  reveal: () => void,
): TemplateResult | Nothing => {
  if (!waiting) return nothing;
  const texts = l.messages.transactions;
  const shown = `${l.count(waiting.count)}${waiting.more ? '+' : ''}`;
  return html`<div class="fresh">
    <button
      type="button"
      class="pill num"
      aria-label=${texts.showFresh(waiting.count, shown)}
      @click=${reveal}
    >
      ${icon(icons.arrowUp)}${texts.fresh(waiting.count, shown)}
    </button>
  </div>`;
};

export interface FootProps {
  readonly l: LocalizeController<'transactions'>;
  readonly loading: boolean;
  readonly failed: ShownError | null;
  readonly retry: () => void;
  /** Null where the list goes on by itself. */
  readonly seeAll: (() => void) | null;
}

/** Under the last row: more on its way, or why not, or the way to all of it. */
export function tableFoot({ l, loading, failed, retry, seeAll }: FootProps) {
  if (failed)
    return html`<div class="foot note" role="alert">
      <span>${errorText(failed, l.messages)}</span>
      <button type="button" class="button small push" @click=${retry}>
        ${l.messages.common.retry}
      </button>
    </div>`;
  if (loading)
    return html`<div class="foot"><span class="faint">${l.messages.common.loading}</span></div>`;
  if (!seeAll) return nothing;
  return html`<div class="foot">
    <button type="button" class="link" @click=${seeAll}>${l.messages.common.seeAll}</button>
  </div>`;
}

export interface NoMatchProps {
  readonly l: LocalizeController<'transactions'>;
  readonly query: string;
  /** What is known of the chosen payout. */
  readonly payout: PayoutParts | null;
  /** Another spelling that finds something, and the way to it. */
  readonly suggestion: Suggestion | null;
  readonly search: (question: string) => void;
  readonly covers: Covers;
  readonly timeZone: string;
  readonly clearSearch: () => void;
  readonly clearAll: () => void;
}

/** Nothing matches: of what was looked at, if that is not everything. */
export function noMatch({
  l,
  query,
  suggestion,
  payout,
  search,
  covers,
  timeZone,
  ...clear
}: NoMatchProps): TemplateResult {
  const texts = l.messages.transactions;
  // Above the list it is said what the payout is; here, why that is all.
  if (payout && payout.state !== 'known')
    return emptyState({
      title: texts.payout.none,
      text: texts.payout.whyNot[payout.state],
      action: { label: texts.clearFilters, run: clear.clearAll },
    });
  const since = covers.complete ? null : covers.from;
  const hint =
    since === null ? texts.noMatchHint : texts.noMatchSince(l.date(since, 'date', timeZone));
  return emptyState({
    title: query ? texts.noMatchFor(query) : texts.noMatch,
    text: suggestion
      ? html`<button type="button" class="link" @click=${() => search(suggestion.question)}>
          ${texts.others(suggestion.count, l.count(suggestion.count), suggestion.question)}
        </button>`
      : hint,
    icon: icons.search,
    action: query
      ? { label: texts.clearSearch, run: clear.clearSearch }
      : { label: texts.clearFilters, run: clear.clearAll },
  });
}

/** Something could not be opened, for its code did not come. */
export const codeFailed = (
  l: LocalizeController<'transactions'>,
  retry: () => void,
): TemplateResult =>
  html`<div class="note" role="alert">
    ${tile(icons.alert, 'danger')}<span>${l.messages.transactions.details.failed}</span>
    <button type="button" class="button small push" @click=${retry}>
      ${l.messages.common.retry}
    </button>
  </div>`;

/**
 * Until what an opened popover holds has come, and that it did not.
 *
 * @param retry null while it may still come
 */
export const coming = (
  { messages }: LocalizeController<'transactions'>,
  retry: (() => void) | null,
): TemplateResult =>
  retry
    ? html`<p class="wrong" role="alert">${messages.errors.offline}</p>
        <button type="button" class="button" @click=${retry}>${messages.common.retry}</button>`
    : html`${bone(12)}${bone(25)}${bone(25)}`;

/** The last known rows stand, and could not be asked anew. */
export const staleNote = (
  l: LocalizeController<'transactions'>,
  view: View<unknown>,
  retry: () => void,
): TemplateResult | Nothing =>
  view.kind !== 'error'
    ? nothing
    : html`<div class="note" role="alert">
        ${tile(icons.alert, 'danger')}<span>${errorText(view.error, l.messages)}</span>
        <button type="button" class="button small push" @click=${retry}>
          ${l.messages.common.retry}
        </button>
      </div>`;
