/**
 * Paths that stay where they belong. In Python this is `django.utils._os`.
 *
 * @module
 */

import { abspath, dirname, join } from '../../posixpath.ts';
import { SuspiciousFileOperation } from '../core/exceptions.ts';

/** A path below another. @throws {SuspiciousFileOperation} for one that leads out of it. @models django.utils._os:safe_join */
export function safeJoin(base: string, ...paths: readonly string[]): string {
  const finalPath = abspath(join(base, ...paths));
  const basePath = abspath(base);
  const isInside = `${finalPath}/`.startsWith(`${basePath}/`) || dirname(basePath) === basePath;
  if (isInside) return finalPath;
  throw new SuspiciousFileOperation(
    `The joined path (${finalPath}) is located outside of the base path component (${basePath})`,
  );
}
