/** The bakery as a WSGI application. @module */

import { getWsgiApplication } from '#runtime/django/core/wsgi';
import { note } from './notes.ts';

note('wsgi.py runs');

export const application = getWsgiApplication();
