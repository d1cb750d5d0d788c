import { expect } from 'chai';
import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import 'axe-core';

declare global {
  interface Window {
    readonly axe: typeof import('axe-core');
  }
}

@customElement('environment-probe')
class EnvironmentProbe extends LitElement {
  static override readonly styles = css`
    p {
      color: rgb(1, 2, 3);
    }
  `;

  @property() name = 'nobody';

  override render() {
    return html`<p>Hello ${this.name}</p>`;
  }
}

const mount = async (): Promise<EnvironmentProbe> => {
  const probe = document.createElement('environment-probe');
  if (!(probe instanceof EnvironmentProbe)) throw new Error('The probe is not defined.');
  document.body.append(probe);
  await probe.updateComplete;
  return probe;
};

describe('the browser the tests run in', () => {
  afterEach(() =>
    document.querySelectorAll('environment-probe').forEach((probe) => probe.remove()),
  );

  it('runs decorated Lit elements whose styles pass the strict policy', async () => {
    const probe = await mount();
    const text = probe.renderRoot.querySelector('p');
    expect(text?.textContent).to.equal('Hello nobody');
    expect(text && getComputedStyle(text).color).to.equal('rgb(1, 2, 3)');
    probe.setAttribute('name', 'Ana');
    await probe.updateComplete;
    expect(text?.textContent).to.equal('Hello Ana');
  });

  it('blocks inline styles, as the pages of a careful host do', async () => {
    const violation = new Promise<string>((resolve) => {
      document.addEventListener(
        'securitypolicyviolation',
        (event) => {
          event.stopPropagation();
          resolve(event.effectiveDirective);
        },
        { once: true },
      );
    });
    const box = document.createElement('div');
    box.setAttribute('style', 'height: 7px');
    document.body.append(box);
    expect(await violation).to.match(/^style-src/);
    expect(box.offsetHeight).to.equal(0);
    box.remove();
  });

  it('is a page of its own, in view, that draws frames', async () => {
    expect(window.top).to.equal(window);
    expect(document.visibilityState).to.equal('visible');
    await new Promise(requestAnimationFrame);
  });

  it('loads connect-js and the contract as a bundler would', async () => {
    const { connectElementTagNames } = await import('@stripe/connect-js/pure');
    expect(connectElementTagNames).to.not.equal(undefined);
    const { categoryOf } = await import('@express-elements/contract');
    expect(categoryOf('adjustment', 'dispute')).to.equal('dispute');
  });

  it('runs axe', async () => {
    const probe = await mount();
    const { violations } = await window.axe.run(probe);
    expect(violations).to.deep.equal([]);
  });
});
