/**
 * Sessions.
 *
 * @module
 */

import { ValueError } from '../../builtins.ts';
import type { HttpRequest } from '../../django/http/request.ts';
import { path } from '../../django/urls.ts';
import type { UrlconfModule, View } from '../../django/urls/types.ts';
import { csrfExempt } from '../../django/views/decorators/csrf.ts';
import { registerModule } from '../../importlib.ts';
import { str } from '../../repr.ts';
import { text } from './plain.ts';

const count: View = ({ session }) => {
  const visits = Number(session.get('visits', 0)) + 1;
  session.set('visits', visits);
  return text(`visit ${visits}`);
};

const look: View = ({ session }) => text(`visits: ${str(session.get('visits'))}`);

const untouched: View = () => text('untouched');

const flush: View = ({ session }) => {
  session.flush();
  return text('flushed');
};

const cycle: View = ({ session }) => {
  session.cycleKey();
  return text('cycled');
};

const clear: View = ({ session }) => {
  session.clear();
  return text('cleared');
};

const expiry: View = ({ session, GET }) => {
  session.set('visits', 1);
  session.setExpiry(Number(GET.get('seconds', '0')));
  return text(str(session.getExpireAtBrowserClose()));
};

const nested: View = ({ session, GET }) => {
  const list = session.setdefault('list', []) as string[];
  list.push('x');
  session.modified = GET.has('modified');
  return text(String(list.length));
};

const broken: View = ({ session }) => {
  session.set('visits', 100);
  throw new ValueError('after a change');
};

const removed: View = ({ session }) => {
  session.deleteItem('absent');
  return text('removed');
};

const deleted: View = ({ session }) => {
  session.set('visits', 7);
  session.delete(session.sessionKey);
  return text('deleted meanwhile');
};

const tested: View = ({ session }) => {
  const worked = session.testCookieWorked();
  if (worked) session.deleteTestCookie();
  else session.setTestCookie();
  return text(worked ? 'worked' : 'set');
};

const keep = csrfExempt(({ session, POST }: HttpRequest) => {
  for (const [name, value] of POST.items()) session.set(name, value);
  const items = session.items().map(([name, value]) => `${name}=${str(value)}`);
  return text(items.toSorted().join('\n'));
});

/** The views and their addresses. */
export function visits(): UrlconfModule {
  return {
    urlpatterns: [
      path('count/', count),
      path('look/', look),
      path('untouched/', untouched),
      path('flush/', flush),
      path('cycle/', cycle),
      path('clear/', clear),
      path('expiry/', expiry),
      path('nested/', nested),
      path('broken/', broken),
      path('removed/', removed),
      path('deleted/', deleted),
      path('tested/', tested),
      path('keep/', keep),
    ],
  };
}

registerModule('demo.visits', visits);
