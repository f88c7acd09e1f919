/**
 * What a setting is as long as a site does not say otherwise.
 *
 * @module
 */

import type { MiddlewareFactory } from '../core/handlers/types.ts';
import type { TimestampSigner } from '../core/signing.ts';
import type { TemplateBackend } from '../template/backends.ts';
import type { Urlconf } from '../urls/types.ts';

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
  SIGNING_BACKEND: 'django.core.signing.TimestampSigner',
};
