/**
 * Text that is HTML already, so that nobody escapes it again.
 *
 * @module
 */

/** Text marked as HTML; a string object, since a plain string carries no mark. @models django.utils.safestring:SafeText */
export class SafeText extends String {
  /** The text as HTML, which other engines ask for as well. @models django.utils.safestring:SafeData.__html__ */
  __html__(): this {
    return this;
  }
}

/** Marks a text as HTML; one that is marked stays as it is. @models django.utils.safestring:mark_safe */
export function markSafe(text: string | SafeText): SafeText {
  return text instanceof SafeText ? text : new SafeText(text);
}
