/**
 * System checks: what can be known to be wrong before a request comes. Those of Django that
 * touch the path of a request are here; there are none of models, templates or translations.
 *
 * @module
 */

import './checks/caches.ts';
import './checks/database.ts';
import './checks/security/base.ts';
import './checks/security/csrf.ts';
import './checks/urls.ts';
import type { CheckMessage } from './checks/messages.ts';
import { type Check, type RegisterOptions, registry, type RunOptions } from './checks/registry.ts';

export {
  CheckMessage,
  Critical,
  CRITICAL,
  Debug,
  DEBUG,
  Error,
  ERROR,
  Info,
  INFO,
  Warning,
  WARNING,
} from './checks/messages.ts';
export { type Check, type RunOptions, Tags } from './checks/registry.ts';

/** Adds a check under tags. @models django.core.checks.registry:register */
export function register(
  check: Check,
  tags: readonly string[],
  options: RegisterOptions = {},
): Check {
  return registry.register(check, tags, options);
}

/** What all checks found. @models django.core.checks.registry:run_checks */
export function runChecks(options: RunOptions = {}): CheckMessage[] {
  return registry.runChecks(options);
}

/** Whether a check has this tag. @models django.core.checks.registry:tag_exists */
export function tagExists(tag: string, includeDeploymentChecks = false): boolean {
  return registry.tagExists(tag, includeDeploymentChecks);
}
