/**
 * What a user may do: whatever one of the site's backends says.
 *
 * @module
 */

import { isNone } from '../../../objects.ts';
import { PermissionDenied } from '../../core/exceptions.ts';
import { getBackends } from '../auth.ts';
import type { Somebody } from './backends.ts';

/** All that the backends allow together. @models django.contrib.auth.models:_user_get_all_permissions */
export function getAllPermissions(user: Somebody, object: unknown): Set<string> {
  const all = getBackends().map((backend) => backend.getAllPermissions?.(user, object) ?? []);
  return new Set(all.flatMap((some) => [...some]));
}

/** Whether a backend allows one thing; one that denies it ends the matter. @models django.contrib.auth.models:_user_has_perm */
export function hasPerm(user: Somebody, permission: string, object: unknown): boolean {
  return anyBackend((backend) => backend.hasPerm?.(user, permission, object));
}

/** Whether a backend allows anything in an application. @models django.contrib.auth.models:_user_has_module_perms */
export function hasModulePerms(user: Somebody, appLabel: string): boolean {
  return anyBackend((backend) => backend.hasModulePerms?.(user, appLabel));
}

type Backend = ReturnType<typeof getBackends>[number];

function anyBackend(allows: (backend: Backend) => boolean | undefined): boolean {
  try {
    return getBackends().some((backend) => {
      const allowed = allows(backend);
      return !isNone(allowed) && allowed;
    });
  } catch (error) {
    if (error instanceof PermissionDenied) return false;
    throw error;
  }
}
