/**
 * Messages in a cookie, with a keyed hash before them.
 *
 * @module
 */

import { quoteCookie } from '../../../../http/cookies.ts';
import { JSONDecodeError } from '../../../../json.ts';
import { settings } from '../../../conf.ts';
import type { HttpResponseBase } from '../../../http/response-base.ts';
import { constantTimeCompare, saltedHmac } from '../../../utils/crypto.ts';
import { defineModule } from '../../../utils/module-loading.ts';
import { BaseStorage, type Message, type Retrieved, type StoreOptions } from './base.ts';
import { decodeMessages, encodeMessages } from './encoding.ts';

/** Messages that the visitor carries. @models django.contrib.messages.storage.cookie:CookieStorage */
export class CookieStorage extends BaseStorage {
  /** @models django.contrib.messages.storage.cookie:CookieStorage.cookie_name */
  readonly cookieName: string = 'messages';
  /** In characters, quotes and escapes included; 0 for any number. @models django.contrib.messages.storage.cookie:CookieStorage.max_cookie_size */
  readonly maxCookieSize: number = 2048;
  /** Stands last where messages were left out. @models django.contrib.messages.storage.cookie:CookieStorage.not_finished */
  readonly notFinished = '__messagesnotfinished__';

  /** @models django.contrib.messages.storage.cookie:CookieStorage._get */
  override _get(): Retrieved {
    const messages = this._decode(this.request.COOKIES.get(this.cookieName));
    const allRetrieved = messages?.at(-1) !== this.notFinished;
    if (!allRetrieved) messages?.pop();
    return [messages as Message[] | null, allRetrieved];
  }

  /** Sets the cookie, or takes it away where there is nothing to tell. @models django.contrib.messages.storage.cookie:CookieStorage._store */
  override _store(
    messages: Message[],
    response: HttpResponseBase,
    { removeOldest = true }: StoreOptions = {},
  ): Message[] {
    const unstored: Message[] = [];
    let encoded = this._encode(messages);
    const most = this.maxCookieSize || Number.POSITIVE_INFINITY;
    while (encoded && quoteCookie(encoded).length > most) {
      if (removeOldest) unstored.push(...messages.splice(0, 1));
      else unstored.unshift(...messages.splice(-1));
      encoded = this._encode([...messages, this.notFinished]);
    }
    this._updateCookie(encoded, response);
    return unstored;
  }

  /** @models django.contrib.messages.storage.cookie:CookieStorage._update_cookie */
  protected _updateCookie(encoded: string | null, response: HttpResponseBase): void {
    const options = {
      domain: settings.SESSION_COOKIE_DOMAIN,
      samesite: settings.SESSION_COOKIE_SAMESITE,
    };
    if (!encoded) return response.deleteCookie(this.cookieName, options);
    response.setCookie(this.cookieName, encoded, {
      ...options,
      secure: settings.SESSION_COOKIE_SECURE,
      httponly: settings.SESSION_COOKIE_HTTPONLY,
    });
  }

  /** Messages as text: hash, dollar, JSON; `null` where there are none. @models django.contrib.messages.storage.cookie:CookieStorage._encode */
  _encode(messages: readonly (Message | string)[], encodeEmpty = false): string | null {
    if (messages.length === 0 && !encodeEmpty) return null;
    const value = encodeMessages(messages);
    return `${this._hash(value)}$${value}`;
  }

  /** Undoes `_encode`; what is not as it was written is none, and is taken away. @models django.contrib.messages.storage.cookie:CookieStorage._decode */
  _decode(data: string | undefined): (Message | string)[] | null {
    if (!data) return null;
    const [hash = '', ...rest] = data.split('$');
    const value = rest.join('$');
    if (rest.length > 0 && constantTimeCompare(hash, this._hash(value))) {
      try {
        return decodeMessages(value) as (Message | string)[];
      } catch (error) {
        if (!(error instanceof JSONDecodeError)) throw error;
      }
    }
    this.used = true;
    return null;
  }

  /** @models django.contrib.messages.storage.cookie:CookieStorage._hash */
  _hash(value: string): string {
    return saltedHmac('django.contrib.messages', value).hexdigest();
  }
}

defineModule('django.contrib.messages.storage.cookie', { CookieStorage });
