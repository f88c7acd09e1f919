/**
 * Text made fit for HTML.
 *
 * @module
 */

import { markSafe, SafeText } from './safestring.ts';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text in which nothing is HTML any more, whether it was marked as HTML or not. @models django.utils.html:escape */
export function escape(text: unknown): SafeText {
  return markSafe(String(text).replaceAll(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark));
}

/** Escapes what is not marked as HTML. @models django.utils.html:conditional_escape */
export function conditionalEscape(text: unknown): SafeText {
  return text instanceof SafeText ? text : escape(text);
}
