import type { Capabilities, Opens, Row, Transaction } from '@express-elements/contract';
import { nothing, type ReactiveController, type TemplateResult } from 'lit';
import {
  copyText,
  ResourceController,
  type SessionController,
  type SessionHost,
} from '../../controllers/index.ts';
import type { RowsFilter } from '../../events/rows.ts';
import type { LocalizeController } from '../../locales/index.ts';
import { drawer } from '../../ui/drawer.ts';
import { drawerStyles } from '../../ui/drawer.styles.ts';
import type { Announcer } from '../../ui/index.ts';
import { balanceOpener } from '../connect/balance-opener.ts';
import { OpenController } from '../connect/open-controller.ts';
import { detailsStyles } from './details.styles.ts';
import { details } from './details.view.ts';
import { payoutStyles } from './payout.styles.ts';
import type { RowContext } from './row.model.ts';

/** The look of what is drawn here, which comes with it. */
export const styles = [drawerStyles, detailsStyles, payoutStyles];

export interface DetailsConfig {
  readonly sessions: SessionController;
  readonly l: LocalizeController<'transactions'>;
  readonly announcer: Announcer;
  readonly context: () => RowContext;
  readonly can: () => Capabilities['transactions'];
  /** The seller wants just these rows in the list. */
  readonly showRows: (rows: RowsFilter) => void;
  /** The code that was needed for something could not be fetched. */
  readonly failed: (retry: () => void) => void;
}

/** The drawer with one transaction: which is open, what is known of it, copying its id. */
export class DetailsController implements ReactiveController {
  readonly #host: SessionHost;
  readonly #config: DetailsConfig;
  readonly #resource: ResourceController<'transaction'>;
  readonly #stripe: OpenController;
  #row: Row | null = null;
  #copied: string | null = null;

  constructor(host: SessionHost, config: DetailsConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
    this.#stripe = new OpenController(host, 'stripe', balanceOpener);
    this.#resource = new ResourceController(host, config.sessions, {
      route: 'transaction',
      offered: ({ capabilities }) => !!capabilities.transactions?.details,
      question: () => this.#row && { id: this.#row.id },
      topics: ['transactions'],
    });
  }

  hostDisconnected(): void {
    this.#row = null;
  }

  /** Opens on what the list knows; the rest comes. */
  readonly open = (row: Row | null): void => {
    this.#row = row;
    this.#copied = null;
    this.#host.requestUpdate();
  };

  render(): TemplateResult {
    const row = this.#row;
    return drawer({
      open: row !== null,
      label: this.#config.l.messages.transactions.details.label,
      closed: () => this.open(null),
      content: row === null ? nothing : this.#content(row),
    });
  }

  #content(row: Row): TemplateResult {
    const { view } = this.#resource;
    const detail = view.kind === 'ready' && view.data.id === row.id ? view.data : null;
    return details({
      l: this.#config.l,
      context: this.#config.context(),
      row: detail ?? row,
      detail,
      isLoading: view.kind === 'loading',
      error: view.kind === 'error' ? view.error : null,
      copied: this.#copied,
      retry: () => void this.#resource.refresh(),
      close: () => this.open(null),
      copy: (text) => void this.#copy(text),
      show: this.open,
      showRows: (rows) => this.#showRows(rows),
      offered: this.#config.can()?.filters ?? [],
      open: this.#canOpen(detail) ? () => this.#openStripe(detail.opens) : null,
    });
  }

  #showRows(rows: RowsFilter): void {
    this.open(null);
    this.#config.showRows(rows);
  }

  /** Stripe's frames need a document around them, no shadow root. */
  #canOpen(detail: Transaction | null): detail is Transaction & { opens: Opens } {
    return detail?.opens !== null && detail !== null && this.#host.getRootNode() === document;
  }

  /** Ours closes first: Stripe's overlay would open behind a modal dialog. */
  #openStripe(opens: Opens): void {
    this.open(null);
    this.#stripe.open(opens).catch(() => this.#config.failed(() => this.#openStripe(opens)));
  }

  async #copy(text: string): Promise<void> {
    // Where it is not allowed, the id stands there to be selected.
    if (!(await copyText(text))) return;
    this.#copied = text;
    this.#config.announcer.say(this.#config.l.messages.common.copied);
    this.#host.requestUpdate();
  }
}
