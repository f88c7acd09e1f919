/**
 * The demo project on the runtime as both sides have it: the seven layers of startproject, a
 * database in a folder of its own.
 *
 * @module
 */

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DiskFiles } from '#runtime/adapters/disk-files';
import '#runtime/adapters/sqlite';
import { settings } from '#runtime/django/conf';
import { getWsgiApplication } from '#runtime/django/core/wsgi';
import { connection } from '#runtime/django/db';
import { addUsers, createTables } from '#runtime/examples/django/database';
import '#runtime/examples/django/site';
import { setFiles } from '#runtime/files';
import { environ } from '#runtime/os';
import type { WSGIApplication } from '#runtime/wsgiref/types';
import { processorTime } from './measure.ts';

const HOOK_LOG = 'demo.middleware.HookLog';
const TEMPLATES = fileURLToPath(
  new URL('../../../src/runtime/examples/django/templates', import.meta.url),
);

/** A site that was started. */
export interface StartedSite {
  application: WSGIApplication;
  /** Where its database lies; whoever started it removes it. */
  folder: string;
  times: SetupTimes;
}

/** Processor time of a process, in seconds. */
export interface SetupTimes {
  /** Before anything of the site was set up: the start of the language, and imports. */
  imports: number;
  /** Of `getWsgiApplication`, settings and all. */
  setup: number;
}

/** Starts the site in this process. */
export function startSite(): StartedSite {
  const folder = mkdtempSync(join(tmpdir(), 'bench-site-'));
  Object.assign(environ(), {
    DJANGO_SETTINGS_MODULE: 'demo.settings',
    DEMO_DATABASE: join(folder, 'demo.sqlite3'),
    DEMO_TEMPLATES: TEMPLATES,
  });
  setFiles(new DiskFiles());
  const begun = processorTime();
  settings.MIDDLEWARE = settings.MIDDLEWARE.filter((layer) => layer !== HOOK_LOG);
  const application = getWsgiApplication();
  const times = { imports: begun, setup: processorTime() - begun };
  createTables();
  addUsers();
  connection.close();
  return { application, folder, times };
}
