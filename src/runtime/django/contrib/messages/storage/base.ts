/**
 * Messages on their way to a visitor: what was stored, and what was added since.
 *
 * @module
 */

import { NotImplementedError } from '../../../../builtins.ts';
import { truth } from '../../../../objects.ts';
import { settings } from '../../../conf.ts';
import type { HttpRequest } from '../../../http/request.ts';
import type { HttpResponseBase } from '../../../http/response-base.ts';
import { SafeText } from '../../../utils/safestring.ts';
import { INFO } from '../constants.ts';
import { Message, toLevel } from './message.ts';

export { getLevelTags, Message } from './message.ts';

/** What was stored: `null` where nothing ever was; and whether all of it is here. */
export type Retrieved = [messages: Message[] | null, allRetrieved: boolean];

/** How messages are stored. */
export interface StoreOptions {
  /** Whether the oldest are left out where there is no room; else the newest. */
  removeOldest?: boolean;
}

/** Messages of one request; a subclass says where they are stored. @models django.contrib.messages.storage.base:BaseStorage */
export class BaseStorage {
  readonly request: HttpRequest;
  /** Whether anyone has seen the messages: those are not stored again. */
  used = false;
  /** Whether a message was added. */
  addedNew = false;
  protected _queuedMessages: Message[] = [];
  #loaded: Message[] | null = null;
  #level: number | null = null;

  constructor(request: HttpRequest) {
    this.request = request;
  }

  /** How many messages there are. @models django.contrib.messages.storage.base:BaseStorage.__len__ */
  get size(): number {
    return this._loadedMessages.length + this._queuedMessages.length;
  }

  /** The messages, which count as seen from now on. @models django.contrib.messages.storage.base:BaseStorage.__iter__ */
  [Symbol.iterator](): IterableIterator<Message> {
    this.used = true;
    this._loadedMessages.push(...this._queuedMessages);
    this._queuedMessages = [];
    return this._loadedMessages.values();
  }

  /** Whether a message like this is among them. @models django.contrib.messages.storage.base:BaseStorage.__contains__ */
  has(message: Message): boolean {
    return [...this._loadedMessages, ...this._queuedMessages].some((one) => one.equals(message));
  }

  /** What was stored, read once. @models django.contrib.messages.storage.base:BaseStorage._loaded_messages */
  protected get _loadedMessages(): Message[] {
    return (this.#loaded ??= this._get()[0] ?? []);
  }

  /** Reads what was stored. @models django.contrib.messages.storage.base:BaseStorage._get */
  _get(): Retrieved {
    throw new NotImplementedError('subclasses of BaseStorage must provide a _get() method');
  }

  /** Stores messages and gives those for which there is no room. @models django.contrib.messages.storage.base:BaseStorage._store */
  _store(_messages: Message[], _response: HttpResponseBase, _options?: StoreOptions): Message[] {
    throw new NotImplementedError('subclasses of BaseStorage must provide a _store() method');
  }

  /** Stores what nobody has seen; gives what could not be stored, or `null` where there was nothing to do. @models django.contrib.messages.storage.base:BaseStorage.update */
  update(response: HttpResponseBase): Message[] | null {
    for (const message of this._queuedMessages) message._prepare();
    if (this.used) return this._store(this._queuedMessages, response);
    if (!this.addedNew) return null;
    return this._store([...this._loadedMessages, ...this._queuedMessages], response);
  }

  /** Adds a message, unless it is empty or too light. @throws {ValueError} for a level that is no number. @models django.contrib.messages.storage.base:BaseStorage.add */
  add(level: number | string, message: unknown, extraTags: string | null = ''): void {
    if (!truth(message instanceof SafeText ? String(message) : message)) return;
    const number = toLevel(level);
    if (number < this.level) return;
    this.addedNew = true;
    this._queuedMessages.push(new Message(number, message, extraTags));
  }

  /** The lightest level that is taken: its own, that of `MESSAGE_LEVEL`, or `INFO`. @models django.contrib.messages.storage.base:BaseStorage.level */
  get level(): number {
    return (this.#level ??= 'MESSAGE_LEVEL' in settings ? Number(settings.MESSAGE_LEVEL) : INFO);
  }

  /** `null` goes back to that of the site. @throws a `TypeError` for `null` where no level was ever asked for or set. */
  set level(level: number | null) {
    if (level === null && this.#level === null) {
      throw new TypeError(
        "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'",
      );
    }
    this.#level = level === null ? null : toLevel(level);
  }
}
