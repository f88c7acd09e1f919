/**
 * The demo project on this computer: its templates from the disk, its database in a folder that
 * goes when the process ends.
 *
 * @module
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { DiskFiles } from '../../adapters/disk-files.ts';
import { DiskTemporaryFile } from '../../adapters/disk-temporary-files.ts';
import { setTemporaryFiles } from '../../django/core/files/temp.ts';
import '../../adapters/sqlite.ts';
import { settings } from '../../django/conf.ts';
import { getWsgiApplication } from '../../django/core/wsgi.ts';
import { connection } from '../../django/db.ts';
import { setFiles } from '../../files.ts';
import { environ } from '../../os.ts';
import type { WSGIApplication } from '../../wsgiref/types.ts';
import { addUsers, createTables } from './database.ts';
import './site.ts';

/** Starts the site with DEBUG on, so that its errors can be looked at; the name of its user is `ann`, the password `secret`. */
export function startDemo(): WSGIApplication {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  Object.assign(environ(), {
    DJANGO_SETTINGS_MODULE: 'demo.settings',
    DEMO_DATABASE: join(folder, 'demo.sqlite3'),
    DEMO_TEMPLATES: fileURLToPath(new URL('templates', import.meta.url)),
  });
  setFiles(new DiskFiles());
  setTemporaryFiles((suffix, folder) => new DiskTemporaryFile(suffix, folder));
  settings.DEBUG = true;
  const application = getWsgiApplication();
  createTables();
  addUsers();
  connection.close();
  return application;
}
