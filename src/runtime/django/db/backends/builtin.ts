/**
 * Puts the backends that come with Django where `ENGINE` finds them. There are drivers for
 * SQLite alone; the others fail as they do where Python has no driver for them.
 *
 * @module
 */

import { ImproperlyConfigured } from '../../core/exceptions.ts';
import { registerModule } from '../../utils/module-loading.ts';
import * as dummy from './dummy/base.ts';
import * as sqlite3 from './sqlite3/base.ts';

const WITHOUT_DRIVER: Record<string, string> = {
  mysql: 'Error loading MySQLdb module.\nDid you install mysqlclient?',
  oracle: "Error loading cx_Oracle module: No module named 'cx_Oracle'",
  postgresql: "Error loading psycopg2 module: No module named 'psycopg2'",
};

registerModule('django.db.backends.dummy.base', dummy);
registerModule('django.db.backends.sqlite3.base', sqlite3);
for (const [name, message] of Object.entries(WITHOUT_DRIVER)) {
  registerModule(`django.db.backends.${name}.base`, () => {
    throw new ImproperlyConfigured(message);
  });
}
