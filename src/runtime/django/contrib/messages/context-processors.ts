/**
 * What every template is told of messages.
 *
 * @module
 */

import type { HttpRequest } from '../../http/request.ts';
import type { Context } from '../../template/backends.ts';
import { defineModule } from '../../utils/module-loading.ts';
import { getMessages } from './api.ts';
import { DEFAULT_LEVELS } from './constants.ts';

/** The messages of a request, and the levels by name. @models django.contrib.messages.context_processors:messages */
export function messages(request: HttpRequest): Context {
  return { messages: getMessages(request), DEFAULT_MESSAGE_LEVELS: DEFAULT_LEVELS };
}

defineModule('django.contrib.messages.context_processors', { messages });
