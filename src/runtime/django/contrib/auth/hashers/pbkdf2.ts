/**
 * Passwords hashed many times over, which takes a while by intent.
 *
 * @module
 */

import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';

import { b64encode } from '../../../../base64.ts';
import { AssertionError } from '../../../../builtins.ts';
import { constantTimeCompare, pbkdf2 } from '../../../utils/crypto.ts';
import { BasePasswordHasher, maskHash, type SafeSummary } from './base.ts';

/** PBKDF2 with SHA-256: `pbkdf2_sha256$iterations$salt$hash`. A subclass may take fewer iterations. @models django.contrib.auth.hashers:PBKDF2PasswordHasher */
export class PBKDF2PasswordHasher extends BasePasswordHasher {
  override readonly algorithm: string = 'pbkdf2_sha256';
  /** How often it is hashed. @models django.contrib.auth.hashers:PBKDF2PasswordHasher.iterations */
  readonly iterations: number = 150_000;
  readonly digest: typeof sha1 | typeof sha256 = sha256;

  /** @throws {AssertionError} for a salt that is empty or holds a dollar. @models django.contrib.auth.hashers:PBKDF2PasswordHasher.encode */
  override encode(password: string, salt: string, iterations = this.iterations): string {
    if (!salt || salt.includes('$')) throw new AssertionError();
    const { algorithm, digest } = this;
    const hash = b64encode(pbkdf2(password, salt, iterations, { digest }));
    return `${algorithm}$${iterations}$${salt}$${hash}`;
  }

  /** @models django.contrib.auth.hashers:PBKDF2PasswordHasher.verify */
  override verify(password: string, encoded: string): boolean {
    const { algorithm, iterations, salt } = parts(encoded);
    if (algorithm !== this.algorithm) throw new AssertionError();
    return constantTimeCompare(encoded, this.encode(password, salt, iterations));
  }

  /** @models django.contrib.auth.hashers:PBKDF2PasswordHasher.safe_summary */
  override safeSummary(encoded: string): SafeSummary {
    const { algorithm, iterations, salt, hash } = parts(encoded);
    return {
      algorithm,
      iterations: String(iterations),
      salt: maskHash(salt),
      hash: maskHash(hash),
    };
  }

  /** Whether it was hashed another number of times than now. @models django.contrib.auth.hashers:PBKDF2PasswordHasher.must_update */
  override mustUpdate(encoded: string): boolean {
    return parts(encoded).iterations !== this.iterations;
  }

  /** @models django.contrib.auth.hashers:PBKDF2PasswordHasher.harden_runtime */
  override hardenRuntime(password: string, encoded: string): void {
    const { iterations, salt } = parts(encoded);
    if (this.iterations > iterations) this.encode(password, salt, this.iterations - iterations);
  }
}

/** PBKDF2 with SHA-1, for hashes from elsewhere. @models django.contrib.auth.hashers:PBKDF2SHA1PasswordHasher */
export class PBKDF2SHA1PasswordHasher extends PBKDF2PasswordHasher {
  override readonly algorithm = 'pbkdf2_sha1';
  override readonly digest = sha1;
}

function parts(encoded: string) {
  const [algorithm = '', iterations = '', salt = '', ...hash] = encoded.split('$');
  return { algorithm, iterations: Number(iterations), salt, hash: hash.join('$') };
}
