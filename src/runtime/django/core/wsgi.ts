/**
 * The door through which a WSGI server comes in.
 *
 * @module
 */

import type { WSGIApplication } from '../../wsgiref/types.ts';
import { setup } from '../../django.ts';
import { WSGIHandler } from './handlers/wsgi.ts';

/** Sets Django up and gives the application that a server calls. @models django.core.wsgi:get_wsgi_application */
export function getWsgiApplication(): WSGIApplication {
  setup({ setPrefix: false });
  const handler = new WSGIHandler();
  return (environ, startResponse) => handler.__call__(environ, startResponse);
}
