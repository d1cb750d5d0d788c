import { expect } from 'chai';
import { html, LitElement } from 'lit';
import { connectAppearance } from '../../../../packages/elements/src/theme/appearance.ts';
import {
  resolveTokens,
  themeStyles,
  ThemeWatch,
} from '../../../../packages/elements/src/theme/index.ts';
import { until } from '../../support/host.ts';

class LookProbe extends LitElement {
  static override readonly styles = [themeStyles];
  changes = 0;
  protected readonly watch = new ThemeWatch(this, () => {
    this.changes += 1;
  });

  protected override render() {
    return html`<p>look</p>`;
  }
}
customElements.define('look-probe', LookProbe);

describe('the look', () => {
  let probe: LookProbe;
  beforeEach(async () => {
    probe = new LookProbe();
    document.body.append(probe);
    await probe.updateComplete;
  });
  afterEach(() => {
    probe.remove();
    document.documentElement.style.removeProperty('color-scheme');
    document.documentElement.style.removeProperty('--express-color-primary');
  });
  const accent = () => resolveTokens(probe, ['accent']).accent;

  it('is light where the page says nothing, and the page’s where it says dark', () => {
    expect(accent()).to.equal('rgb(79, 70, 229)');
    document.documentElement.style.setProperty('color-scheme', 'dark');
    expect(accent()).to.equal('rgb(139, 140, 248)');
  });

  it('is what `theme` says, whatever the page says', () => {
    probe.setAttribute('theme', 'dark');
    expect(accent()).to.equal('rgb(139, 140, 248)');
    document.documentElement.style.setProperty('color-scheme', 'dark');
    probe.setAttribute('theme', 'light');
    expect(accent()).to.equal('rgb(79, 70, 229)');
  });

  it('takes a host’s colour from anywhere above, and soft colours follow it', () => {
    const soft = () => resolveTokens(probe, ['accent-soft'])['accent-soft'];
    const before = soft();
    document.documentElement.style.setProperty('--express-color-primary', 'rgb(0, 128, 0)');
    expect(accent()).to.equal('rgb(0, 128, 0)');
    expect(soft()).not.to.equal(before);
  });

  it('says that it changed, whatever changed it', async () => {
    const changed = async (change: () => void, what: string) => {
      const before = probe.changes;
      change();
      await until(() => probe.changes > before, `a change by ${what}`);
    };
    const root = document.documentElement.style;
    await changed(() => root.setProperty('color-scheme', 'dark'), 'the page');
    await changed(() => root.setProperty('--express-color-primary', 'teal'), 'a property');
    await changed(() => probe.setAttribute('theme', 'light'), 'the theme');
  });

  it('is told to Stripe in literal values, within what Stripe takes', () => {
    probe.style.setProperty('--express-color-primary', 'oklch(0.6 0.2 280)');
    probe.style.setProperty('--express-border-radius', '40px');
    probe.style.setProperty('--express-color-text', 'rgb(0 0 0 / 0.5)');
    probe.style.setProperty('--express-spacing-unit', '2px');
    const { variables } = connectAppearance(probe);
    for (const [name, value] of Object.entries(variables ?? {}))
      if (/color/i.test(name)) expect(value, name).to.match(/^rgba?\(\d+, \d+, \d+(, [\d.]+)?\)$/);
    expect(variables?.borderRadius).to.equal('24px');
    expect(variables?.spacingUnit).to.equal('8px');
    expect(variables?.fontSizeBase).to.equal('14px');
    // Stripe takes no transparency there: it is laid over the background.
    expect(variables?.colorText).to.equal('rgb(128, 128, 128)');
    expect(probe.shadowRoot!.querySelectorAll('span').length).to.equal(1);
  });
});
