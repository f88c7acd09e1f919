/**
 * Passwords as hashes: made, checked, and made anew when the site asks for more.
 *
 * @module
 */

import { ValueError } from '../../../builtins.ts';
import { PerProcess } from '../../../process.ts';
import { settings } from '../../conf.ts';
import { ImproperlyConfigured } from '../../core/exceptions.ts';
import { settingChanged } from '../../core/signals.ts';
import { getRandomString } from '../../utils/crypto.ts';
import { defineModule, moduleOf, resolveSetting } from '../../utils/module-loading.ts';
import { BasePasswordHasher } from './hashers/base.ts';
import { MD5PasswordHasher, SHA1PasswordHasher } from './hashers/digest.ts';
import { PBKDF2PasswordHasher, PBKDF2SHA1PasswordHasher } from './hashers/pbkdf2.ts';
import { Argon2PasswordHasher, BCryptSHA256PasswordHasher } from './hashers/unavailable.ts';

export { BasePasswordHasher, maskHash, type SafeSummary } from './hashers/base.ts';
export { MD5PasswordHasher, SHA1PasswordHasher } from './hashers/digest.ts';
export { PBKDF2PasswordHasher, PBKDF2SHA1PasswordHasher } from './hashers/pbkdf2.ts';
export { Argon2PasswordHasher, BCryptSHA256PasswordHasher } from './hashers/unavailable.ts';

/** What stands where no password will ever do. @models django.contrib.auth.hashers:UNUSABLE_PASSWORD_PREFIX */
export const UNUSABLE_PASSWORD_PREFIX = '!';

/** How many random characters follow it. @models django.contrib.auth.hashers:UNUSABLE_PASSWORD_SUFFIX_LENGTH */
export const UNUSABLE_PASSWORD_SUFFIX_LENGTH = 40;

/** Makes hashers. */
export type HasherClass = new () => BasePasswordHasher;

/** A hasher, or the name that its hashes begin with; `default` is the site's first. */
export type HasherChoice = BasePasswordHasher | string;

const hashers = new PerProcess<BasePasswordHasher[] | null>(() => null);

/** Whether some password could do. @models django.contrib.auth.hashers:is_password_usable */
export function isPasswordUsable(encoded: string | null): boolean {
  return encoded === null || !encoded.startsWith(UNUSABLE_PASSWORD_PREFIX);
}

/** Whether a password is the one behind a hash; `setter` is called with a right one whose hash should be made anew. @models django.contrib.auth.hashers:check_password */
export function checkPassword(
  password: string | null,
  encoded: string,
  setter: ((password: string) => void) | null = null,
  preferred: HasherChoice = 'default',
): boolean {
  if (password === null || !isPasswordUsable(encoded)) return false;
  const wanted = getHasher(preferred);
  const hasher = knownHasher(encoded);
  if (!hasher) return false;
  const changed = hasher.algorithm !== wanted.algorithm;
  const mustUpdate = changed || wanted.mustUpdate(encoded);
  const isCorrect = hasher.verify(password, encoded);
  if (!isCorrect && !changed && mustUpdate) hasher.hardenRuntime(password, encoded);
  if (isCorrect && mustUpdate) setter?.(password);
  return isCorrect;
}

/** The hash of a password; for none, one that nothing matches. @models django.contrib.auth.hashers:make_password */
export function makePassword(
  password: string | null,
  salt: string | null = null,
  hasher: HasherChoice = 'default',
): string {
  if (password === null) {
    return UNUSABLE_PASSWORD_PREFIX + getRandomString(UNUSABLE_PASSWORD_SUFFIX_LENGTH);
  }
  const chosen = getHasher(hasher);
  return chosen.encode(password, salt || chosen.salt());
}

/** One hasher of each class in `PASSWORD_HASHERS`, made once. @throws {ImproperlyConfigured} @models django.contrib.auth.hashers:get_hashers */
export function getHashers(): BasePasswordHasher[] {
  return (hashers.value ??= settings.PASSWORD_HASHERS.map(makeHasher));
}

/** Has the hashers be made again. @models django.contrib.auth.hashers:reset_hashers */
export function resetHashers({ setting }: { setting: string }): void {
  if (setting === 'PASSWORD_HASHERS') hashers.value = null;
}

settingChanged.connect(resetHashers, { atImport: true });

/** A hasher of the site. @throws {ValueError} @models django.contrib.auth.hashers:get_hasher */
export function getHasher(algorithm: HasherChoice = 'default'): BasePasswordHasher {
  if (typeof algorithm !== 'string') return algorithm;
  const all = getHashers();
  const found =
    algorithm === 'default' ? all[0] : all.findLast((one) => one.algorithm === algorithm);
  if (found) return found;
  throw new ValueError(
    `Unknown password hashing algorithm '${algorithm}'. Did you specify it in the PASSWORD_HASHERS setting?`,
  );
}

/** The hasher that made a hash. @throws {ValueError} @models django.contrib.auth.hashers:identify_hasher */
export function identifyHasher(encoded: string): BasePasswordHasher {
  return getHasher(algorithmOf(encoded));
}

function algorithmOf(encoded: string): string {
  if (encoded.length === 32 && !encoded.includes('$')) return 'unsalted_md5';
  if (encoded.length === 37 && encoded.startsWith('md5$$')) return 'unsalted_md5';
  if (encoded.length === 46 && encoded.startsWith('sha1$$')) return 'unsalted_sha1';
  return encoded.split('$')[0] ?? '';
}

function knownHasher(encoded: string): BasePasswordHasher | null {
  try {
    return identifyHasher(encoded);
  } catch (error) {
    if (error instanceof ValueError) return null;
    throw error;
  }
}

function makeHasher(entry: string | HasherClass): BasePasswordHasher {
  const Hasher = resolveSetting(entry);
  const hasher = new Hasher();
  if (hasher.algorithm) return hasher;
  const path = typeof entry === 'string' ? entry : `${moduleOf(entry)}.${entry.name}`;
  throw new ImproperlyConfigured(`hasher doesn't specify an algorithm name: ${path}`);
}

defineModule('django.contrib.auth.hashers', {
  Argon2PasswordHasher,
  BasePasswordHasher,
  BCryptSHA256PasswordHasher,
  MD5PasswordHasher,
  PBKDF2PasswordHasher,
  PBKDF2SHA1PasswordHasher,
  SHA1PasswordHasher,
});
