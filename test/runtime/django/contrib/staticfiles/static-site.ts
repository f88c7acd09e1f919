/**
 * A site with static files, which live in memory.
 *
 * @module
 */

import { setup } from '#runtime/django';
import { freshSettings, type Settings } from '#runtime/django/conf';
import '#runtime/django/contrib/staticfiles';
import { MemoryFiles, setFiles } from '#runtime/files';
import { registerModule } from '#runtime/importlib';

/** Starts a process with a site whose files are in a folder of its own and in an application's. */
export function staticSite(others: Partial<Settings> = {}): void {
  registerModule('app1', {}, { package: true, path: ['/site/app1'] });
  registerModule('app2', {}, { package: true, path: ['/site/app2'] });
  freshSettings({
    DEBUG: true,
    ALLOWED_HOSTS: ['*'],
    INSTALLED_APPS: ['django.contrib.staticfiles', 'app1', 'app2'],
    ROOT_URLCONF: [],
    STATIC_URL: '/static/',
    STATICFILES_DIRS: ['/site/dir', ['pre', '/site/dir']],
    ...others,
  });
  setFiles(
    new MemoryFiles({
      '/site/dir/a.css': 'a\n',
      '/site/dir/sub/b.js': 'deep\n',
      '/site/dir/.hidden': 'hidden',
      '/site/app1/static/a.css': 'one\n',
      '/site/app1/static/app1/x y.txt': 'own\n',
    }),
  );
  setup();
}
