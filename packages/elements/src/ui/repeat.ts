import { noChange } from 'lit';
import { directive, Directive, type ChildPart, type DirectiveResult } from 'lit/directive.js';
import { insertPart, removePart, setChildPartValue } from 'lit/directive-helpers.js';

type Key = string | number | undefined;

/** lit's own (3.3.1 to 3.3.3) leaves a comment behind for each part it removes: https://github.com/lit/lit/issues/5298 */
function remove(part: ChildPart): void {
  const end = part.endNode;
  removePart(part);
  end?.parentNode?.removeChild(end);
}

interface Item {
  readonly key: Key;
  readonly template: () => unknown;
}

class Repeat extends Directive {
  #parts: ReadonlyMap<Key, ChildPart> = new Map();

  render(_items: readonly Item[]): unknown {
    return noChange;
  }

  override update(container: ChildPart, [items]: [readonly Item[]]): unknown {
    const wanted = new Map(items.map((item) => [item.key, item]));
    for (const [key, part] of this.#parts) if (!wanted.has(key)) remove(part);
    const parts = new Map<Key, ChildPart>();
    let next: ChildPart | undefined;
    // From the end: each stands before the one after it.
    for (const { key, template } of [...wanted.values()].toReversed()) {
      const part: ChildPart = insertPart(container, next, this.#parts.get(key));
      next = setChildPartValue(part, template());
      parts.set(key, next);
    }
    this.#parts = parts;
    return noChange;
  }
}

const repeatItems = directive(Repeat);

/**
 * Templates by key: a node stays with its item when items come, go or move. As lit's `repeat`, without what that leaves
 * in the page for each item that goes, which in a list that is scrolled is without end. Of items with the same key the
 * last is drawn.
 */
export const repeat = <T>(
  items: Iterable<T>,
  key: (item: T) => Key,
  template: (item: T) => unknown,
): DirectiveResult =>
  repeatItems(Array.from(items, (item) => ({ key: key(item), template: () => template(item) })));
