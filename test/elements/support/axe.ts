import 'axe-core';

declare global {
  interface Window {
    readonly axe: typeof import('axe-core');
  }
}

/** What moves is looked at when it has come to rest. */
function settle(element: Element): void {
  const root = element.getRootNode();
  const trees = [document, element.shadowRoot, root instanceof ShadowRoot ? root : null];
  for (const animation of trees.flatMap((tree) => tree?.getAnimations() ?? []))
    if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
    else animation.cancel();
}

/** Fails with what axe-core finds wrong in an element, its shadow root included. */
export async function accessible(element: Element): Promise<void> {
  settle(element);
  const { violations } = await window.axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // Whole-page rules: a test's page has no landmarks and no heading before an element's.
    rules: {
      region: { enabled: false },
      'page-has-heading-one': { enabled: false },
      'heading-order': { enabled: false },
    },
  });
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `  ${String(node.target)} ${node.failureSummary}`).join('\n')}`,
  );
  if (found.length > 0) throw new Error(found.join('\n'));
}
