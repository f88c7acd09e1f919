/**
 * The addresses of the site.
 *
 * @module
 */

import './accounts.ts';
import './classes.ts';
import './decorated.ts';
import './errors.ts';
import './forms.ts';
import './notes.ts';
import './pages.ts';
import './responses.ts';
import './visits.ts';
import { include, path } from '../../django/urls.ts';
import type { UrlconfModule } from '../../django/urls/types.ts';
import { registerModule } from '../../importlib.ts';
import { index } from './plain.ts';

/** The root URLconf. */
export function urls(): UrlconfModule {
  return {
    urlpatterns: [
      path('', index, { name: 'index' }),
      path('plain/', include('demo.plain')),
      path('errors/', include('demo.errors')),
      path('responses/', include('demo.responses')),
      path('forms/', include('demo.forms')),
      path('visits/', include('demo.visits')),
      path('notes/', include('demo.notes')),
      path('other/', include('demo.notes', 'other')),
      path('decorated/', include('demo.decorated')),
      path('pages/', include('demo.pages')),
      path('classes/', include('demo.classes')),
      path('accounts/', include('demo.accounts')),
    ],
  };
}

registerModule('demo.urls', urls);
