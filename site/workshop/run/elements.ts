/**
 * Elements of the page, made in one expression.
 *
 * @module
 */

type Child = Node | string;

/** An element with a class and what is in it. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** A button that does something. */
export function action(label: string, act: () => unknown, title = ''): HTMLButtonElement {
  const made = element('button', 'copy act', label);
  made.type = 'button';
  if (title) made.title = title;
  made.addEventListener('click', () => void act());
  return made;
}
