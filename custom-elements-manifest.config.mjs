/** The elements' reference, made from their class comments: tables in docs, controls in the catalogue, editors' hints. */
export default {
  globs: ['packages/elements/src/**/*.ts'],
  exclude: ['packages/elements/src/locales/**'],
  litelement: true,
  packagejson: false,
};
