/**
 * Messages as they travel: headers, an empty line, a body or several.
 *
 * @module
 */

import { utf8Encode } from '../../../codecs.ts';
import { foldAscii } from '../../../email/folding.ts';
import { encodeQuotedPrintable } from '../../../email/quoted-printable.ts';
import { uniqueNumber } from '../../../email/message-id.ts';
import { forbidMultiLineHeaders } from './addresses.ts';

/** The longest line that e-mail allows, in bytes. @models django.core.mail.message:RFC5322_EMAIL_LINE_LENGTH_LIMIT */
export const RFC5322_EMAIL_LINE_LENGTH_LIMIT = 998;

/** A message, or a part of one. @models django.core.mail.message:MIMEMixin */
export abstract class MIMEPart {
  readonly #headers: [name: string, value: string][] = [];

  /** Adds a header, even beside one of the same name. @throws {BadHeaderError} for a value with a newline. @models django.core.mail.message:SafeMIMEText.__setitem__ */
  set(name: string, value: string): void {
    this.#headers.push([name, forbidMultiLineHeaders(name, value)]);
  }

  /** The first header of a name, in whatever case; `null` without one. */
  get(name: string): string | null {
    const wanted = name.toLowerCase();
    return this.#headers.find(([known]) => known.toLowerCase() === wanted)?.[1] ?? null;
  }

  /** Names and values in the order in which they were set. */
  items(): [name: string, value: string][] {
    return [...this.#headers];
  }

  /** The whole as text. @models django.core.mail.message:MIMEMixin.as_string */
  asString(linesep = '\n'): string {
    const head = this.#headers.map(
      ([name, value]) => `${name}: ${foldAscii(value, name.length + 2)}`,
    );
    const text = [...head, '', this.body()].join('\n');
    return text.split(/\r\n|\n|\r/).join(linesep);
  }

  /** The whole as bytes. @models django.core.mail.message:MIMEMixin.as_bytes */
  asBytes(linesep = '\n'): Uint8Array {
    return utf8Encode(this.asString(linesep));
  }

  /** What follows the headers. */
  abstract body(): string;
}

/** Text. @models django.core.mail.message:SafeMIMEText */
export class SafeMIMEText extends MIMEPart {
  readonly #body: string;

  constructor(text: string, subtype: string, charset: string) {
    super();
    const lines = text.split(/\r\n|\n|\r/);
    const isLong = lines.some((line) => utf8Encode(line).length > RFC5322_EMAIL_LINE_LENGTH_LIMIT);
    const isAscii = !/[^\0-\x7f]/.test(text);
    this.#body = isLong ? encodeQuotedPrintable(text) : text;
    this.set('Content-Type', `text/${subtype}; charset="${charset}"`);
    this.set('MIME-Version', '1.0');
    this.set('Content-Transfer-Encoding', isLong ? 'quoted-printable' : isAscii ? '7bit' : '8bit');
  }

  override body(): string {
    return this.#body;
  }
}

/** Several parts. @models django.core.mail.message:SafeMIMEMultipart */
export class SafeMIMEMultipart extends MIMEPart {
  readonly parts: readonly MIMEPart[];
  readonly #boundary = `===============${String(uniqueNumber()).padStart(19, '0')}==`;

  constructor(subtype: string, parts: readonly MIMEPart[]) {
    super();
    this.parts = parts;
    this.set('Content-Type', `multipart/${subtype}; boundary="${this.#boundary}"`);
    this.set('MIME-Version', '1.0');
  }

  override body(): string {
    const parts = this.parts.map((part) => `--${this.#boundary}\n${part.asString()}\n`);
    return `${parts.join('')}--${this.#boundary}--\n`;
  }
}
