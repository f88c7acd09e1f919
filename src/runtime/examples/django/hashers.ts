/**
 * Passwords hashed with few rounds, so that logging in takes no time.
 *
 * @module
 */

import { PBKDF2PasswordHasher } from '../../django/contrib/auth/hashers.ts';
import { registerModule } from '../../importlib.ts';

/** The site's only hasher. */
export class QuickHasher extends PBKDF2PasswordHasher {
  override readonly iterations = 10;
}

registerModule('demo.hashers', { QuickHasher });
