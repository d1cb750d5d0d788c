/**
 * Lint rules of our own, for oxlint: what the map and the strict policy ask for and no ready rule knows.
 * Which files a rule is about stands in `places.mjs`.
 */
import { arrowTrouble, isDrawn, isNodeTrouble, placeOf } from './places.mjs';

/** @typedef {any} Node an ESTree node: oxlint hands them out untyped */
/** @typedef {{ filename: string, report: (problem: { node: Node, message: string }) => void }} Context */
/** @typedef {Record<string, (node: Node) => void>} Visitor */
/** @typedef {{ create: (context: Context) => Visitor }} Rule */

/** @param {Node} node */
const isTypeOnly = (node) =>
  node.importKind === 'type' ||
  node.exportKind === 'type' ||
  (node.specifiers?.length > 0 &&
    node.specifiers.every(
      (/** @type {Node} */ each) => each.importKind === 'type' || each.exportKind === 'type',
    ));

/** Every way in which a module names another. @param {(node: Node, specifier: string, typesOnly: boolean) => void} check @returns {Visitor} */
const eachImport = (check) => {
  /** @param {Node} node */
  const visit = (node) => {
    if (typeof node.source?.value === 'string') check(node, node.source.value, isTypeOnly(node));
  };
  return {
    ImportDeclaration: visit,
    ExportNamedDeclaration: visit,
    ExportAllDeclaration: visit,
    ImportExpression: visit,
  };
};

/** @type {Rule} */
const arrows = {
  create(context) {
    const place = placeOf(context.filename);
    return eachImport((node, specifier, typesOnly) => {
      const trouble = arrowTrouble(place, specifier, typesOnly);
      if (trouble !== null) {
        context.report({ node, message: `This import of "${specifier}" ${trouble}` });
      }
    });
  },
};

/** @type {Rule} */
const webOnly = {
  create(context) {
    const place = placeOf(context.filename);
    return eachImport((node, specifier) => {
      if (!isNodeTrouble(place, specifier)) return;
      const message = `"${specifier}" is Node's own: this file must run in a page and in any fetch runtime.`;
      context.report({ node, message });
    });
  },
};

const templateTags = new Set(['html', 'svg', 'mathml', 'staticHtml']);
const bannedInTemplates = [
  [
    /\sstyle\s*=/i,
    'a style= attribute is blocked by a strict policy: set CSSOM properties instead.',
  ],
  [/<style[\s>]/i, 'a <style> element is blocked by a strict policy: use css in static styles.'],
  [/<script[\s>]/i, 'a <script> element has no place in a template.'],
  [/\son[a-z]+\s*=/i, 'an inline handler is blocked by a strict policy: use @event.'],
];
const bannedImports = new Set([
  'styleMap',
  'unsafeHTML',
  'unsafeSVG',
  'unsafeMathML',
  'unsafeStatic',
]);

/** @type {Rule} */
const strictTemplates = {
  create(context) {
    if (!isDrawn(placeOf(context.filename))) return {};
    return {
      TaggedTemplateExpression(node) {
        if (!templateTags.has(node.tag.name)) return;
        const text = node.quasi.quasis.map((/** @type {Node} */ part) => part.value.raw).join('…');
        for (const [pattern, message] of bannedInTemplates) {
          if (/** @type {RegExp} */ (pattern).test(text)) {
            context.report({ node, message: `In this template ${message}` });
          }
        }
      },
      ImportSpecifier(node) {
        const name = node.imported.name;
        if (!bannedImports.has(name)) return;
        const message = `${name} is not for our pages: it needs inline styles or takes text for markup.`;
        context.report({ node, message });
      },
    };
  },
};

const markupSinks = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'setHTMLUnsafe',
  'createContextualFragment',
  'srcdoc',
]);

/** @type {Rule} */
const textIsText = {
  create(context) {
    if (!isDrawn(placeOf(context.filename))) return {};
    return {
      MemberExpression(node) {
        const name = node.computed ? node.property.value : node.property.name;
        if (!markupSinks.has(name)) return;
        const message = `${name} takes text for markup: text from Stripe or sellers is text.`;
        context.report({ node, message });
      },
      CallExpression(node) {
        if (node.callee.property?.name !== 'setAttribute') return;
        if (node.arguments[0]?.value !== 'style') return;
        const message = 'A style attribute is blocked by a strict policy: set CSSOM properties.';
        context.report({ node, message });
      },
    };
  },
};

/** @type {Rule} */
const noDoubleAssertion = {
  create: (context) => ({
    TSAsExpression(node) {
      if (node.expression.type !== 'TSAsExpression') return;
      if (node.expression.typeAnnotation.type !== 'TSUnknownKeyword') return;
      const message = 'A cast through unknown hides what the type is: narrow it or write a guard.';
      context.report({ node, message });
    },
  }),
};

const runners = new Set(['it', 'test', 'describe', 'suite']);

/** @type {Rule} */
const everyTestRuns = {
  create: (context) => ({
    MemberExpression(node) {
      if (!runners.has(node.object.name)) return;
      if (!['only', 'skip', 'todo'].includes(node.property.name)) return;
      const message = `${node.object.name}.${node.property.name} leaves tests out.`;
      context.report({ node, message });
    },
  }),
};

export default {
  meta: { name: 'express' },
  rules: {
    arrows,
    'web-only': webOnly,
    'strict-templates': strictTemplates,
    'text-is-text': textIsText,
    'no-double-assertion': noDoubleAssertion,
    'every-test-runs': everyTestRuns,
  },
};
