import { expect } from 'chai';
import { html, render } from 'lit';
import { repeat } from '../../../../packages/elements/src/ui/repeat.ts';

describe('repeat', () => {
  let list: HTMLElement;
  beforeEach(() => {
    list = document.createElement('ul');
    document.body.append(list);
  });
  afterEach(() => list.remove());

  const show = (keys: readonly string[]) =>
    render(
      repeat(
        keys,
        (key) => key,
        (key) => html`<li>${key}</li>`,
      ),
      list,
    );
  const shown = (): string[] => [...list.children].map((item) => item.textContent);
  /** Every order of some letters, so that each may go, come and move to anywhere. */
  const orders = ['abc', 'cba', 'bc', 'b', '', 'bdace', 'ea', 'aebc'];

  for (const from of orders)
    for (const to of orders)
      it(`goes from “${from}” to “${to}”, each node with its key`, () => {
        show([...from]);
        const before = new Map([...list.children].map((item) => [item.textContent, item]));
        show([...to]);
        expect(shown()).to.deep.equal([...to]);
        for (const item of list.children) {
          const known = before.get(item.textContent);
          if (known && to.includes(item.textContent)) expect(item).to.equal(known);
        }
      });

  it('leaves nothing behind of what has gone, however often', () => {
    show(['a', 'b', 'c']);
    const nodes = list.childNodes.length;
    for (let step = 0; step < 40; step += 1) show([`${step}`, `${step + 1}`, `${step + 2}`]);
    expect(list.childNodes.length).to.equal(nodes);
  });

  it('draws the last of several with one key', () => {
    show(['a', 'b', 'a']);
    expect(shown()).to.have.members(['a', 'b']);
  });
});
