/**
 * Which view answers an error.
 *
 * @module
 */

import { badRequest, pageNotFound, permissionDenied, serverError } from '../views/defaults.ts';
import type { ErrorView, ServerErrorView } from './types.ts';

/** The statuses that a URLconf can answer. */
export type ErrorStatus = 400 | 403 | 404 | 500;

/** Django's own view for an error. */
export function defaultErrorView(status: ErrorStatus): ErrorView | ServerErrorView {
  const views = { 400: badRequest, 403: permissionDenied, 404: pageNotFound, 500: serverError };
  return views[status];
}
