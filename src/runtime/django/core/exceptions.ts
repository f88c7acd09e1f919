/**
 * The exceptions that Django's own code tells apart.
 *
 * @module
 */

import { Exception } from '../../builtins.ts';

/** The visitor did something suspicious; answered with 400. @models django.core.exceptions:SuspiciousOperation */
export class SuspiciousOperation extends Exception {
  override name = 'SuspiciousOperation';
}

/** A multipart body that looks forged. @models django.core.exceptions:SuspiciousMultipartForm */
export class SuspiciousMultipartForm extends SuspiciousOperation {
  override name = 'SuspiciousMultipartForm';
}

/** A path that leaves its directory. @models django.core.exceptions:SuspiciousFileOperation */
export class SuspiciousFileOperation extends SuspiciousOperation {
  override name = 'SuspiciousFileOperation';
}

/** A Host header that the site does not answer to. @models django.core.exceptions:DisallowedHost */
export class DisallowedHost extends SuspiciousOperation {
  override name = 'DisallowedHost';
}

/** A redirect to a scheme that is not allowed. @models django.core.exceptions:DisallowedRedirect */
export class DisallowedRedirect extends SuspiciousOperation {
  override name = 'DisallowedRedirect';
}

/** More fields than `DATA_UPLOAD_MAX_NUMBER_FIELDS`. @models django.core.exceptions:TooManyFieldsSent */
export class TooManyFieldsSent extends SuspiciousOperation {
  override name = 'TooManyFieldsSent';
}

/** A body larger than `DATA_UPLOAD_MAX_MEMORY_SIZE`. @models django.core.exceptions:RequestDataTooBig */
export class RequestDataTooBig extends SuspiciousOperation {
  override name = 'RequestDataTooBig';
}

/** The visitor may not do this; answered with 403. @models django.core.exceptions:PermissionDenied */
export class PermissionDenied extends Exception {
  override name = 'PermissionDenied';
}

/** A view's dotted path that leads nowhere. @models django.core.exceptions:ViewDoesNotExist */
export class ViewDoesNotExist extends Exception {
  override name = 'ViewDoesNotExist';
}

/** A factory throws it to leave its layer out of the chain. @models django.core.exceptions:MiddlewareNotUsed */
export class MiddlewareNotUsed extends Exception {
  override name = 'MiddlewareNotUsed';
}

/** The site is set up in an impossible way. @models django.core.exceptions:ImproperlyConfigured */
export class ImproperlyConfigured extends Exception {
  override name = 'ImproperlyConfigured';
}

/** The registry of applications was asked too early. @models django.core.exceptions:AppRegistryNotReady */
export class AppRegistryNotReady extends Exception {
  override name = 'AppRegistryNotReady';
}

/** What was asked for is not kept. @models django.core.exceptions:ObjectDoesNotExist */
export class ObjectDoesNotExist extends Exception {
  override name = 'ObjectDoesNotExist';
}

/** A value that a field cannot hold. @models django.core.exceptions:ValidationError */
export class ValidationError extends Exception {
  override name = 'ValidationError';
}
