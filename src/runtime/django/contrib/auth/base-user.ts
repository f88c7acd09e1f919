/**
 * What makes somebody a user: a password, and a hash that ties sessions to it.
 *
 * @module
 */

import { saltedHmac } from '../../utils/crypto.ts';
import { checkPassword, isPasswordUsable, makePassword } from './hashers.ts';

const HASH_SALT = 'django.contrib.auth.models.AbstractBaseUser.get_session_auth_hash';

/** A user with a password, whatever it is called. @models django.contrib.auth.base_user:AbstractBaseUser */
export abstract class AbstractBaseUser {
  /** A hash. */
  password = '';
  lastLogin: Date | null = null;
  isActive = true;
  /** The backend that let this user in. */
  backend?: string;

  /** What sessions remember the user by; `null` before it is kept. */
  abstract readonly pk: number | null;

  /** Keeps the user, or some of its fields. */
  abstract save(options?: { updateFields?: readonly string[] | null }): void;

  /** What the user is called. @models django.contrib.auth.base_user:AbstractBaseUser.get_username */
  abstract getUsername(): string;

  /** No. @models django.contrib.auth.base_user:AbstractBaseUser.is_anonymous */
  get isAnonymous(): boolean {
    return false;
  }

  /** Yes: whoever has a user object is let in already. @models django.contrib.auth.base_user:AbstractBaseUser.is_authenticated */
  get isAuthenticated(): boolean {
    return true;
  }

  /** Takes another password; without one nobody gets in by password. @models django.contrib.auth.base_user:AbstractBaseUser.set_password */
  setPassword(rawPassword: string | null): void {
    this.password = makePassword(rawPassword);
  }

  /** Whether a password is right; a hash that is out of date is made anew and kept. @models django.contrib.auth.base_user:AbstractBaseUser.check_password */
  checkPassword(rawPassword: string | null): boolean {
    return checkPassword(rawPassword, this.password, (password) => {
      this.setPassword(password);
      this.save({ updateFields: ['password'] });
    });
  }

  /** Lets nobody in by password. @models django.contrib.auth.base_user:AbstractBaseUser.set_unusable_password */
  setUnusablePassword(): void {
    this.password = makePassword(null);
  }

  /** Whether some password could do. @models django.contrib.auth.base_user:AbstractBaseUser.has_usable_password */
  hasUsablePassword(): boolean {
    return isPasswordUsable(this.password);
  }

  /** A keyed hash of the password's hash: another password ends all sessions. @models django.contrib.auth.base_user:AbstractBaseUser.get_session_auth_hash */
  getSessionAuthHash(): string {
    return saltedHmac(HASH_SALT, this.password).hexdigest();
  }

  /** Whether another object is the same user. @models django.db.models:Model.__eq__ */
  equals(other: unknown): boolean {
    if (!(other instanceof AbstractBaseUser) || other.constructor !== this.constructor)
      return false;
    return this.pk === null ? other === this : other.pk === this.pk;
  }

  /** As Python shows it. @models django.contrib.auth.base_user:AbstractBaseUser.__str__ */
  toString(): string {
    return this.getUsername();
  }

  /** As Python shows it. @models django.db.models:Model.__repr__ */
  __repr__(): string {
    return `<${this.constructor.name}: ${this.getUsername()}>`;
  }

  /** A name in the form in which equal names are equal texts. @models django.contrib.auth.base_user:AbstractBaseUser.normalize_username */
  static normalizeUsername(username: string): string {
    return username.normalize('NFKC');
  }
}
