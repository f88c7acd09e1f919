/**
 * What every template of a site is given, made from the request: the token for forms always, the
 * rest where `OPTIONS` names it. Languages and time zones are those of the settings, for this
 * runtime changes neither while it runs.
 *
 * @module
 */

import { settings } from '../conf.ts';
import { connections } from '../db.ts';
import type { HttpRequest } from '../http/request.ts';
import { getToken } from '../middleware/csrf.ts';
import { SimpleLazyObject } from '../utils/functional.ts';
import { defineModule } from '../utils/module-loading.ts';
import type { Context } from './backends.ts';

/** The token for forms, made when the template first shows it; so a page without a form sets no cookie. @models django.template.context_processors:csrf */
export function csrf(request: HttpRequest): Context {
  return { csrf_token: new SimpleLazyObject(() => getToken(request)) };
}

/** Whether a developer asks, and which queries there were by the moment at which the template looks. @models django.template.context_processors:debug */
export function debug(request: HttpRequest): Context {
  const address: unknown = request.META['REMOTE_ADDR'];
  if (!settings.DEBUG || !settings.INTERNAL_IPS.includes(String(address))) return {};
  return {
    debug: true,
    get sql_queries() {
      return [...connections].flatMap((alias) => connections.get(alias).queries);
    },
  };
}

/** The languages of the site. @models django.template.context_processors:i18n */
export function i18n(_request: HttpRequest): Context {
  const { LANGUAGES, LANGUAGE_CODE, LANGUAGES_BIDI } = settings;
  const [base = ''] = LANGUAGE_CODE.split('-');
  return { LANGUAGES, LANGUAGE_CODE, LANGUAGE_BIDI: LANGUAGES_BIDI.includes(base) };
}

/** The time zone of the site. @models django.template.context_processors:tz */
export function tz(_request: HttpRequest): Context {
  return { TIME_ZONE: settings.TIME_ZONE };
}

/** Where static files are. @models django.template.context_processors:static */
function staticUrl(_request: HttpRequest): Context {
  return { STATIC_URL: settings.STATIC_URL };
}
export { staticUrl as static };

/** Where uploaded files are. @models django.template.context_processors:media */
export function media(_request: HttpRequest): Context {
  return { MEDIA_URL: settings.MEDIA_URL };
}

/** The request itself. @models django.template.context_processors:request */
function requestItself(request: HttpRequest): Context {
  return { request };
}
export { requestItself as request };

defineModule('django.template.context_processors', {
  csrf,
  debug,
  i18n,
  tz,
  static: staticUrl,
  media,
  request: requestItself,
});
