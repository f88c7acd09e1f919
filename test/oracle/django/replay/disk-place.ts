/**
 * The demo project on this computer's disk; importing this module puts it there.
 *
 * @module
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import '#runtime/adapters/sqlite';
import { DiskFiles } from '#runtime/adapters/disk-files';
import { setSitePlace } from './site-place.ts';

setSitePlace({
  files: new DiskFiles(),
  templates: fileURLToPath(
    new URL('../../../../src/runtime/examples/django/templates', import.meta.url),
  ),
  newDatabase() {
    const folder = mkdtempSync(join(tmpdir(), 'demo-'));
    const path = join(folder, 'demo.sqlite3');
    return {
      path,
      read: () => readFileSync(path),
      write: (content) => writeFileSync(path, content),
      remove: () => rmSync(folder, { recursive: true }),
    };
  },
});
