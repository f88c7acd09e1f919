/**
 * Sessions in a database.
 *
 * @module
 */

import { now } from '../../../../datetime.ts';
import { defineModule } from '../../../utils/module-loading.ts';
import { type SessionRow, sessionTable } from '../session-table.ts';
import { CreateError, SessionBase, type SessionData, UpdateError } from './base.ts';

/** A session whose cookie holds nothing but its key. @models django.contrib.sessions.backends.db:SessionStore */
export class SessionStore extends SessionBase {
  static override readonly name: string = 'SessionStore';

  /** What was saved and has not ended; the key is given up where there is nothing. @models django.contrib.sessions.backends.db:SessionStore.load */
  override load(): SessionData {
    const data = sessionTable().find(String(this.sessionKey), now());
    if (data !== null) return this.decode(data);
    this._sessionKey = null;
    return {};
  }

  /** @models django.contrib.sessions.backends.db:SessionStore.exists */
  override exists(sessionKey: string): boolean {
    return sessionTable().exists(sessionKey);
  }

  /** Saves an entry at once, so that the key is its own. @models django.contrib.sessions.backends.db:SessionStore.create */
  override create(): void {
    for (;;) {
      this._sessionKey = this._getNewSessionKey();
      try {
        this.save(true);
      } catch (error) {
        if (error instanceof CreateError) continue;
        throw error;
      }
      this.modified = true;
      return;
    }
  }

  /** The row that it is saved as. @models django.contrib.sessions.backends.db:SessionStore.create_model_instance */
  createModelInstance(data: SessionData): SessionRow {
    return {
      sessionKey: this._getOrCreateSessionKey(),
      sessionData: this.encode(data),
      expireDate: this.getExpiryDate(),
    };
  }

  /** @throws {CreateError} where the key is taken. @throws {UpdateError} where it is gone. @models django.contrib.sessions.backends.db:SessionStore.save */
  override save(mustCreate = false): void {
    if (this.sessionKey === null) return this.create();
    const row = this.createModelInstance(this._getSession(mustCreate));
    if (mustCreate) {
      if (!sessionTable().insert(row)) throw new CreateError();
    } else if (!sessionTable().update(row)) {
      throw new UpdateError();
    }
  }

  /** @models django.contrib.sessions.backends.db:SessionStore.delete */
  override delete(sessionKey: string | null = null): void {
    const key = sessionKey ?? this.sessionKey;
    if (key !== null) sessionTable().delete(key);
  }

  /** @models django.contrib.sessions.backends.db:SessionStore.clear_expired */
  static override clearExpired(): void {
    sessionTable().deleteExpired(now());
  }
}

defineModule('django.contrib.sessions.backends.db', { SessionStore });
