/**
 * Follows the reader through the sections: marks the current one in the contents, and names
 * it in the running head.
 *
 * @module
 */

/** Starts following; does nothing on a page without contents. */
export function followSections(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];
  const here = document.querySelector<HTMLAnchorElement>('.here');
  const headings = links.flatMap((link) => document.getElementById(idOf(link)) ?? []);
  if (headings.length === 0) return;

  let marked: HTMLAnchorElement | undefined;
  const update = (): void => {
    const edge = Math.min(200, innerHeight / 3);
    const passed = headings.findLast((heading) => heading.getBoundingClientRect().top < edge);
    const link = passed && links.find((link) => idOf(link) === passed.id);
    if (link === marked) return;
    marked?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'true');
    marked = link;
    if (!here) return;
    here.hidden = !link;
    here.textContent = link?.textContent ?? '';
    if (link) here.href = link.hash;
  };

  let waiting = false;
  const later = (): void => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      update();
    });
  };
  addEventListener('scroll', later, { passive: true });
  addEventListener('resize', later);
  update();
}

function idOf(link: HTMLAnchorElement): string {
  return decodeURIComponent(link.hash.slice(1));
}
