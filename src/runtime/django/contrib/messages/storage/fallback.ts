/**
 * Messages wherever there is room.
 *
 * @module
 */

import type { HttpResponseBase } from '../../../http/response-base.ts';
import type { HttpRequest } from '../../../http/request.ts';
import { defineModule } from '../../../utils/module-loading.ts';
import { BaseStorage, type Message, type Retrieved } from './base.ts';
import { CookieStorage } from './cookie.ts';
import { SessionStorage } from './session.ts';

/** Messages in the cookie, and in the session what the cookie has no room for. @models django.contrib.messages.storage.fallback:FallbackStorage */
export class FallbackStorage extends BaseStorage {
  /** In the order in which they are tried. @models django.contrib.messages.storage.fallback:FallbackStorage.storage_classes */
  static readonly storageClasses: readonly (new (request: HttpRequest) => BaseStorage)[] = [
    CookieStorage,
    SessionStorage,
  ];

  readonly storages: readonly BaseStorage[];
  #used: Set<BaseStorage> | null = null;

  constructor(request: HttpRequest) {
    super(request);
    const { storageClasses } = this.constructor as typeof FallbackStorage;
    this.storages = storageClasses.map((Storage) => new Storage(request));
  }

  /** @models django.contrib.messages.storage.fallback:FallbackStorage._get */
  override _get(): Retrieved {
    const all: Message[] = [];
    let allRetrieved = false;
    for (const storage of this.storages) {
      let messages: Message[] | null;
      [messages, allRetrieved] = storage._get();
      if (messages === null) break;
      if (messages.length > 0) (this.#used ??= new Set()).add(storage);
      all.push(...messages);
      if (allRetrieved) break;
    }
    return [all, allRetrieved];
  }

  /** @models django.contrib.messages.storage.fallback:FallbackStorage._store */
  override _store(messages: Message[], response: HttpResponseBase): Message[] {
    let left = messages;
    for (const storage of this.storages) {
      if (left.length > 0) left = storage._store(left, response, { removeOldest: false });
      else if (this.#used?.delete(storage)) storage._store([], response);
    }
    return left;
  }
}

defineModule('django.contrib.messages.storage.fallback', { FallbackStorage });
