/**
 * The theme: what the system prefers, or light, or dark, kept in this browser.
 *
 * @module
 */

const KEY = 'round-trip:theme';
const THEMES = ['auto', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** Shows the button that goes round the themes, and keeps the choice. */
export function offerThemes(): void {
  const button = document.querySelector<HTMLButtonElement>('button.theme');
  if (!button) return;
  let theme = current();
  const label = (): void => {
    button.textContent = `Theme: ${theme}`;
  };
  label();
  button.hidden = false;
  button.addEventListener('click', () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
    apply(theme);
    label();
  });
}

function current(): Theme {
  const theme = document.documentElement.dataset['theme'];
  return THEMES.find((known) => known === theme) ?? 'auto';
}

function apply(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === 'auto') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage may be refused; the theme then lasts for this page.
  }
}
