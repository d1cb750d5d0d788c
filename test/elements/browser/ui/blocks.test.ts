import { expect } from 'chai';
import { html, LitElement, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { themeStyles } from '../../../../packages/elements/src/theme/index.ts';
import {
  Announcer,
  badge,
  baseStyles,
  cardStyles,
  chipStyles,
  choiceStyles,
  emptyState,
  errorState,
  FloatController,
  floatStyles,
  icon,
  marked,
  segmented,
  segmentedStyles,
  stateStyles,
  tile,
} from '../../../../packages/elements/src/ui/index.ts';
import { drawer } from '../../../../packages/elements/src/ui/drawer.ts';
import { formStyles } from '../../../../packages/elements/src/ui/form.styles.ts';
import { drawerStyles } from '../../../../packages/elements/src/ui/drawer.styles.ts';
import { en } from '../../../../packages/elements/src/locales/en.ts';
import { accessible } from '../../support/axe.ts';
import { until } from '../../support/host.ts';
import * as icons from '../../../../packages/elements/src/ui/icons.ts';

class BlocksProbe extends LitElement {
  static override readonly styles = [
    themeStyles,
    baseStyles,
    cardStyles,
    chipStyles,
    choiceStyles,
    segmentedStyles,
    formStyles,
    stateStyles,
    floatStyles,
    drawerStyles,
  ];
  readonly announcer = new Announcer(this);
  readonly float = new FloatController(this);
  @state() chosen = 'day';
  @state() open = false;
  retried = 0;

  protected override render() {
    return html`<div class="card">
        <div class="head">
          <h2>Blocks</h2>
          ${segmented({
            name: 'interval',
            label: 'Interval',
            options: [
              { value: 'day', text: 'Day' },
              { value: 'week', text: 'Week' },
            ],
            value: this.chosen,
            choose: (value) => {
              this.chosen = value;
            },
          })}
          <button class="button" popovertarget="float" aria-haspopup="dialog">More</button>
          <button class="button primary" @click=${() => (this.open = true)}>Details</button>
        </div>
        ${tile(icons.bank, 'accent')}${badge('Available', 'good')}${icon(icons.check)}
        <p class="marked">${marked('<b>Ada</b> Mensah', '<b> mens')}</p>
        ${emptyState({ title: 'Nothing yet', text: 'It will come.' })}
        ${errorState({
          title: 'It failed',
          error: { code: 'network', retryable: true, requestId: 'req_1' },
          messages: en,
          retry: () => {
            this.retried += 1;
          },
        })}
      </div>
      <div
        id="float"
        class="float"
        popover
        role="dialog"
        aria-label="More"
        @beforetoggle=${this.float.toggled}
      >
        ${this.float.open ? html`<input class="field" aria-label="First" />` : nothing}
      </div>
      ${drawer({
        open: this.open,
        label: 'Details',
        content: this.open ? html`<button class="button" autofocus>Inside</button>` : nothing,
        closed: () => {
          this.open = false;
        },
      })}
      ${this.announcer.render()}`;
  }
}
customElements.define('blocks-probe', BlocksProbe);

describe('building blocks', () => {
  let probe: BlocksProbe;
  const root = () => probe.shadowRoot!;
  const get = <T extends HTMLElement = HTMLElement>(selector: string) =>
    root().querySelector<T>(selector)!;

  beforeEach(async () => {
    probe = new BlocksProbe();
    document.body.append(probe);
    await probe.updateComplete;
  });
  afterEach(() => probe.remove());

  it('are accessible together', () => accessible(probe));

  it('a segmented control is a group of radio buttons', async () => {
    const [day, week] = root().querySelectorAll<HTMLInputElement>('.segmented input');
    expect(day!.checked).to.equal(true);
    week!.click();
    await probe.updateComplete;
    expect(probe.chosen).to.equal('week');
    expect(week!.checked).to.equal(true);
  });

  it('a popover opens beside its button, takes the focus, and gives it back', async () => {
    const button = get('[popovertarget]');
    button.focus();
    button.click();
    const field = await until(() => get('#float input'), 'its content');
    await until(() => root().activeElement === field, 'the focus');
    const float = get('#float').getBoundingClientRect();
    expect(float.top).to.be.greaterThan(button.getBoundingClientRect().bottom - 1);
    expect(float.right).to.be.at.most(innerWidth);
    get('#float').hidePopover();
    await until(() => probe.float.open === null, 'it to close');
    await until(() => root().activeElement === button, 'the way back');
  });

  it('a drawer is modal, and closing it by any way is told', async () => {
    get('.primary').click();
    await until(() => get('dialog[open]'), 'the drawer');
    await until(() => root().activeElement?.textContent === 'Inside', 'the focus');
    expect(get('dialog').matches(':modal')).to.equal(true);
    await accessible(get('dialog'));
    get<HTMLDialogElement>('dialog').close();
    await until(() => !probe.open, 'it to be told');
  });

  it('a click beside a drawer closes it, one inside does not', async () => {
    get('.primary').click();
    const dialog = await until(() => get<HTMLDialogElement>('dialog[open]'), 'the drawer');
    const { left, top } = dialog.getBoundingClientRect();
    const click = (clientX: number, clientY: number) =>
      dialog.dispatchEvent(new MouseEvent('click', { clientX, clientY, bubbles: true }));
    click(left + 5, top + 5);
    expect(dialog.open).to.equal(true);
    click(left - 5, top + 5);
    expect(dialog.open).to.equal(false);
  });

  it('an error says what happened, what to do, and which request it was', () => {
    const error = get('[role=alert]');
    expect(error.innerText).to.contain('It failed');
    expect(error.innerText).to.contain('The connection was lost. Your money is not affected.');
    expect(error.querySelector('small')!.textContent).to.equal('req_1');
    error.querySelector('button')!.click();
    expect(probe.retried).to.equal(1);
  });

  it('what others wrote stays text when it is marked', () => {
    expect(get('.marked').textContent).to.equal('<b>Ada</b> Mensah');
    expect([...root().querySelectorAll('mark')].map((mark) => mark.textContent)).to.deep.equal([
      '<b>',
      'Mens',
    ]);
    expect(get('.marked b')).to.equal(null);
  });

  it('says the same words again when they are said again', async () => {
    probe.announcer.say('14 transactions');
    await probe.updateComplete;
    const before = get('[role=status]').textContent;
    probe.announcer.say('14 transactions');
    await probe.updateComplete;
    expect(get('[role=status]').textContent).not.to.equal(before);
    expect(get('[role=status]').textContent!.trim()).to.equal('14 transactions');
  });

  it('leaves 24 px for every target', () => {
    for (const target of root().querySelectorAll<HTMLElement>('button, .segmented label')) {
      const { width, height } = target.getBoundingClientRect();
      if (width > 0) expect(Math.min(width, height), target.innerText).to.be.at.least(24);
    }
  });
});
