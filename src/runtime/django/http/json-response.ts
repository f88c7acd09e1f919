/**
 * Data as a response.
 *
 * @module
 */

import { dumps } from '../../json.ts';
import { isPlainObject } from '../../objects.ts';
import type { ResponseOptions } from './response-base.ts';
import { HttpResponse } from './response.ts';

/** How data is sent. */
export interface JsonResponseOptions extends ResponseOptions {
  /** Whether nothing but an object may be sent; true unless said otherwise. */
  safe?: boolean;
}

/** A value as JSON. @models django.http.response:JsonResponse */
export class JsonResponse extends HttpResponse {
  /** @throws a `TypeError` for what is no object, unless `safe` is false, and for what JSON cannot hold. @models django.http.response:JsonResponse.__init__ */
  constructor(data: unknown, { safe = true, ...options }: JsonResponseOptions = {}) {
    if (safe && !isPlainObject(data)) {
      throw new TypeError(
        'In order to allow non-dict objects to be serialized set the safe parameter to False.',
      );
    }
    super(dumps(data), { ...options, contentType: options.contentType ?? 'application/json' });
  }
}
