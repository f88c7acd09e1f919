/**
 * What every template of a site is given, made from the request.
 *
 * @module
 */

import type { HttpRequest } from '../http/request.ts';
import { getToken } from '../middleware/csrf.ts';
import { SimpleLazyObject } from '../utils/functional.ts';
import { defineModule } from '../utils/module-loading.ts';
import type { Context } from './backends.ts';

/** The token for forms, made when the template first shows it; so a page without a form sets no cookie. @models django.template.context_processors:csrf */
export function csrf(request: HttpRequest): Context {
  return { csrf_token: new SimpleLazyObject(() => getToken(request)) };
}

defineModule('django.template.context_processors', { csrf });
