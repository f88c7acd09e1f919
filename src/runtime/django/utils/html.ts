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

const MARK = /[&<>"']/;
const MARKS = /[&<>"']/g;

function entityOf(mark: string): string {
  return ENTITIES[mark] ?? mark;
}

/** Text in which nothing is HTML any more, whether it was marked as HTML or not. @models django.utils.html:escape */
export function escape(text: unknown): SafeText {
  const whole = String(text);
  return markSafe(MARK.test(whole) ? whole.replaceAll(MARKS, entityOf) : whole);
}

/** Escapes what is not marked as HTML. @models django.utils.html:conditional_escape */
export function conditionalEscape(text: unknown): SafeText {
  return text instanceof SafeText ? text : escape(text);
}
