/**
 * The settings that a site can make, and their types.
 *
 * @module
 */

import type { Pattern } from '../../re.ts';
import type { HasherClass } from '../contrib/auth/hashers.ts';
import type { StorageClass } from '../contrib/messages/storage.ts';
import type { SessionEngine } from '../contrib/sessions/middleware.ts';
import type { MiddlewareFactory } from '../core/handlers/types.ts';
import type { SerializerClass, TimestampSigner } from '../core/signing.ts';
import type { TemplateSetting } from '../template/backends.ts';
import type { Urlconf } from '../urls/types.ts';
import type { FailureView } from '../views/csrf.ts';

/** Someone's name and e-mail address. */
export type Person = readonly [name: string, email: string];

/** Every setting that Django has; a site may add its own. */
export interface Settings {
  DEBUG: boolean;
  DEBUG_PROPAGATE_EXCEPTIONS: boolean;
  SECRET_KEY: string;
  /** The dotted name of the module that the settings come from; `null` where none did. */
  SETTINGS_MODULE: string | null;
  /** Who is told about errors. */
  ADMINS: readonly Person[];
  /** Who is told about broken links. */
  MANAGERS: readonly Person[];
  INTERNAL_IPS: readonly string[];
  ALLOWED_HOSTS: readonly string[];
  /** Dotted paths of applications or of their configurations, or configurations. */
  INSTALLED_APPS: readonly unknown[];
  /** Outermost first; a dotted path, or the factory itself. */
  MIDDLEWARE: readonly (string | MiddlewareFactory)[];
  /** A dotted path, or the URLconf itself. */
  ROOT_URLCONF: Urlconf;
  /** The dotted path of the application that `runserver` serves. */
  WSGI_APPLICATION: string | null;
  APPEND_SLASH: boolean;
  PREPEND_WWW: boolean;
  /** Browsers that get 403. */
  DISALLOWED_USER_AGENTS: readonly Pattern[];
  /** Addresses of which nobody needs to know that they lead nowhere. */
  IGNORABLE_404_URLS: readonly Pattern[];
  FORCE_SCRIPT_NAME: string | null;
  TEMPLATES: readonly TemplateSetting[];
  DEFAULT_CHARSET: string;
  DEFAULT_CONTENT_TYPE: string;
  /** The charset of files, those of templates among them. */
  FILE_CHARSET: string;
  USE_X_FORWARDED_HOST: boolean;
  USE_X_FORWARDED_PORT: boolean;
  X_FRAME_OPTIONS: string;
  /** An environ key and the value that means https. */
  SECURE_PROXY_SSL_HEADER: readonly [string, string] | null;
  SECURE_BROWSER_XSS_FILTER: boolean;
  SECURE_CONTENT_TYPE_NOSNIFF: boolean;
  SECURE_HSTS_INCLUDE_SUBDOMAINS: boolean;
  SECURE_HSTS_PRELOAD: boolean;
  SECURE_HSTS_SECONDS: number;
  /** Regular expressions. */
  SECURE_REDIRECT_EXEMPT: readonly string[];
  SECURE_SSL_HOST: string | null;
  SECURE_SSL_REDIRECT: boolean;
  /** In bytes. */
  DATA_UPLOAD_MAX_MEMORY_SIZE: number | null;
  DATA_UPLOAD_MAX_NUMBER_FIELDS: number | null;
  /** In bytes. */
  FILE_UPLOAD_MAX_MEMORY_SIZE: number;
  FILE_UPLOAD_HANDLERS: readonly string[];
  /** Where big uploads are kept for the time of a request; `null` means where the system keeps such files. */
  FILE_UPLOAD_TEMP_DIR: string | null;
  MEDIA_ROOT: string;
  MEDIA_URL: string;
  STATIC_ROOT: string | null;
  STATIC_URL: string | null;
  STATICFILES_DIRS: readonly unknown[];
  STATICFILES_STORAGE: string;
  STATICFILES_FINDERS: readonly string[];
  TIME_ZONE: string | null;
  USE_TZ: boolean;
  LANGUAGE_CODE: string;
  LANGUAGES: readonly (readonly [code: string, name: string])[];
  LANGUAGES_BIDI: readonly string[];
  USE_I18N: boolean;
  USE_L10N: boolean;
  DATABASES: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  CACHES: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  CACHE_MIDDLEWARE_KEY_PREFIX: string;
  /** In seconds. */
  CACHE_MIDDLEWARE_SECONDS: number;
  CACHE_MIDDLEWARE_ALIAS: string;
  /** The sender of what is sent to admins and managers. */
  SERVER_EMAIL: string;
  /** The sender of all else. */
  DEFAULT_FROM_EMAIL: string;
  EMAIL_SUBJECT_PREFIX: string;
  /** The dotted path of a class. */
  EMAIL_BACKEND: string;
  EMAIL_HOST: string;
  EMAIL_PORT: number;
  EMAIL_HOST_USER: string;
  EMAIL_HOST_PASSWORD: string;
  EMAIL_USE_LOCALTIME: boolean;
  EMAIL_USE_TLS: boolean;
  EMAIL_USE_SSL: boolean;
  /** In seconds. */
  EMAIL_TIMEOUT: number | null;
  SESSION_CACHE_ALIAS: string;
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
  /** The dotted name of a module with a `SessionStore`, or the module itself. */
  SESSION_ENGINE: string | SessionEngine;
  SESSION_FILE_PATH: string | null;
  /** A dotted path, or the class itself. */
  SESSION_SERIALIZER: string | SerializerClass;
  AUTH_USER_MODEL: string;
  AUTHENTICATION_BACKENDS: readonly string[];
  LOGIN_URL: string;
  LOGIN_REDIRECT_URL: string;
  LOGOUT_REDIRECT_URL: string | null;
  /** Dotted paths, or the classes themselves; the first one makes new hashes. */
  PASSWORD_HASHERS: readonly (string | HasherClass)[];
  /** A dotted path, or the class itself. */
  SIGNING_BACKEND: string | typeof TimestampSigner;
  /** A dotted path, or the view itself. */
  CSRF_FAILURE_VIEW: string | FailureView;
  CSRF_COOKIE_NAME: string;
  /** In seconds. */
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
  /** A dotted path, or the class itself. */
  MESSAGE_STORAGE: string | StorageClass;
  /** The dotted path of a function that configures logging; empty for none. */
  LOGGING_CONFIG: string | null;
  /** What that function is given. */
  LOGGING: Readonly<Record<string, unknown>>;
  DEFAULT_EXCEPTION_REPORTER_FILTER: string;
  [setting: string]: unknown;
}
