/**
 * When a session ends: so many seconds after it was last changed, at a moment, or with the
 * browser.
 *
 * @module
 */

import { now, Timedelta } from '../../../../datetime.ts';
import { truth } from '../../../../objects.ts';
import { settings } from '../../../conf.ts';

/** Seconds, 0 for "with the browser", or a moment. */
export type Expiry = number | Date;

/** Instead of what the session and the clock say. */
export interface ExpiryOptions {
  modification?: Date;
  expiry?: Expiry | null;
}

/** Seconds from a change of a session to its end; 0 counts as the site's age. */
export function ageOf(expiry: unknown, modification: Date = now()): number {
  if (!truth(expiry)) return settings.SESSION_COOKIE_AGE;
  if (!(expiry instanceof Date)) return expiry as number;
  return Math.floor((expiry.getTime() - modification.getTime()) / 1000);
}

/** The moment at which a session ends that was changed at another. */
export function dateOf(expiry: unknown, modification: Date = now()): Date {
  if (expiry instanceof Date) return expiry;
  const seconds = truth(expiry) ? (expiry as number) : settings.SESSION_COOKIE_AGE;
  return new Date(modification.getTime() + seconds * 1000);
}

/** A span of time becomes the moment at its end. */
export function fixedExpiry(expiry: Expiry | Timedelta): Expiry {
  if (!(expiry instanceof Timedelta)) return expiry;
  return new Date(now().getTime() + expiry.totalSeconds() * 1000);
}
