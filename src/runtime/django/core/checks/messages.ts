/**
 * What a system check has to say.
 *
 * @module
 */

import { isNone } from '../../../objects.ts';
import { repr, str } from '../../../repr.ts';
import { settings } from '../../conf.ts';

/** @models django.core.checks.messages:DEBUG */
export const DEBUG = 10;
/** @models django.core.checks.messages:INFO */
export const INFO = 20;
/** @models django.core.checks.messages:WARNING */
export const WARNING = 30;
/** @models django.core.checks.messages:ERROR */
export const ERROR = 40;
/** @models django.core.checks.messages:CRITICAL */
export const CRITICAL = 50;

/** What a message may carry beside its text. */
export interface MessageOptions {
  hint?: string | null;
  /** What it is about. */
  obj?: unknown;
  /** Such as `urls.W001`. */
  id?: string | null;
}

/** Something that a check found. @models django.core.checks.messages:CheckMessage */
export class CheckMessage {
  readonly level: number;
  readonly msg: string;
  readonly hint: string | null;
  readonly obj: unknown;
  readonly id: string | null;
  /** The name of its class. */
  protected readonly kind: string = 'CheckMessage';

  constructor(level: number, msg: string, { hint, obj, id }: MessageOptions = {}) {
    this.level = level;
    this.msg = msg;
    this.hint = hint ?? null;
    this.obj = obj ?? null;
    this.id = id ?? null;
  }

  /** Whether it is at least as grave as a level. @models django.core.checks.messages:CheckMessage.is_serious */
  isSerious(level: number = ERROR): boolean {
    return this.level >= level;
  }

  /** Whether the site does not want to hear it. @models django.core.checks.messages:CheckMessage.is_silenced */
  isSilenced(): boolean {
    const silenced = settings['SILENCED_SYSTEM_CHECKS'] as readonly string[];
    return silenced.includes(this.id ?? '');
  }

  /** What it is about, its id, its text and its hint. @models django.core.checks.messages:CheckMessage.__str__ */
  toString(): string {
    const subject = isNone(this.obj) ? '?' : str(this.obj);
    const id = this.id ? `(${this.id}) ` : '';
    const hint = this.hint ? `\n\tHINT: ${this.hint}` : '';
    return `${subject}: ${id}${this.msg}${hint}`;
  }

  /** As Python shows it. @models django.core.checks.messages:CheckMessage.__repr__ */
  __repr__(): string {
    const { kind, level, msg, hint, obj, id } = this;
    return `<${kind}: level=${level}, msg=${repr(msg)}, hint=${repr(hint)}, obj=${repr(obj)}, id=${repr(id)}>`;
  }
}

/** @models django.core.checks.messages:Debug */
export class Debug extends CheckMessage {
  protected override readonly kind = 'Debug';

  constructor(msg: string, options: MessageOptions = {}) {
    super(DEBUG, msg, options);
  }
}

/** @models django.core.checks.messages:Info */
export class Info extends CheckMessage {
  protected override readonly kind = 'Info';

  constructor(msg: string, options: MessageOptions = {}) {
    super(INFO, msg, options);
  }
}

/** Django calls it `Warning`. @models django.core.checks.messages:Warning */
class WarningMessage extends CheckMessage {
  protected override readonly kind = 'Warning';

  constructor(msg: string, options: MessageOptions = {}) {
    super(WARNING, msg, options);
  }
}

/** Django calls it `Error`. @models django.core.checks.messages:Error */
class ErrorMessage extends CheckMessage {
  protected override readonly kind = 'Error';

  constructor(msg: string, options: MessageOptions = {}) {
    super(ERROR, msg, options);
  }
}

/** @models django.core.checks.messages:Critical */
export class Critical extends CheckMessage {
  protected override readonly kind = 'Critical';

  constructor(msg: string, options: MessageOptions = {}) {
    super(CRITICAL, msg, options);
  }
}

export { ErrorMessage as Error, WarningMessage as Warning };
