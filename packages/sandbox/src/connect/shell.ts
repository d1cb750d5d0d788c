import { css, html, LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Change, Connector, OverlayHandle, OverlaySpec, Port } from './shared/connector.ts';
import { ConnectError, toConnectError } from './shared/errors.ts';
import { mark, markStyles } from './shared/mark.ts';
import { errorState } from './shared/pane.ts';
import { Settings } from './shared/settings.ts';
import { abandon, adopt, paneStyles, tokens } from './shared/styles/index.ts';

/** One tag of connect-js: its name, its setters, and what stands inside. */
export interface TagRow {
  readonly name: string;
  readonly setters: readonly string[];
  /** Takes no room of its own until it has something to show. */
  readonly bare?: boolean;
  readonly draw: (port: Port) => TemplateResult;
}

export const commonSetters = ['setOnLoaderStart', 'setOnLoadError'] as const;

type Stage =
  | { readonly kind: 'waiting' | 'opening' | 'ended' | 'misplaced' }
  | { readonly kind: 'ready'; readonly port: Port }
  | { readonly kind: 'failed'; readonly error: ConnectError };

const componentOf = (name: string): string => name.replaceAll('-', '_');

/**
 * The element that a page holds. It owns what all components share: the connector, the setters, the
 * grant of the session, load events, and what Stripe's frames do when their element is moved.
 */
export abstract class Shell extends LitElement {
  static override styles = [
    tokens,
    ...paneStyles,
    markStyles,
    css`
      :host {
        width: 100%;
        container-type: normal;
      }

      .foot {
        display: flex;
        justify-content: flex-end;
        padding: 4px 2px 0;
      }
    `,
  ];

  readonly #row: TagRow;
  readonly #settings = new Settings();
  readonly #overlays = new Set<OverlayHandle>();
  #connector: Connector | undefined;
  #stage: Stage = { kind: 'waiting' };
  #start = 0;
  #mounted = false;
  #stop: (() => void) | undefined;

  constructor(row: TagRow) {
    super();
    this.#row = row;
  }

  /** Called by connect-js with what `init` gave. */
  setConnector(connector: Connector): void {
    if (this.#connector === connector) return;
    if (this.#connector) abandon(this.renderRoot, this.#connector.sheet);
    this.#unmount();
    this.#connector = connector;
    if (this.isConnected) this.#mount();
  }

  /** What the `…InternalOnly` methods of connect-js's setters do. */
  set(setter: string, value: unknown): void {
    this.#settings.set(setter, value);
    const stage = this.#stage;
    if (stage.kind === 'ready') this.#show({ kind: 'ready', port: { ...stage.port } });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#connector) this.#mount();
  }

  /** With this in place `moveBefore` keeps the component as it is, as it keeps Stripe's frames. */
  connectedMoveCallback(): void {}

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unmount();
  }

  protected override render(): unknown {
    const stage = this.#stage;
    const connector = this.#connector;
    if (!connector || stage.kind === 'waiting') return undefined;
    if (stage.kind === 'ready') return this.#frame(keyed(this.#start, this.#row.draw(stage.port)));
    if (this.#row.bare) return undefined;
    return this.#frame(html`<div class="card">${this.#around(stage, connector)}</div>`);
  }

  #frame(content: unknown): unknown {
    if (this.#row.bare || !this.#connector) return content;
    return html`${content}
      <div class="foot">${mark(this.#connector.text)}</div>`;
  }

  #around(stage: Exclude<Stage, { kind: 'ready' }>, connector: Connector): unknown {
    if (stage.kind === 'failed')
      return errorState({ connector }, stage.error, () => void this.#begin());
    if (stage.kind === 'opening')
      return html`<div class="skeletons"><i></i><i></i><i></i><i></i></div>`;
    const word = stage.kind === 'ended' ? 'ended' : 'misplaced';
    return html`<div class="state"><span>${connector.text.say(word)}</span></div>`;
  }

  #mount(): void {
    const connector = this.#connector;
    if (!connector || this.#mounted) return;
    this.#mounted = true;
    connector.counters.mounted += 1;
    if (this.#start > 0) connector.counters.remounts += 1;
    adopt(this.renderRoot, connector.sheet);
    this.#stop = connector.listen((change) => this.#hear(change));
    if (this.getRootNode() instanceof Document) void this.#begin();
    else this.#complain(connector);
  }

  #unmount(): void {
    if (!this.#mounted || !this.#connector) return;
    this.#mounted = false;
    this.#stop?.();
    this.#connector.counters.mounted -= 1;
    for (const overlay of this.#overlays) overlay.close();
    this.#overlays.clear();
    this.#start += 1;
    this.#show({ kind: 'waiting' });
  }

  /** Stripe's frames find each other through the document: under a shadow root they never load. */
  #complain(connector: Connector): void {
    connector.counters.misplaced += 1;
    console.error(
      `[sandbox connect.js] <${this.localName}> stands under a shadow root; Stripe's component would not work there. Keep it in the document's own tree.`,
    );
    this.#show({ kind: 'misplaced' });
    this.#tellError(new ConnectError('render_error', 'The element stands under a shadow root.'));
  }

  async #begin(): Promise<void> {
    const connector = this.#connector;
    if (!connector) return;
    const start = ++this.#start;
    this.#show(connector.ended ? { kind: 'ended' } : { kind: 'opening' });
    if (connector.ended) return;
    // connect-js hands over setters in the tasks after the connector.
    await Promise.resolve();
    this.#settings.call('setOnLoaderStart', { elementTagName: this.localName });
    try {
      const port = await this.#port(connector);
      if (start === this.#start) this.#show({ kind: 'ready', port });
    } catch (cause) {
      if (start === this.#start) this.#fail(toConnectError(cause));
    }
  }

  async #port(connector: Connector): Promise<Port> {
    const info = await connector.session();
    const grant = info.components[componentOf(this.#row.name)];
    if (!grant?.enabled)
      throw new ConnectError(
        'invalid_request_error',
        `The account session does not enable ${componentOf(this.#row.name)}.`,
      );
    return {
      connector,
      account: info.account,
      features: grant.features ?? {},
      settings: this.#settings,
      failed: (error) => this.#tellError(error),
      open: (spec) => this.#open(connector, spec),
    };
  }

  #open(connector: Connector, spec: OverlaySpec): OverlayHandle {
    const handle = connector.open({
      ...spec,
      dismissed: () => {
        this.#overlays.delete(handle);
        spec.dismissed?.();
      },
    });
    this.#overlays.add(handle);
    return handle;
  }

  #fail(error: ConnectError): void {
    this.#show(this.#connector?.ended ? { kind: 'ended' } : { kind: 'failed', error });
    this.#tellError(error);
  }

  #tellError(error: ConnectError): void {
    const { type, message } = error;
    this.#settings.call('setOnLoadError', {
      error: { type, message },
      elementTagName: this.localName,
    });
  }

  #hear(change: Change): void {
    if (change === 'end') {
      this.#start += 1;
      this.#show({ kind: 'ended' });
    } else this.requestUpdate();
  }

  #show(stage: Stage): void {
    this.#stage = stage;
    this.requestUpdate();
  }
}
