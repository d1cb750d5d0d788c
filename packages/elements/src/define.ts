/**
 * Makes a tag known to the page, unless another bundle has done so. On a server there is nothing to make it known to.
 *
 * @example define('express-balance', ExpressBalance)
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (typeof customElements === 'undefined' || customElements.get(tag)) return;
  customElements.define(tag, element);
}
