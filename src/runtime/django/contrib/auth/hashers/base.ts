/**
 * What every way of hashing passwords can do.
 *
 * @module
 */

import { NotImplementedError, UserWarning, ValueError } from '../../../../builtins.ts';
import { repr } from '../../../../repr.ts';
import { warn } from '../../../../warnings.ts';
import { getRandomString } from '../../../utils/crypto.ts';

/** What of a hash may be shown, by name. */
export type SafeSummary = Record<string, string>;

/** A text of which only the beginning is shown. @models django.contrib.auth.hashers:mask_hash */
export function maskHash(hash: string, show = 6, character = '*'): string {
  return hash.slice(0, show) + character.repeat(Math.max(hash.length - show, 0));
}

/** A way to hash passwords; a hash begins with its name. @models django.contrib.auth.hashers:BasePasswordHasher */
export class BasePasswordHasher {
  /** The name that hashes begin with. */
  readonly algorithm: string | null = null;
  /** The module of Python that does the work, where it is not Django itself. */
  readonly library: string | null = null;

  /** A salt of twelve characters. @models django.contrib.auth.hashers:BasePasswordHasher.salt */
  salt(): string {
    return getRandomString();
  }

  /** Whether a password is the one behind a hash. @models django.contrib.auth.hashers:BasePasswordHasher.verify */
  verify(_password: string, _encoded: string): boolean {
    throw missing('a verify');
  }

  /** The hash of a password. @models django.contrib.auth.hashers:BasePasswordHasher.encode */
  encode(_password: string, _salt: string): string {
    throw missing('an encode');
  }

  /** What of a hash may be shown. @models django.contrib.auth.hashers:BasePasswordHasher.safe_summary */
  safeSummary(_encoded: string): SafeSummary {
    throw missing('a safe_summary');
  }

  /** Whether a hash should be made anew. @models django.contrib.auth.hashers:BasePasswordHasher.must_update */
  mustUpdate(_encoded: string): boolean {
    return false;
  }

  /** Works as long on a wrong password as if its hash were up to date. @models django.contrib.auth.hashers:BasePasswordHasher.harden_runtime */
  hardenRuntime(_password: string, _encoded: string): void {
    warn('subclasses of BasePasswordHasher should provide a harden_runtime() method', UserWarning);
  }

  /** Imports the library; none is to be had in this runtime. @throws {ValueError} @models django.contrib.auth.hashers:BasePasswordHasher._load_library */
  protected _loadLibrary(): never {
    const name = repr(this.constructor.name);
    throw new ValueError(
      this.library === null
        ? `Hasher ${name} doesn't specify a library attribute`
        : `Couldn't load ${name} algorithm library: No module named ${repr(this.library)}`,
    );
  }
}

function missing(method: string): NotImplementedError {
  return new NotImplementedError(
    `subclasses of BasePasswordHasher must provide ${method}() method`,
  );
}
