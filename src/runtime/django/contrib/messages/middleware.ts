/**
 * Messages on each request.
 *
 * @module
 */

import { ValueError } from '../../../builtins.ts';
import { settings } from '../../conf.ts';
import type { Answer } from '../../core/handlers/types.ts';
import type { HttpRequest } from '../../http/request.ts';
import type { HttpResponseBase } from '../../http/response-base.ts';
import { MiddlewareMixin } from '../../utils/deprecation.ts';
import { defineModule } from '../../utils/module-loading.ts';
import '../messages.ts';
import { defaultStorage } from './storage.ts';

/** Brings a visitor's messages, and stores those that nobody has seen. @models django.contrib.messages.middleware:MessageMiddleware */
export class MessageMiddleware extends MiddlewareMixin {
  /** @models django.contrib.messages.middleware:MessageMiddleware.process_request */
  processRequest(request: HttpRequest): Answer {
    request._messages = defaultStorage(request);
    return null;
  }

  /** @throws {ValueError} where DEBUG is on and there was not room for all. @models django.contrib.messages.middleware:MessageMiddleware.process_response */
  processResponse(request: HttpRequest, response: HttpResponseBase): HttpResponseBase {
    const unstored = request._messages?.update(response) ?? [];
    if (unstored.length > 0 && settings.DEBUG) {
      throw new ValueError('Not all temporary messages could be stored.');
    }
    return response;
  }
}

defineModule('django.contrib.messages.middleware', { MessageMiddleware });
