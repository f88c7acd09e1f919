/// <reference types="vite/types/importMeta.d.ts" />
/**
 * The demo project in a browser: its templates and its databases in memory.
 *
 * @module
 */

import { loadWasmSqlite } from '#runtime/adapters/wasm-sqlite';
import { MemoryFiles } from '#runtime/files';
import { setSitePlace } from '../../oracle/django/replay/site-place.ts';

const TEMPLATES: Record<string, string> = import.meta.glob(
  '../../../src/runtime/examples/django/templates/*',
  { query: '?raw', import: 'default', eager: true },
);

const FOLDER = '/templates';

/** Puts the project there. */
export async function liveInMemory(): Promise<void> {
  const sqlite = await loadWasmSqlite();
  const files = Object.entries(TEMPLATES).map(([path, content]) => [
    `${FOLDER}${path.slice(path.lastIndexOf('/'))}`,
    content,
  ]);
  const free: string[] = [];
  let made = 0;
  setSitePlace({
    files: new MemoryFiles(Object.fromEntries(files)),
    templates: FOLDER,
    newDatabase() {
      const path = free.pop() ?? `/demo-${(made += 1)}.sqlite3`;
      return {
        path,
        read: () => sqlite.readFile(path),
        write: (content) => sqlite.writeFile(path, content),
        remove: () => {
          sqlite.writeFile(path, new Uint8Array());
          free.push(path);
        },
      };
    },
  });
}
