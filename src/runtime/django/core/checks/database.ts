/**
 * What a database has to say of itself; run only where its tag is asked for.
 *
 * @module
 */

import { connections } from '../../db.ts';
import type { CheckMessage } from './messages.ts';
import { registry, Tags } from './registry.ts';

/** Makes a connection of each database; SQLite has nothing to say. @models django.core.checks.database:check_database_backends */
export function checkDatabaseBackends(): CheckMessage[] {
  connections.all();
  return [];
}

registry.register(checkDatabaseBackends, [Tags.database], { atImport: true });
