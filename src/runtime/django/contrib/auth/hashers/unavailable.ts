/**
 * Ways to hash passwords that need a library. Django names them in its settings whether the
 * library is installed or not; here it never is.
 *
 * @module
 */

import { BasePasswordHasher } from './base.ts';

class UnavailablePasswordHasher extends BasePasswordHasher {
  override salt(): string {
    return this._loadLibrary();
  }

  override verify(): boolean {
    return this._loadLibrary();
  }

  override encode(): string {
    return this._loadLibrary();
  }
}

/** @models django.contrib.auth.hashers:Argon2PasswordHasher */
export class Argon2PasswordHasher extends UnavailablePasswordHasher {
  override readonly algorithm = 'argon2';
  override readonly library = 'argon2';
}

/** @models django.contrib.auth.hashers:BCryptSHA256PasswordHasher */
export class BCryptSHA256PasswordHasher extends UnavailablePasswordHasher {
  override readonly algorithm = 'bcrypt_sha256';
  override readonly library = 'bcrypt';
}
