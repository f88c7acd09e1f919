/**
 * Every layer is wrapped here, so that the layer around it always gets a response.
 *
 * @module
 */

import { isException } from '../../../builtins.ts';
import { getLogger } from '../../../logging.ts';
import { missingAttribute } from '../../../objects.ts';
import { whileHandling } from '../../../sys.ts';
import { settings } from '../../conf.ts';
import { Http404 } from '../../http/response.ts';
import { MultiPartParserError } from '../../http/multipartparser.ts';
import type { HttpRequest } from '../../http/request.ts';
import { HttpResponseBase } from '../../http/response-base.ts';
import { SimpleTemplateResponse } from '../../template/response.ts';
import { getUrlconf } from '../../urls/base.ts';
import { getResolver, type URLResolver } from '../../urls/resolvers.ts';
import { logResponse } from '../../utils/log.ts';
import '../../views/defaults.ts';
import { technical404Response, technical500Response } from '../../views/debug.ts';
import {
  PermissionDenied,
  RequestDataTooBig,
  SuspiciousOperation,
  TooManyFieldsSent,
} from '../exceptions.ts';
import { gotRequestException } from '../signals.ts';
import type { GetResponse } from './types.ts';

/** A layer that answers its exceptions; what is no `Exception` still goes through. @models django.core.handlers.exception:convert_exception_to_response */
export function convertExceptionToResponse(getResponse: GetResponse): GetResponse {
  /** @models django.core.handlers.exception:convert_exception_to_response.<locals>.inner */
  function inner(request: HttpRequest): HttpResponseBase {
    try {
      return getResponse(request);
    } catch (error) {
      if (!isException(error)) throw error;
      return responseForException(request, error);
    }
  }
  return inner;
}

/** The response to an exception, by its kind. @models django.core.handlers.exception:response_for_exception */
export function responseForException(request: HttpRequest, exception: Error): HttpResponseBase {
  const response = whileHandling(exception, () => answer(request, exception));
  const late = response instanceof SimpleTemplateResponse && !response.isRendered;
  return late ? response.render() : response;
}

function answer(request: HttpRequest, exception: Error): HttpResponseBase {
  if (exception instanceof Http404) {
    return settings.DEBUG
      ? technical404Response(request, exception)
      : getExceptionResponse(request, rootResolver(), 404, exception);
  }
  if (exception instanceof PermissionDenied) {
    const response = getExceptionResponse(request, rootResolver(), 403, exception);
    logResponse(`Forbidden (Permission denied): ${request.path}`, response, request, exception);
    return response;
  }
  if (exception instanceof MultiPartParserError) {
    const response = getExceptionResponse(request, rootResolver(), 400, exception);
    const message = `Bad request (Unable to parse request body): ${request.path}`;
    logResponse(message, response, request, exception);
    return response;
  }
  if (exception instanceof SuspiciousOperation) return answerSuspicious(request, exception);
  return answerUncaught(request, exception);
}

function answerSuspicious(request: HttpRequest, exception: SuspiciousOperation): HttpResponseBase {
  if (exception instanceof RequestDataTooBig || exception instanceof TooManyFieldsSent) {
    request._markPostParseError();
  }
  const logger = getLogger(`django.security.${exception.constructor.name}`);
  logger.log('error', exception.message, { extra: { statusCode: 400, request } });
  return settings.DEBUG
    ? technical500Response(request, exception, 400)
    : getExceptionResponse(request, rootResolver(), 400, exception);
}

function answerUncaught(request: HttpRequest, exception: Error): HttpResponseBase {
  gotRequestException.send(null, { request });
  const response = handleUncaughtException(request, rootResolver(), exception);
  if (!(response instanceof HttpResponseBase)) throw missingAttribute(response, 'reason_phrase');
  logResponse(`${response.reasonPhrase}: ${request.path}`, response, request, exception);
  return response;
}

function rootResolver(): URLResolver {
  return getResolver(getUrlconf());
}

/** The error view's response; if that view fails, its failure is the one to answer. @models django.core.handlers.exception:get_exception_response */
export function getExceptionResponse(
  request: HttpRequest,
  resolver: URLResolver,
  statusCode: 400 | 403 | 404,
  exception: Error,
): HttpResponseBase {
  try {
    return resolver.resolveErrorHandler(statusCode)(request, exception);
  } catch (error) {
    if (!isException(error)) throw error;
    return whileHandling(error, () => {
      gotRequestException.send(null, { request });
      return handleUncaughtException(request, resolver, error);
    });
  }
}

/** The response to what nobody answered; whatever the 500 view throws goes on outwards. @models django.core.handlers.exception:handle_uncaught_exception */
export function handleUncaughtException(
  request: HttpRequest,
  resolver: URLResolver,
  exception: Error,
): HttpResponseBase {
  if (settings.DEBUG_PROPAGATE_EXCEPTIONS) throw exception;
  if (settings.DEBUG) return technical500Response(request, exception);
  return resolver.resolveErrorHandler(500)(request);
}
