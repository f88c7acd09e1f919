/**
 * What a setting is as long as a site does not say otherwise.
 *
 * @module
 */

import type { SessionEngine } from '../contrib/sessions/middleware.ts';
import type { Pattern } from '../../re.ts';
import type { MiddlewareFactory } from '../core/handlers/types.ts';
import type { SerializerClass, TimestampSigner } from '../core/signing.ts';
import type { TemplateBackend } from '../template/backends.ts';
import type { Urlconf } from '../urls/types.ts';
import type { FailureView } from '../views/csrf.ts';

/** Every setting that the runtime reads; a site may add its own. */
export interface Settings {
  DEBUG: boolean;
  DEBUG_PROPAGATE_EXCEPTIONS: boolean;
  SECRET_KEY: string;
  ALLOWED_HOSTS: readonly string[];
  INSTALLED_APPS: readonly unknown[];
  /** Outermost first; a dotted path, or the factory itself. */
  MIDDLEWARE: readonly (string | MiddlewareFactory)[];
  /** A dotted path, or the URLconf itself. */
  ROOT_URLCONF: Urlconf;
  APPEND_SLASH: boolean;
  FORCE_SCRIPT_NAME: string | null;
  TEMPLATES: readonly TemplateBackend[];
  DEFAULT_CHARSET: string;
  DEFAULT_CONTENT_TYPE: string;
  USE_X_FORWARDED_HOST: boolean;
  USE_X_FORWARDED_PORT: boolean;
  /** An environ key and the value that means https. */
  SECURE_PROXY_SSL_HEADER: readonly [string, string] | null;
  /** In bytes. */
  DATA_UPLOAD_MAX_MEMORY_SIZE: number | null;
  DATA_UPLOAD_MAX_NUMBER_FIELDS: number | null;
  /** A dotted path, or the class itself. */
  SIGNING_BACKEND: string | typeof TimestampSigner;
  /** In seconds. */
  CACHE_MIDDLEWARE_SECONDS: number;
  /** Patterns of browsers that get 403. */
  DISALLOWED_USER_AGENTS: readonly Pattern[];
  PREPEND_WWW: boolean;
  X_FRAME_OPTIONS: string;
  SECURE_BROWSER_XSS_FILTER: boolean;
  SECURE_CONTENT_TYPE_NOSNIFF: boolean;
  SECURE_HSTS_INCLUDE_SUBDOMAINS: boolean;
  SECURE_HSTS_PRELOAD: boolean;
  /** 0 leaves the header out. */
  SECURE_HSTS_SECONDS: number;
  /** Regular expressions as Python spells them, searched in the path without its first slash. */
  SECURE_REDIRECT_EXEMPT: readonly string[];
  SECURE_SSL_HOST: string | null;
  SECURE_SSL_REDIRECT: boolean;
  /** A dotted path, or the view itself. */
  CSRF_FAILURE_VIEW: string | FailureView;
  CSRF_COOKIE_NAME: string;
  /** In seconds; `null` ends with the browser. */
  CSRF_COOKIE_AGE: number | null;
  CSRF_COOKIE_DOMAIN: string | null;
  CSRF_COOKIE_PATH: string;
  CSRF_COOKIE_SECURE: boolean;
  CSRF_COOKIE_HTTPONLY: boolean;
  CSRF_COOKIE_SAMESITE: string | null;
  /** The environ key of the header that can carry the token. */
  CSRF_HEADER_NAME: `HTTP_${string}`;
  CSRF_TRUSTED_ORIGINS: readonly string[];
  CSRF_USE_SESSIONS: boolean;
  SESSION_COOKIE_NAME: string;
  /** In seconds. */
  SESSION_COOKIE_AGE: number;
  SESSION_COOKIE_DOMAIN: string | null;
  SESSION_COOKIE_SECURE: boolean;
  SESSION_COOKIE_PATH: string;
  SESSION_COOKIE_HTTPONLY: boolean;
  SESSION_COOKIE_SAMESITE: string | null;
  SESSION_SAVE_EVERY_REQUEST: boolean;
  SESSION_EXPIRE_AT_BROWSER_CLOSE: boolean;
  /** The dotted path of a module with a `SessionStore`, or the module itself. */
  SESSION_ENGINE: string | SessionEngine;
  /** A dotted path, or the class itself. */
  SESSION_SERIALIZER: string | SerializerClass;
  [setting: string]: unknown;
}

/** The defaults; `ROOT_URLCONF` has none. @models django.conf:global_settings */
export const globalSettings: Readonly<Partial<Settings>> = {
  DEBUG: false,
  DEBUG_PROPAGATE_EXCEPTIONS: false,
  SECRET_KEY: '',
  ALLOWED_HOSTS: [],
  INSTALLED_APPS: [],
  MIDDLEWARE: [],
  APPEND_SLASH: true,
  FORCE_SCRIPT_NAME: null,
  TEMPLATES: [],
  DEFAULT_CHARSET: 'utf-8',
  DEFAULT_CONTENT_TYPE: 'text/html',
  USE_X_FORWARDED_HOST: false,
  USE_X_FORWARDED_PORT: false,
  SECURE_PROXY_SSL_HEADER: null,
  DATA_UPLOAD_MAX_MEMORY_SIZE: 2_621_440,
  DATA_UPLOAD_MAX_NUMBER_FIELDS: 1000,
  CACHE_MIDDLEWARE_SECONDS: 600,
  DISALLOWED_USER_AGENTS: [],
  PREPEND_WWW: false,
  X_FRAME_OPTIONS: 'SAMEORIGIN',
  SECURE_BROWSER_XSS_FILTER: false,
  SECURE_CONTENT_TYPE_NOSNIFF: false,
  SECURE_HSTS_INCLUDE_SUBDOMAINS: false,
  SECURE_HSTS_PRELOAD: false,
  SECURE_HSTS_SECONDS: 0,
  SECURE_REDIRECT_EXEMPT: [],
  SECURE_SSL_HOST: null,
  SECURE_SSL_REDIRECT: false,
  CSRF_FAILURE_VIEW: 'django.views.csrf.csrf_failure',
  CSRF_COOKIE_NAME: 'csrftoken',
  CSRF_COOKIE_AGE: 31_449_600,
  CSRF_COOKIE_DOMAIN: null,
  CSRF_COOKIE_PATH: '/',
  CSRF_COOKIE_SECURE: false,
  CSRF_COOKIE_HTTPONLY: false,
  CSRF_COOKIE_SAMESITE: 'Lax',
  CSRF_HEADER_NAME: 'HTTP_X_CSRFTOKEN',
  CSRF_TRUSTED_ORIGINS: [],
  CSRF_USE_SESSIONS: false,
  SESSION_COOKIE_NAME: 'sessionid',
  SESSION_COOKIE_AGE: 1_209_600,
  SESSION_COOKIE_DOMAIN: null,
  SESSION_COOKIE_SECURE: false,
  SESSION_COOKIE_PATH: '/',
  SESSION_COOKIE_HTTPONLY: true,
  SESSION_COOKIE_SAMESITE: 'Lax',
  SESSION_SAVE_EVERY_REQUEST: false,
  SESSION_EXPIRE_AT_BROWSER_CLOSE: false,
  SESSION_ENGINE: 'django.contrib.sessions.backends.db',
  SESSION_SERIALIZER: 'django.contrib.sessions.serializers.JSONSerializer',
  SIGNING_BACKEND: 'django.core.signing.TimestampSigner',
};
