/**
 * Configuring the log, and telling it about responses that went wrong.
 *
 * @module
 */

import { getLogger, type Level, type Logger } from '../../logging.ts';
import { dictConfig } from '../../logging/config.ts';
import { missingAttribute, truth } from '../../objects.ts';
import type { HttpRequest } from '../http/request.ts';
import { HttpResponseBase } from '../http/response-base.ts';
import { AdminEmailHandler } from './log/admin-email-handler.ts';
import { DEFAULT_LOGGING } from './log/default-logging.ts';
import { CallbackFilter, RequireDebugFalse, RequireDebugTrue } from './log/filters.ts';
import { ServerFormatter } from './log/server-formatter.ts';
import { defineModule, importString } from './module-loading.ts';

export { AdminEmailHandler, type AdminEmailOptions } from './log/admin-email-handler.ts';
export { DEFAULT_LOGGING } from './log/default-logging.ts';
export { CallbackFilter, RequireDebugFalse, RequireDebugTrue } from './log/filters.ts';
export { ServerFormatter } from './log/server-formatter.ts';

/** The logger of requests. @models django.utils.log:request_logger */
export const requestLogger = getLogger('django.request', { atImport: true });

/** What configures logging. */
type Configure = (config: Readonly<Record<string, unknown>>) => void;

/**
 * Configures Django's logging, then the site's with the function at a dotted path; without a path
 * neither. @throws {ImportError} @throws {ValueError} @models django.utils.log:configure_logging
 */
export function configureLogging(
  loggingConfig: string | null,
  loggingSettings: Readonly<Record<string, unknown>>,
): void {
  if (!loggingConfig) return;
  const configure = importString(loggingConfig) as Configure;
  dictConfig(DEFAULT_LOGGING);
  if (truth(loggingSettings)) configure(loggingSettings);
}

/** Logs a response once: 5xx as error, 4xx as warning, unless a level is named; to the logger of requests unless another is. @throws {AttributeError} for what is no response. @models django.utils.log:log_response */
export function logResponse(
  message: string,
  response: HttpResponseBase,
  request: HttpRequest,
  excInfo: Error | null = null,
  logger: Logger = requestLogger,
  level: Level | null = null,
): void {
  if (!(response instanceof HttpResponseBase)) throw missingAttribute(response, 'status_code');
  if (response._hasBeenLogged) return;
  const { statusCode } = response;
  logger.log(level ?? levelOf(statusCode), message, { extra: { statusCode, request }, excInfo });
  response._hasBeenLogged = true;
}

function levelOf(statusCode: number): Level {
  if (statusCode >= 500) return 'error';
  return statusCode >= 400 ? 'warning' : 'info';
}

defineModule('django.utils.log', {
  AdminEmailHandler,
  CallbackFilter,
  RequireDebugFalse,
  RequireDebugTrue,
  ServerFormatter,
});
