/**
 * Messages in the session.
 *
 * @module
 */

import { AssertionError } from '../../../../builtins.ts';
import type { HttpRequest } from '../../../http/request.ts';
import type { HttpResponseBase } from '../../../http/response-base.ts';
import { defineModule } from '../../../utils/module-loading.ts';
import '../../sessions/middleware.ts';
import { BaseStorage, type Message, type Retrieved } from './base.ts';
import { decodeMessages, encodeMessages } from './encoding.ts';

/** Messages that the session carries; there is always room. @models django.contrib.messages.storage.session:SessionStorage */
export class SessionStorage extends BaseStorage {
  /** @models django.contrib.messages.storage.session:SessionStorage.session_key */
  readonly sessionKey: string = '_messages';

  /** @throws {AssertionError} where there is no session. */
  constructor(request: HttpRequest) {
    if (!('session' in request)) {
      throw new AssertionError(
        'The session-based temporary message storage requires session middleware to be installed, and come before the message middleware in the MIDDLEWARE list.',
      );
    }
    super(request);
  }

  /** @models django.contrib.messages.storage.session:SessionStorage._get */
  override _get(): Retrieved {
    return [this.deserializeMessages(this.request.session.get(this.sessionKey)), true];
  }

  /** @models django.contrib.messages.storage.session:SessionStorage._store */
  override _store(messages: Message[], _response: HttpResponseBase): Message[] {
    const { session } = this.request;
    if (messages.length > 0) session.set(this.sessionKey, this.serializeMessages(messages));
    else session.pop(this.sessionKey, null);
    return [];
  }

  /** @models django.contrib.messages.storage.session:SessionStorage.serialize_messages */
  serializeMessages(messages: readonly Message[]): string {
    return encodeMessages(messages);
  }

  /** @models django.contrib.messages.storage.session:SessionStorage.deserialize_messages */
  deserializeMessages(data: unknown): Message[] | null {
    if (typeof data === 'string' && data) return decodeMessages(data) as Message[];
    return (data ?? null) as Message[] | null;
  }
}

defineModule('django.contrib.messages.storage.session', { SessionStorage });
