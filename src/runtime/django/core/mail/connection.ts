/**
 * The way by which messages leave.
 *
 * @module
 */

import { settings } from '../../conf.ts';
import { importString } from '../../utils/module-loading.ts';
import type { BackendOptions, BaseEmailBackend } from './backends/base.ts';

type BackendClass = new (options: BackendOptions) => BaseEmailBackend;

/** A connection of the class at a dotted path; that of `EMAIL_BACKEND` without one. @throws {ImportError} @models django.core.mail:get_connection */
export function getConnection(
  backend: string | null = null,
  options: BackendOptions = {},
): BaseEmailBackend {
  const Backend = importString(backend || settings.EMAIL_BACKEND) as BackendClass;
  return new Backend(options);
}
