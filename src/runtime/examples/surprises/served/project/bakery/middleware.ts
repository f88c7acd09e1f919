/** A layer that notes that it is made, and what passes through it. @module */

import type { GetResponse } from '#runtime/django/core/handlers/types';
import type { HttpRequest } from '#runtime/django/http';
import type { HttpResponseBase } from '#runtime/django/http/response-base';
import { note } from './notes.ts';

/** The layer. */
export class Noting {
  readonly getResponse: GetResponse;

  constructor(getResponse: GetResponse) {
    note('the layer is made');
    this.getResponse = getResponse;
  }

  __call__(request: HttpRequest): HttpResponseBase {
    note(`the layer sees ${request.path}`);
    return this.getResponse(request);
  }
}
