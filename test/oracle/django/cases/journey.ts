/**
 * The one case of suite django-journey: the request that the book follows, on its way through
 * the server, Django and back, and the start of the process before it.
 *
 * @module
 */

import type { Case } from '../../model.ts';

const WAKE = [
  'django.core.wsgi:get_wsgi_application',
  'django:setup',
  'django.conf:LazySettings._setup',
  'django.utils.log:configure_logging',
  'django.apps.registry:Apps.populate',
  'django.apps.config:AppConfig.create',
  'django.apps.config:AppConfig.import_models',
  'django.apps.config:AppConfig.ready',
  'django.core.handlers.wsgi:WSGIHandler.__init__',
  'django.core.handlers.base:BaseHandler.load_middleware',
];

/** The request of the book. */
export function journeyCases(): Case[] {
  return [
    {
      id: 'notes/1',
      bytes: ['GET /notes/1/?page=2 HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\n\r\n'],
      wake: WAKE,
    },
  ];
}
