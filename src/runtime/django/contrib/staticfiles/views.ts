/**
 * The view of static files, for development.
 *
 * @module
 */

import { normpath } from '../../../posixpath.ts';
import { settings } from '../../conf.ts';
import type { HttpRequest } from '../../http/request.ts';
import type { HttpResponseBase } from '../../http/response-base.ts';
import { Http404 } from '../../http/response.ts';
import { defineModule } from '../../utils/module-loading.ts';
import { serve as serveFile } from '../../views/static.ts';
import { find } from './finders.ts';

/** Which file is sent. */
export interface ServeOptions {
  /** As the finders know it. */
  path: string;
  /** Whether it is sent although `DEBUG` is off. */
  insecure?: boolean;
  showIndexes?: boolean;
}

/** A static file, wherever the finders have it. @throws {Http404} where none has, and always with `DEBUG` off. @models django.contrib.staticfiles.views:serve */
export function serve(
  request: HttpRequest,
  { path, insecure = false, ...options }: ServeOptions,
): HttpResponseBase {
  if (!settings.DEBUG && !insecure) throw new Http404();
  const found = find(normpath(path).replace(/^\/+/, ''));
  if (found === null) {
    throw new Http404(
      path === '' || path.endsWith('/')
        ? 'Directory indexes are not allowed here.'
        : `'${path}' could not be found`,
    );
  }
  const slash = found.lastIndexOf('/');
  const documentRoot = found.slice(0, slash) || '/';
  return serveFile(request, { ...options, path: found.slice(slash + 1), documentRoot });
}

defineModule('django.contrib.staticfiles.views', { serve });
