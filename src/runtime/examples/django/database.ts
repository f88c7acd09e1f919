/**
 * The tables of the site, and who is in them at the beginning.
 *
 * @module
 */

import { makePassword } from '../../django/contrib/auth/hashers.ts';
import { userStore } from '../../django/contrib/auth/user-store.ts';
import { CREATE_SESSION_TABLE } from '../../django/contrib/sessions/sql-session-table.ts';
import { connection } from '../../django/db.ts';

const CREATE_NOTES =
  'CREATE TABLE notes (id integer PRIMARY KEY, text varchar(200) NOT NULL UNIQUE)';

const USERS = [
  ['ann', 'secret', true],
  ['bob', 'hidden', false],
] as const;

/** Makes the tables in an empty database; `addUsers` is for each process. */
export function createTables(): void {
  const cursor = connection.cursor();
  for (const statement of [...CREATE_SESSION_TABLE, CREATE_NOTES]) cursor.execute(statement);
  cursor.execute('INSERT INTO notes (text) VALUES (%s)', ['first']);
}

/** Lets the users of the site in, in the process that runs; none of them is in a database here. */
export function addUsers(): void {
  for (const [username, password, isActive] of USERS) {
    userStore().insert({
      username,
      password: makePassword(password, 'salt'),
      email: '',
      isActive,
      isStaff: false,
      isSuperuser: false,
      lastLogin: null,
      permissions: [],
    });
  }
}
