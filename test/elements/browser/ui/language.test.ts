import { expect } from 'chai';
import { html, LitElement } from 'lit';
import { LocalizeController } from '../../../../packages/elements/src/locales/index.ts';
import { until } from '../../support/host.ts';

class LanguageProbe extends LitElement {
  readonly l = new LocalizeController(this);
  protected override render() {
    return html`${this.l.messages.common.retry} ${this.l.money(-123_456, 'eur')}`;
  }
  get said() {
    return this.shadowRoot!.textContent!.trim();
  }
}
customElements.define('language-probe', LanguageProbe);

/** A provider as far as language goes: the element's own tests are elsewhere. */
const provider = () => document.createElement('express-provider');

describe('the language', () => {
  let box: HTMLElement;
  let probe: LanguageProbe;
  const says = (words: string) => until(() => probe.said.startsWith(words), words);

  beforeEach(() => {
    box = document.createElement('div');
    probe = new LanguageProbe();
    document.body.append(box);
  });
  afterEach(() => box.remove());

  it('is that of the nearest ancestor', async () => {
    box.lang = 'en';
    const inner = document.createElement('div');
    inner.lang = 'es-ES';
    inner.append(probe);
    box.append(inner);
    await says('Reintentar');
    expect(probe.said.replace(/\s/g, ' ')).to.equal('Reintentar −1234,56 €');
  });

  it('changes live, also from beyond a shadow root', async () => {
    const outer = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(probe);
    box.append(outer);
    await says('Retry');
    box.lang = 'es';
    await says('Reintentar');
    outer.lang = 'en';
    await says('Retry');
  });

  it('is a provider’s where it says one, and an element’s own before that', async () => {
    const around = provider();
    around.setAttribute('locale', 'es');
    const inner = document.createElement('div');
    inner.lang = 'en';
    inner.append(probe);
    around.append(inner);
    box.append(around);
    await says('Reintentar');
    probe.setAttribute('locale', 'en');
    await says('Retry');
  });

  it('follows an element that is moved', async () => {
    const spanish = document.createElement('div');
    spanish.lang = 'es';
    box.lang = 'en';
    box.append(probe, spanish);
    await says('Retry');
    spanish.append(probe);
    await says('Reintentar');
  });

  it('keeps a sign before its number where text runs from right to left', async () => {
    box.lang = 'en';
    box.dir = 'rtl';
    box.append(probe);
    await says('Retry');
    expect(probe.said).to.contain('\u2066−€1,234.56\u2069');
  });

  it('turns an element with Arabic words round, and back', async () => {
    box.lang = 'en';
    box.append(probe);
    await says('Retry');
    expect(probe.hasAttribute('dir')).to.equal(false);
    box.lang = 'ar';
    await says('إعادة المحاولة');
    expect(getComputedStyle(probe).direction).to.equal('rtl');
    box.lang = 'ja';
    await says('再試行');
    expect(probe.hasAttribute('dir')).to.equal(false);
  });

  it('leaves the direction alone where the page runs from right to left, or a host says one', async () => {
    box.lang = 'ar';
    box.dir = 'rtl';
    box.append(probe);
    await says('إعادة المحاولة');
    expect(probe.hasAttribute('dir')).to.equal(false);
    box.dir = 'ltr';
    await until(() => probe.dir === 'rtl', 'its own direction');
    box.dir = 'rtl';
    await until(() => !probe.hasAttribute('dir'), 'the page’s');
    probe.dir = 'ltr';
    box.dir = 'ltr';
    await says('إعادة المحاولة');
    expect(probe.dir).to.equal('ltr');
  });
});
