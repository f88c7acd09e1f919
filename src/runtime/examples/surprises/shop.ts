/**
 * The site of a scene: settings by hand, layers and addresses in one module named `shop`.
 *
 * @module
 */

import { setup } from '../../django.ts';
import { type Settings, settings } from '../../django/conf.ts';
import type { MiddlewareFactory } from '../../django/core/handlers/types.ts';
import type { UrlconfModule } from '../../django/urls/types.ts';
import { registerModule } from '../../importlib.ts';

/** What a scene says of its site: layers and addresses, and settings. */
export interface Shop extends Partial<Settings> {
  /** The layers by name, outermost first. */
  middleware?: Readonly<Record<string, MiddlewareFactory>> | undefined;
  urlpatterns?: UrlconfModule['urlpatterns'];
  /** Error views and what else the module has. */
  members?: object;
}

/** Configures the settings and sets Django up. */
export function configure(shop: Shop = {}): void {
  const { middleware = {}, urlpatterns = [], members, ...more } = shop;
  registerModule('shop', { urlpatterns, ...middleware, ...members });
  settings.configure({
    ALLOWED_HOSTS: ['*'],
    MIDDLEWARE: Object.keys(middleware).map((name) => `shop.${name}`),
    ROOT_URLCONF: 'shop',
    SECRET_KEY: 'surprise',
    TIME_ZONE: 'UTC',
    USE_I18N: false,
    ...more,
  });
  setup();
}

/** The settings of a database in the scene's folder. */
export function database(folder: string, more: object = {}): Settings['DATABASES'] {
  return {
    default: { ENGINE: 'django.db.backends.sqlite3', NAME: `${folder}/shop.sqlite3`, ...more },
  };
}
