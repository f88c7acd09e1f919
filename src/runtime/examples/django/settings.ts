/**
 * Settings: what startproject writes, and a database.
 *
 * @module
 */

import '../../django/contrib/auth/apps.ts';
import '../../django/contrib/auth/middleware.ts';
import '../../django/contrib/auth/context-processors.ts';
import '../../django/contrib/messages/context-processors.ts';
import '../../django/contrib/messages/middleware.ts';
import '../../django/contrib/sessions/apps.ts';
import '../../django/contrib/sessions/middleware.ts';
import '../../django/middleware/clickjacking.ts';
import '../../django/middleware/common.ts';
import '../../django/middleware/csrf.ts';
import '../../django/middleware/http.ts';
import '../../django/middleware/security.ts';
import '../../django/template/backends/django.ts';
import type { Settings } from '../../django/conf.ts';
import { registerModule } from '../../importlib.ts';
import { environ } from '../../os.ts';

/** The settings of the demo project; the environment has the paths of its database, `DEMO_DATABASE`, and of its templates, `DEMO_TEMPLATES`. */
export function demoSettings(): Partial<Settings> {
  return {
    DEBUG: false,
    SECRET_KEY: 'a secret of the demo project alone',
    ALLOWED_HOSTS: ['example.com', '.demo.test', '127.0.0.1', 'localhost'],
    ROOT_URLCONF: 'demo.urls',
    INSTALLED_APPS: ['django.contrib.auth', 'django.contrib.sessions', 'django.contrib.messages'],
    MIDDLEWARE: [
      'demo.middleware.HookLog',
      'django.middleware.security.SecurityMiddleware',
      'django.contrib.sessions.middleware.SessionMiddleware',
      'django.middleware.common.CommonMiddleware',
      'django.middleware.csrf.CsrfViewMiddleware',
      'django.contrib.auth.middleware.AuthenticationMiddleware',
      'django.contrib.messages.middleware.MessageMiddleware',
      'django.middleware.clickjacking.XFrameOptionsMiddleware',
    ],
    DATABASES: {
      default: { ENGINE: 'django.db.backends.sqlite3', NAME: environ()['DEMO_DATABASE'] },
    },
    TEMPLATES: [
      {
        BACKEND: 'django.template.backends.django.DjangoTemplates',
        DIRS: [environ()['DEMO_TEMPLATES'] ?? ''],
        OPTIONS: {
          context_processors: [
            'django.template.context_processors.request',
            'django.contrib.auth.context_processors.auth',
            'django.contrib.messages.context_processors.messages',
          ],
        },
      },
    ],
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
