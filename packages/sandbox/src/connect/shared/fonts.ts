const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

const descriptorsOf = (font: Record<string, unknown>): FontFaceDescriptors => {
  const given: [keyof FontFaceDescriptors, string | undefined][] = [
    ['display', text(font.display)],
    ['style', text(font.style)],
    ['unicodeRange', text(font.unicodeRange)],
    ['weight', text(font.weight)],
  ];
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
};

const loadCss = async (document: Document, url: string): Promise<void> => {
  const { href } = new URL(url, document.baseURI);
  const response = await fetch(href);
  const Sheet = document.defaultView?.CSSStyleSheet ?? CSSStyleSheet;
  const sheet = new Sheet({ baseURL: href });
  sheet.replaceSync(await response.text());
  document.adoptedStyleSheets.push(sheet);
};

const loadOne = async (document: Document, font: unknown): Promise<void> => {
  if (!isObject(font)) return;
  const css = text(font.cssSrc);
  if (css !== undefined) return loadCss(document, css);
  const family = text(font.family);
  const source = text(font.src);
  if (family === undefined || source === undefined) return;
  document.fonts.add(await new FontFace(family, source, descriptorsOf(font)).load());
};

/** Loads the `fonts` of an instance. A font that cannot be had leaves the next family in its place. */
export const loadFonts = (document: Document, fonts: unknown): void => {
  for (const font of Array.isArray(fonts) ? fonts : [])
    loadOne(document, font).catch((cause: unknown) =>
      console.warn('[sandbox connect.js] a font could not be loaded', cause),
    );
};
