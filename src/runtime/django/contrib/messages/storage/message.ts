/**
 * One message.
 *
 * @module
 */

import { ValueError } from '../../../../builtins.ts';
import { isPlainObject } from '../../../../objects.ts';
import { PerProcess } from '../../../../process.ts';
import { repr, str } from '../../../../repr.ts';
import { settings } from '../../../conf.ts';
import { SafeText } from '../../../utils/safestring.ts';
import { DEFAULT_TAGS } from '../constants.ts';

/** What templates call the levels: Django's words, and over them those of `MESSAGE_TAGS`. @models django.contrib.messages.utils:get_level_tags */
export function getLevelTags(): Record<number, string> {
  const own = 'MESSAGE_TAGS' in settings ? settings.MESSAGE_TAGS : {};
  return { ...DEFAULT_TAGS, ...(isPlainObject(own) ? (own as Record<number, string>) : {}) };
}

const levelTags = new PerProcess(getLevelTags);

/** A level as a whole number. @throws {ValueError} */
export function toLevel(level: number | string): number {
  const number = typeof level === 'number' ? Math.trunc(level) : Number(level.trim() || Number.NaN);
  if (Number.isInteger(number)) return number;
  throw new ValueError(`invalid literal for int() with base 10: ${repr(level)}`);
}

/** A message for a visitor. @models django.contrib.messages.storage.base:Message */
export class Message {
  readonly level: number;
  /** A text, or what will be one when it is stored. */
  message: unknown;
  extraTags: string | null;

  constructor(level: number | string, message: unknown, extraTags: string | null = null) {
    this.level = toLevel(level);
    this.message = message;
    this.extraTags = extraTags;
  }

  /** Makes text of what it holds; text that is HTML stays marked. @models django.contrib.messages.storage.base:Message._prepare */
  _prepare(): void {
    if (!(this.message instanceof SafeText)) this.message = str(this.message);
    if (this.extraTags !== null) this.extraTags = String(this.extraTags);
  }

  /** The words for a template: its own, then that of its level. @models django.contrib.messages.storage.base:Message.tags */
  get tags(): string {
    return [this.extraTags, this.levelTag].filter(Boolean).join(' ');
  }

  /** The word for its level. @models django.contrib.messages.storage.base:Message.level_tag */
  get levelTag(): string {
    return levelTags.value[this.level] ?? '';
  }

  /** Whether another message says the same as loudly. @models django.contrib.messages.storage.base:Message.__eq__ */
  equals(other: unknown): boolean {
    if (!(other instanceof Message)) return false;
    return this.level === other.level && String(this) === String(other);
  }

  /** What it says. @models django.contrib.messages.storage.base:Message.__str__ */
  toString(): string {
    return str(this.message);
  }
}
