/**
 * Messages as JSON.
 *
 * @module
 */

import { COMPACT, dumps, loads } from '../../../../json.ts';
import { isPlainObject } from '../../../../objects.ts';
import { typeName } from '../../../../repr.ts';
import { markSafe, SafeText } from '../../../utils/safestring.ts';
import { Message } from './message.ts';

/** What marks a list as a message. @models django.contrib.messages.storage.cookie:MessageEncoder.message_key */
export const MESSAGE_KEY = '__json_message';

/** Messages, and whatever stands among them, as JSON without spaces. @models django.contrib.messages.storage.cookie:MessageEncoder */
export function encodeMessages(messages: readonly (Message | string)[]): string {
  return dumps(messages, { separators: COMPACT, encode: toList });
}

/** What `encodeMessages` made JSON of. @throws {JSONDecodeError} @models django.contrib.messages.storage.cookie:MessageDecoder */
export function decodeMessages(text: string): unknown {
  return fromLists(loads(text));
}

function toList(value: object): unknown {
  if (value instanceof SafeText) return String(value);
  if (!(value instanceof Message)) {
    throw new TypeError(`Object of type ${typeName(value)} is not JSON serializable`);
  }
  const { message, level, extraTags } = value;
  const list = [MESSAGE_KEY, message instanceof SafeText ? 1 : 0, level, message];
  return extraTags ? [...list, extraTags] : list;
}

function fromLists(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value[0] === MESSAGE_KEY ? toMessage(value as unknown[]) : value.map(fromLists);
  }
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, fromLists(held)]));
}

function toMessage(list: readonly unknown[]): Message {
  const [isSafe, level, message, extraTags = null] =
    list.length === 3 ? [0, ...list.slice(1)] : list.slice(1);
  return new Message(
    level as number,
    isSafe ? markSafe(String(message)) : message,
    extraTags as string | null,
  );
}
