/**
 * What a setting is as long as a site does not say otherwise.
 *
 * @module
 */

import { formats } from './formats.ts';
import { LANGUAGES } from './languages.ts';
import type { Settings } from './settings.ts';

export type { Settings } from './settings.ts';

const DAY = 24 * 60 * 60;
const MEBIBYTE = 1024 * 1024;
const ADMINS: Settings['ADMINS'] = [];

const site = {
  DEBUG: false,
  DEBUG_PROPAGATE_EXCEPTIONS: false,
  SECRET_KEY: '',
  ADMINS,
  MANAGERS: ADMINS,
  INTERNAL_IPS: [],
  ALLOWED_HOSTS: [],
  INSTALLED_APPS: [],
  MIDDLEWARE: [],
  WSGI_APPLICATION: null,
  FORCE_SCRIPT_NAME: null,
  TEMPLATES: [],
  FORM_RENDERER: 'django.forms.renderers.DjangoTemplates',
  ABSOLUTE_URL_OVERRIDES: {},
  FIXTURE_DIRS: [],
  MIGRATION_MODULES: {},
  SILENCED_SYSTEM_CHECKS: [],
  TEST_RUNNER: 'django.test.runner.DiscoverRunner',
  TEST_NON_SERIALIZED_APPS: [],
} as const satisfies Partial<Settings>;

const requests = {
  APPEND_SLASH: true,
  PREPEND_WWW: false,
  DISALLOWED_USER_AGENTS: [],
  IGNORABLE_404_URLS: [],
  DEFAULT_CHARSET: 'utf-8',
  DEFAULT_CONTENT_TYPE: 'text/html',
  FILE_CHARSET: 'utf-8',
  USE_X_FORWARDED_HOST: false,
  USE_X_FORWARDED_PORT: false,
  X_FRAME_OPTIONS: 'SAMEORIGIN',
  SECURE_PROXY_SSL_HEADER: null,
  SECURE_BROWSER_XSS_FILTER: false,
  SECURE_CONTENT_TYPE_NOSNIFF: false,
  SECURE_HSTS_INCLUDE_SUBDOMAINS: false,
  SECURE_HSTS_PRELOAD: false,
  SECURE_HSTS_SECONDS: 0,
  SECURE_REDIRECT_EXEMPT: [],
  SECURE_SSL_HOST: null,
  SECURE_SSL_REDIRECT: false,
} as const satisfies Partial<Settings>;

const uploads = {
  DATA_UPLOAD_MAX_MEMORY_SIZE: 2.5 * MEBIBYTE,
  DATA_UPLOAD_MAX_NUMBER_FIELDS: 1000,
  FILE_UPLOAD_MAX_MEMORY_SIZE: 2.5 * MEBIBYTE,
  FILE_UPLOAD_HANDLERS: [
    'django.core.files.uploadhandler.MemoryFileUploadHandler',
    'django.core.files.uploadhandler.TemporaryFileUploadHandler',
  ],
  FILE_UPLOAD_TEMP_DIR: null,
  FILE_UPLOAD_PERMISSIONS: null,
  FILE_UPLOAD_DIRECTORY_PERMISSIONS: null,
  DEFAULT_FILE_STORAGE: 'django.core.files.storage.FileSystemStorage',
  MEDIA_ROOT: '',
  MEDIA_URL: '',
} as const satisfies Partial<Settings>;

const staticFiles = {
  STATIC_ROOT: null,
  STATIC_URL: null,
  STATICFILES_DIRS: [],
  STATICFILES_STORAGE: 'django.contrib.staticfiles.storage.StaticFilesStorage',
  STATICFILES_FINDERS: [
    'django.contrib.staticfiles.finders.FileSystemFinder',
    'django.contrib.staticfiles.finders.AppDirectoriesFinder',
  ],
} as const satisfies Partial<Settings>;

const language = {
  TIME_ZONE: 'America/Chicago',
  USE_TZ: false,
  LANGUAGE_CODE: 'en-us',
  LANGUAGES,
  LANGUAGES_BIDI: ['he', 'ar', 'fa', 'ur'],
  USE_I18N: true,
  USE_L10N: false,
  LOCALE_PATHS: [],
  FORMAT_MODULE_PATH: null,
  LANGUAGE_COOKIE_NAME: 'django_language',
  LANGUAGE_COOKIE_AGE: null,
  LANGUAGE_COOKIE_DOMAIN: null,
  LANGUAGE_COOKIE_PATH: '/',
  ...formats,
} as const satisfies Partial<Settings>;

const storage = {
  DATABASES: {},
  DATABASE_ROUTERS: [],
  DEFAULT_TABLESPACE: '',
  DEFAULT_INDEX_TABLESPACE: '',
  CACHES: { default: { BACKEND: 'django.core.cache.backends.locmem.LocMemCache' } },
  CACHE_MIDDLEWARE_KEY_PREFIX: '',
  CACHE_MIDDLEWARE_SECONDS: 600,
  CACHE_MIDDLEWARE_ALIAS: 'default',
} as const satisfies Partial<Settings>;

const mail = {
  SERVER_EMAIL: 'root@localhost',
  DEFAULT_FROM_EMAIL: 'webmaster@localhost',
  EMAIL_SUBJECT_PREFIX: '[Django] ',
  EMAIL_BACKEND: 'django.core.mail.backends.smtp.EmailBackend',
  EMAIL_HOST: 'localhost',
  EMAIL_PORT: 25,
  EMAIL_HOST_USER: '',
  EMAIL_HOST_PASSWORD: '',
  EMAIL_USE_LOCALTIME: false,
  EMAIL_USE_TLS: false,
  EMAIL_USE_SSL: false,
  EMAIL_SSL_CERTFILE: null,
  EMAIL_SSL_KEYFILE: null,
  EMAIL_TIMEOUT: null,
} as const satisfies Partial<Settings>;

const visitors = {
  SESSION_CACHE_ALIAS: 'default',
  SESSION_COOKIE_NAME: 'sessionid',
  SESSION_COOKIE_AGE: 14 * DAY,
  SESSION_COOKIE_DOMAIN: null,
  SESSION_COOKIE_SECURE: false,
  SESSION_COOKIE_PATH: '/',
  SESSION_COOKIE_HTTPONLY: true,
  SESSION_COOKIE_SAMESITE: 'Lax',
  SESSION_SAVE_EVERY_REQUEST: false,
  SESSION_EXPIRE_AT_BROWSER_CLOSE: false,
  SESSION_ENGINE: 'django.contrib.sessions.backends.db',
  SESSION_FILE_PATH: null,
  SESSION_SERIALIZER: 'django.contrib.sessions.serializers.JSONSerializer',
  AUTH_USER_MODEL: 'auth.User',
  AUTHENTICATION_BACKENDS: ['django.contrib.auth.backends.ModelBackend'],
  AUTH_PASSWORD_VALIDATORS: [],
  LOGIN_URL: '/accounts/login/',
  LOGIN_REDIRECT_URL: '/accounts/profile/',
  LOGOUT_REDIRECT_URL: null,
  PASSWORD_RESET_TIMEOUT_DAYS: 3,
  PASSWORD_HASHERS: [
    'django.contrib.auth.hashers.PBKDF2PasswordHasher',
    'django.contrib.auth.hashers.PBKDF2SHA1PasswordHasher',
    'django.contrib.auth.hashers.Argon2PasswordHasher',
    'django.contrib.auth.hashers.BCryptSHA256PasswordHasher',
  ],
  SIGNING_BACKEND: 'django.core.signing.TimestampSigner',
  CSRF_FAILURE_VIEW: 'django.views.csrf.csrf_failure',
  CSRF_COOKIE_NAME: 'csrftoken',
  CSRF_COOKIE_AGE: 52 * 7 * DAY,
  CSRF_COOKIE_DOMAIN: null,
  CSRF_COOKIE_PATH: '/',
  CSRF_COOKIE_SECURE: false,
  CSRF_COOKIE_HTTPONLY: false,
  CSRF_COOKIE_SAMESITE: 'Lax',
  CSRF_HEADER_NAME: 'HTTP_X_CSRFTOKEN',
  CSRF_TRUSTED_ORIGINS: [],
  CSRF_USE_SESSIONS: false,
  MESSAGE_STORAGE: 'django.contrib.messages.storage.fallback.FallbackStorage',
} as const satisfies Partial<Settings>;

const logging = {
  LOGGING_CONFIG: 'logging.config.dictConfig',
  LOGGING: {},
  DEFAULT_EXCEPTION_REPORTER_FILTER: 'django.views.debug.SafeExceptionReporterFilter',
} as const satisfies Partial<Settings>;

/** The defaults; `ROOT_URLCONF` has none. @models django.conf:global_settings */
export const globalSettings: Readonly<Partial<Settings>> = {
  ...site,
  ...requests,
  ...uploads,
  ...staticFiles,
  ...language,
  ...storage,
  ...mail,
  ...visitors,
  ...logging,
};
