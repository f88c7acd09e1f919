/**
 * The site that readers send their requests to, begun afresh for each of them.
 *
 * @module
 */

import '#runtime/django/contrib/auth/apps';
import '#runtime/django/contrib/auth/context-processors';
import '#runtime/django/contrib/auth/middleware';
import '#runtime/django/contrib/messages/context-processors';
import '#runtime/django/contrib/messages/middleware';
import '#runtime/django/contrib/sessions/apps';
import '#runtime/django/contrib/sessions/middleware';
import '#runtime/django/middleware/clickjacking';
import '#runtime/django/middleware/common';
import '#runtime/django/middleware/csrf';
import '#runtime/django/middleware/http';
import '#runtime/django/middleware/security';
import '#runtime/django/template/backends/django';
import type { Settings } from '#runtime/django/conf';
import { path } from '#runtime/django/urls';
import type { UrlconfModule } from '#runtime/django/urls/types';
import { indexFrom } from '#runtime/django/urls/walk';
import { MemoryFiles, setFiles } from '#runtime/files';
import { registerModule } from '#runtime/importlib';
import { StringIO } from '#runtime/io';
import { environ } from '#runtime/os';
import { startProcess } from '#runtime/process';
import { seededEntropy, setEntropy } from '#runtime/random';
import { setStreams } from '#runtime/sys';
import { setClock } from '#runtime/time';
import type { Setup } from '../../../stepper/setup.ts';
import './middleware.ts';
import { views } from './views.ts';

/** The moment at which every request happens, in seconds since 1970: 2019-05-01. */
export const NOW = 1_556_668_800;

const SEED = 2019;
const TEMPLATE = '<!doctype html>\n<p>Hello, {{ name }}</p>\n';

let chosen: Pick<Setup, 'middleware' | 'view'> = { middleware: [], view: 'answers' };

/** Begins a process in which the site is not yet awake, with other layers and another view. */
export function startMysite(setup: Pick<Setup, 'middleware' | 'view'>): void {
  chosen = setup;
  startProcess();
  indexFrom(Infinity);
  setClock(() => NOW);
  setEntropy(seededEntropy(SEED));
  setStreams({ stdout: new StringIO(), stderr: new StringIO() });
  setFiles(new MemoryFiles({ '/templates/hello.html': TEMPLATE }));
  environ()['DJANGO_SETTINGS_MODULE'] = 'mysite.settings';
}

function settings(): Partial<Settings> {
  return {
    DEBUG: false,
    SECRET_KEY: 'no secret at all',
    ALLOWED_HOSTS: ['example.com'],
    ROOT_URLCONF: 'mysite.urls',
    INSTALLED_APPS: ['django.contrib.auth', 'django.contrib.sessions', 'django.contrib.messages'],
    MIDDLEWARE: chosen.middleware.filter(({ on }) => on).map((layer) => layer.path),
    SESSION_ENGINE: 'django.contrib.sessions.backends.signed_cookies',
    TEMPLATES: [
      {
        BACKEND: 'django.template.backends.django.DjangoTemplates',
        DIRS: ['/templates'],
        OPTIONS: {
          context_processors: [
            'django.template.context_processors.request',
            'django.contrib.messages.context_processors.messages',
          ],
        },
      },
    ],
    TIME_ZONE: 'UTC',
    USE_I18N: false,
    USE_L10N: false,
    USE_TZ: true,
  };
}

function urls(): UrlconfModule {
  const view = views[chosen.view];
  return { urlpatterns: [path('hello/', view), path('hello/<str:name>/', view)] };
}

registerModule('mysite.settings', settings);
registerModule('mysite.urls', urls);
