/**
 * Whether the settings of static files make sense together.
 *
 * @module
 */

import { settings } from '../../conf.ts';
import { ImproperlyConfigured } from '../../core/exceptions.ts';

/** The address below which static files are. @throws {ImproperlyConfigured} where there is none, or media files are in its way. @models django.contrib.staticfiles.utils:check_settings */
export function checkSettings(baseUrl: string | null = settings.STATIC_URL): string {
  const { DEBUG, MEDIA_ROOT, MEDIA_URL, STATIC_ROOT, STATIC_URL } = settings;
  if (!baseUrl) {
    throw new ImproperlyConfigured(
      "You're using the staticfiles app without having set the required STATIC_URL setting.",
    );
  }
  if (MEDIA_URL === baseUrl) {
    throw new ImproperlyConfigured(
      'The MEDIA_URL and STATIC_URL settings must have different values',
    );
  }
  if (DEBUG && MEDIA_URL && STATIC_URL && MEDIA_URL.startsWith(STATIC_URL)) {
    throw new ImproperlyConfigured(
      "runserver can't serve media if MEDIA_URL is within STATIC_URL.",
    );
  }
  if (MEDIA_ROOT && STATIC_ROOT && MEDIA_ROOT === STATIC_ROOT) {
    throw new ImproperlyConfigured(
      'The MEDIA_ROOT and STATIC_ROOT settings must have different values',
    );
  }
  return baseUrl;
}
