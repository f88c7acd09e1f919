/**
 * Settings: what startproject writes, and a database.
 *
 * @module
 */

import '../../django/contrib/auth/apps.ts';
import '../../django/contrib/auth/middleware.ts';
import '../../django/contrib/sessions/middleware.ts';
import '../../django/middleware/clickjacking.ts';
import '../../django/middleware/common.ts';
import '../../django/middleware/csrf.ts';
import '../../django/middleware/http.ts';
import '../../django/middleware/security.ts';
import type { Settings } from '../../django/conf.ts';
import { registerModule } from '../../importlib.ts';
import { environ } from '../../os.ts';

/** The settings of the demo project; `DEMO_DATABASE` in the environment is the path of its database. */
export function demoSettings(): Partial<Settings> {
  return {
    DEBUG: false,
    SECRET_KEY: 'a secret of the demo project alone',
    ALLOWED_HOSTS: ['example.com', '.demo.test', '127.0.0.1', 'localhost'],
    ROOT_URLCONF: 'demo.urls',
    INSTALLED_APPS: ['django.contrib.auth'],
    MIDDLEWARE: [
      'demo.middleware.HookLog',
      'django.middleware.security.SecurityMiddleware',
      'django.contrib.sessions.middleware.SessionMiddleware',
      'django.middleware.common.CommonMiddleware',
      'django.middleware.csrf.CsrfViewMiddleware',
      'django.contrib.auth.middleware.AuthenticationMiddleware',
      'django.middleware.clickjacking.XFrameOptionsMiddleware',
    ],
    DATABASES: {
      default: { ENGINE: 'django.db.backends.sqlite3', NAME: environ()['DEMO_DATABASE'] },
    },
    PASSWORD_HASHERS: ['demo.hashers.QuickHasher'],
    FILE_UPLOAD_HANDLERS: ['django.core.files.uploadhandler.MemoryFileUploadHandler'],
    LOGIN_URL: '/accounts/login/',
    LOGIN_REDIRECT_URL: '/accounts/profile/',
    TIME_ZONE: 'UTC',
    USE_I18N: false,
    USE_L10N: false,
    USE_TZ: false,
    LOGGING: {
      version: 1,
      disable_existing_loggers: false,
      loggers: { demo: { level: 'INFO' } },
    },
  };
}

registerModule('demo', {}, { package: true });
registerModule('demo.settings', demoSettings);
