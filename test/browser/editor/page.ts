/**
 * A page that opens the editor on demand, as the pages of the site do.
 *
 * @module
 */

import type { Editor, EditorOptions } from '../../../site/workshop/editor/open-editor.ts';

declare global {
  interface Window {
    /** Opens an editor, and notes in `heard` what it calls and what it announces. */
    open_(options: Omit<EditorOptions, 'parent' | 'onChange' | 'onRun'>): Promise<void>;
    editor: Editor;
    heard: string[];
    /** Directives of the policy that something broke. */
    breaches: string[];
  }
}

window.heard = [];
window.breaches = [];
addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
  window.breaches.push(effectiveDirective),
);
window.open_ = async (options) => {
  const { openEditor } = await import('../../../site/workshop/editor/open-editor.ts');
  window.editor = openEditor({
    ...options,
    parent: document.querySelector('main') ?? document.body,
    onChange: (text) => window.heard.push(`change ${text}`),
    onRun: () => window.heard.push('run'),
  });
  const root = document.querySelector('.editor')?.shadowRoot;
  const live = root?.querySelector('.cm-announced');
  if (!live) throw new Error('The editor announces nothing.');
  // It is emptied after a moment, and a test may look too late.
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const { textContent } of addedNodes) window.heard.push(`said ${textContent}`);
  }).observe(live, { childList: true });
};
