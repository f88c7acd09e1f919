/**
 * A table of notes, read and written without models.
 *
 * @module
 */

import { ValueError } from '../../builtins.ts';
import { connection, IntegrityError } from '../../django/db.ts';
import { atomic as atomically, nonAtomicRequests } from '../../django/db/transaction.ts';
import { Http404, HttpResponse } from '../../django/http.ts';
import type { HttpRequest } from '../../django/http/request.ts';
import { redirect } from '../../django/shortcuts.ts';
import { path, reverse } from '../../django/urls.ts';
import type { UrlconfModule, View } from '../../django/urls/types.ts';
import { csrfExempt } from '../../django/views/decorators/csrf.ts';
import { requirePOST } from '../../django/views/decorators/http.ts';
import { registerModule } from '../../importlib.ts';
import { str } from '../../repr.ts';
import { text } from './plain.ts';

function rows(sql: string, params: readonly unknown[] = []): (readonly unknown[])[] {
  const cursor = connection.cursor();
  cursor.execute(sql, params);
  return cursor.fetchall();
}

function insert(note: string): void {
  connection.cursor().execute('INSERT INTO notes (text) VALUES (%s)', [note]);
}

const all: View = () =>
  text(
    rows('SELECT id, text FROM notes ORDER BY id')
      .map((row) => row.join(' '))
      .join('\n'),
  );

const detail = (_request: HttpRequest, { id }: { id: number | bigint }) => {
  const [found] = rows('SELECT text FROM notes WHERE id = %s', [id]);
  if (!found) throw new Http404(`no note ${id}`);
  return text(String(found[0]));
};

const add = csrfExempt(
  requirePOST((request: HttpRequest) => {
    insert(str(request.POST.item('text')));
    const { namespace = null } = request.resolverMatch ?? {};
    return redirect(reverse('notes:list', { currentApp: namespace }));
  }),
);

const safe = csrfExempt(() => {
  try {
    atomically().run(() => {
      insert('second');
      insert('first');
    });
  } catch (error) {
    if (!(error instanceof IntegrityError)) throw error;
    return text(`kept out: ${error.message}`);
  }
  return text('let in');
});

const failing: View = () => {
  insert('written before the error');
  throw new ValueError('after a write');
};

const returned: View = () => {
  insert('written before a returned 500');
  return new HttpResponse('returned', { status: 500 });
};

const atomic: View = () => text(connection.inAtomicBlock ? 'in a transaction' : 'no transaction');

const loose = nonAtomicRequests(() =>
  text(connection.inAtomicBlock ? 'in a transaction' : 'no transaction'),
);

const wrong: View = () => text(String(rows('SELECT nothing FROM nowhere')));

/** The views and their addresses. */
export function notes(): UrlconfModule {
  return {
    appName: 'notes',
    urlpatterns: [
      path('', all, { name: 'list' }),
      path('<int:id>/', detail, { name: 'detail' }),
      path('add/', add, { name: 'add' }),
      path('safe/', safe),
      path('failing/', failing),
      path('returned/', returned),
      path('atomic/', atomic),
      path('loose/', loose),
      path('wrong/', wrong),
    ],
  };
}

registerModule('demo.notes', notes);
