/**
 * Styles that a page has only once they are wanted.
 *
 * @module
 */

/** Adds a style sheet, once. Ready when it is there, or cannot be had: a page works without it. */
export function addStyles(address: string): Promise<void> {
  const known = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
  const wanted = new URL(address, location.href).href;
  if (known.some(({ href }) => href === wanted)) return Promise.resolve();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  return new Promise((resolve) => {
    for (const type of ['load', 'error']) link.addEventListener(type, () => resolve());
    document.head.append(link);
  });
}
