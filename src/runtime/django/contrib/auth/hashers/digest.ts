/**
 * Passwords hashed once: quick, and so for tests alone.
 *
 * @module
 */

import { md5, sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';

import { AssertionError } from '../../../../builtins.ts';
import { utf8Encode } from '../../../../codecs.ts';
import { constantTimeCompare } from '../../../utils/crypto.ts';
import { BasePasswordHasher, maskHash, type SafeSummary } from './base.ts';

/** A salt and a password through one digest: `name$salt$hash`. */
abstract class DigestPasswordHasher extends BasePasswordHasher {
  abstract override readonly algorithm: string;
  protected abstract readonly digest: typeof md5 | typeof sha1;

  /** @throws {AssertionError} for a salt that is empty or holds a dollar. */
  override encode(password: string, salt: string): string {
    if (!salt || salt.includes('$')) throw new AssertionError();
    return `${this.algorithm}$${salt}$${bytesToHex(this.digest(utf8Encode(salt + password)))}`;
  }

  override verify(password: string, encoded: string): boolean {
    const [algorithm, salt = ''] = encoded.split('$');
    if (algorithm !== this.algorithm) throw new AssertionError();
    return constantTimeCompare(encoded, this.encode(password, salt));
  }

  override safeSummary(encoded: string): SafeSummary {
    const [algorithm = '', salt = '', hash = ''] = encoded.split('$');
    return { algorithm, salt: maskHash(salt, 2), hash: maskHash(hash) };
  }

  override hardenRuntime(): void {}
}

/** @models django.contrib.auth.hashers:MD5PasswordHasher */
export class MD5PasswordHasher extends DigestPasswordHasher {
  override readonly algorithm = 'md5';
  protected override readonly digest = md5;
}

/** @models django.contrib.auth.hashers:SHA1PasswordHasher */
export class SHA1PasswordHasher extends DigestPasswordHasher {
  override readonly algorithm = 'sha1';
  protected override readonly digest = sha1;
}
