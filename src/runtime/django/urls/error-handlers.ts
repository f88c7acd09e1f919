/**
 * Which view answers an error.
 *
 * @module
 */

import { getCallable } from './callable.ts';
import type { ErrorView, ServerErrorView } from './types.ts';

/** The statuses that a URLconf can answer. */
export type ErrorStatus = 400 | 403 | 404 | 500;

const NAMES: Readonly<Record<ErrorStatus, string>> = {
  400: 'bad_request',
  403: 'permission_denied',
  404: 'page_not_found',
  500: 'server_error',
};

/** Django's own view for an error; found by its name, as in Django, for it stands on what stands on URLconfs. */
export function defaultErrorView(status: ErrorStatus): ErrorView | ServerErrorView {
  return getCallable<ErrorView | ServerErrorView>(`django.views.defaults.${NAMES[status]}`);
}
