/**
 * What can be wrong with a session.
 *
 * @module
 */

import { SuspiciousOperation } from '../../core/exceptions.ts';

/** A key with characters that no key has. @models django.contrib.sessions.exceptions:InvalidSessionKey */
export class InvalidSessionKey extends SuspiciousOperation {
  override name = 'InvalidSessionKey';
}

/** A session that was tampered with. @models django.contrib.sessions.exceptions:SuspiciousSession */
export class SuspiciousSession extends SuspiciousOperation {
  override name = 'SuspiciousSession';
}
