/**
 * A site with SQLite databases in files of its own, which go when the test is over.
 *
 * @module
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '#runtime/adapters/sqlite';
import { freshSettings, type Settings } from '#runtime/django/conf';
import { connection, connections } from '#runtime/django/db';
import type { DatabaseSettings } from '#runtime/django/db/settings';

/** A database as the site describes it, without the file. */
export type Database = Omit<DatabaseSettings, 'ENGINE' | 'NAME'>;

/** The site's folder, and what ends it. */
export interface SqliteSite {
  folder: string;
  close(): void;
}

/** Starts a process whose site has databases of these aliases. */
export function sqliteSite(
  databases: Record<string, Database> = { default: {} },
  others: Partial<Settings> = {},
): SqliteSite {
  const folder = mkdtempSync(join(tmpdir(), 'round-trip-'));
  const described = Object.entries(databases).map(([alias, database]) => [
    alias,
    {
      ENGINE: 'django.db.backends.sqlite3',
      NAME: join(folder, `${alias}.sqlite3`),
      ...database,
    },
  ]);
  freshSettings({ DATABASES: Object.fromEntries(described) as Settings['DATABASES'], ...others });
  return {
    folder,
    close() {
      for (const one of connections.all()) one.connection?.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Runs a query on the default database and gives its rows. */
export function rows(sql: string, params: readonly unknown[] | null = null): unknown[][] {
  const cursor = connection.cursor();
  cursor.execute(sql, params);
  return cursor.fetchall().map((row) => [...row]);
}

/** The queries that the default connection has logged since the last call. */
export function logged(): string[] {
  const queries = connection.queries.map(({ sql }) => sql);
  connection.queriesLog.clear();
  return queries;
}
