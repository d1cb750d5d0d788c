/** The elements' reference, made from their class comments: tables in docs, controls in the catalogue, editors' hints. */

/**
 * Tags are given to classes by `define('express-…', Class)` in a file of its own, so that a class can be imported
 * without one; the analyzer knows only `customElements.define`. Paths become the package's own.
 */
function tagsOfDefine() {
  /** @type {Map<string, string>} tag by class */
  const tags = new Map();
  return {
    name: 'tags-of-define',
    /** @param {{ ts: any, node: any }} phase */
    analyzePhase({ ts, node }) {
      if (node.kind !== ts.SyntaxKind.CallExpression) return;
      if (node.expression.getText() !== 'define') return;
      const [tag, element] = node.arguments;
      if (tag?.kind === ts.SyntaxKind.StringLiteral) tags.set(element.getText(), tag.text);
    },
    /** @param {{ customElementsManifest: { modules: any[] } }} phase */
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        module.path = module.path.replace(/^packages\/elements\//, '');
        for (const declaration of module.declarations ?? []) {
          if (tags.has(declaration.name)) declaration.tagName = tags.get(declaration.name);
        }
      }
    },
  };
}

export default {
  globs: ['packages/elements/src/**/*.ts'],
  exclude: ['packages/elements/src/locales/**'],
  litelement: true,
  packagejson: false,
  plugins: [tagsOfDefine()],
};
