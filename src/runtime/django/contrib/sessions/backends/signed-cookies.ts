/**
 * Sessions in the visitor's own hands: the cookie holds everything, signed and readable.
 *
 * @module
 */

import { isException } from '../../../../builtins.ts';
import { settings } from '../../../conf.ts';
import { dumps, loads } from '../../../core/signing.ts';
import { defineModule } from '../../../utils/module-loading.ts';
import { SessionBase, type SessionData } from './base.ts';

const SALT = 'django.contrib.sessions.backends.signed_cookies';

/** A session whose key is what it holds. @models django.contrib.sessions.backends.signed_cookies:SessionStore */
export class SessionStore extends SessionBase {
  static override readonly name: string = 'SessionStore';

  /** What the key holds; nothing where it is forged or older than the site's age. @models django.contrib.sessions.backends.signed_cookies:SessionStore.load */
  override load(): SessionData {
    const { serializer } = this;
    try {
      const maxAge = settings.SESSION_COOKIE_AGE;
      return loads(String(this.sessionKey), { serializer, maxAge, salt: SALT }) as SessionData;
    } catch (error) {
      if (!isException(error)) throw error;
      this.create();
      return {};
    }
  }

  /** Has the cookie be sent. @models django.contrib.sessions.backends.signed_cookies:SessionStore.create */
  override create(): void {
    this.modified = true;
  }

  /** Writes what it holds into its key. @models django.contrib.sessions.backends.signed_cookies:SessionStore.save */
  override save(_mustCreate = false): void {
    const { serializer } = this;
    this._sessionKey = dumps(this._session, { compress: true, salt: SALT, serializer });
    this.modified = true;
  }

  /** Never: nothing is kept here. @models django.contrib.sessions.backends.signed_cookies:SessionStore.exists */
  override exists(_sessionKey?: string): boolean {
    return false;
  }

  /** Forgets key and contents; the visitor may keep an old cookie all the same. @models django.contrib.sessions.backends.signed_cookies:SessionStore.delete */
  override delete(_sessionKey: string | null = null): void {
    this._sessionKey = '';
    this._sessionCache = Object.create(null) as SessionData;
    this.modified = true;
  }

  /** @models django.contrib.sessions.backends.signed_cookies:SessionStore.cycle_key */
  override cycleKey(): void {
    this.save();
  }

  /** Nothing is to be done. @models django.contrib.sessions.backends.signed_cookies:SessionStore.clear_expired */
  static override clearExpired(): void {}
}

defineModule('django.contrib.sessions.backends.signed_cookies', { SessionStore });
