/** The bakery's settings. @module */

import { note } from './notes.ts';

note('settings.py runs');

export const DEBUG = true;
export const INSTALLED_APPS = ['django.contrib.staticfiles', 'bakery.apps.BakeryConfig'];
export const MIDDLEWARE = ['bakery.middleware.Noting'];
export const ROOT_URLCONF = 'bakery.urls';
export const SECRET_KEY = 'surprise';
export const STATIC_URL = '/static/';
export const TIME_ZONE = 'UTC';
export const USE_I18N = false;
export const WSGI_APPLICATION = 'bakery.wsgi.application';
