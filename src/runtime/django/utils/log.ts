/**
 * Telling the log about a response that went wrong.
 *
 * @module
 */

import { getLogger, type Level, type Logger } from '../../logging.ts';
import type { HttpRequest } from '../http/request.ts';
import type { HttpResponseBase } from '../http/response-base.ts';

/** The logger of requests. @models django.utils.log:request_logger */
export const requestLogger = getLogger('django.request');

/** Logs a response once: 5xx as error, 4xx as warning; to the logger of requests unless another is named. @models django.utils.log:log_response */
export function logResponse(
  message: string,
  response: HttpResponseBase,
  request: HttpRequest,
  excInfo: Error | null = null,
  logger: Logger = requestLogger,
): void {
  if (response._hasBeenLogged) return;
  const { statusCode } = response;
  logger.log(levelOf(statusCode), message, { extra: { statusCode, request }, excInfo });
  response._hasBeenLogged = true;
}

function levelOf(statusCode: number): Level {
  if (statusCode >= 500) return 'error';
  return statusCode >= 400 ? 'warning' : 'info';
}
