/**
 * Sending files of a folder, as the development server does. Where the files are,
 * `#runtime/files` says.
 *
 * @module
 */

import { ValueError } from '../../builtins.ts';
import { files, type FileStatus } from '../../files.ts';
import { BytesIO } from '../../io.ts';
import { guessType } from '../../mimetypes.ts';
import { join, normpath } from '../../posixpath.ts';
import { quote } from '../../urllib/unicode.ts';
import { FileResponse } from '../http/file-response.ts';
import type { HttpRequest } from '../http/request.ts';
import type { HttpResponseBase } from '../http/response-base.ts';
import { Http404, HttpResponse, HttpResponseNotModified } from '../http/response.ts';
import type { Context } from '../template/backends.ts';
import { selectTemplate, TemplateDoesNotExist } from '../template/loader.ts';
import { httpDate, parseHttpDate } from '../utils/http.ts';
import { defineModule } from '../utils/module-loading.ts';
import { safeJoin } from '../utils/os.ts';
import { html, page } from './debug/markup.ts';

/** Which file is sent. */
export interface ServeOptions {
  /** Below `documentRoot`. */
  path: string;
  documentRoot: string;
  /** Whether a folder is answered with a list of what is in it. */
  showIndexes?: boolean;
}

/** A file of a folder; 304 where the visitor has it. @throws {Http404} @throws {SuspiciousFileOperation} for a path that leads out of the folder. @models django.views.static:serve */
export function serve(
  request: HttpRequest,
  { path, documentRoot, showIndexes = false }: ServeOptions,
): HttpResponseBase {
  const relative = normpath(path).replace(/^\/+/, '');
  const fullpath = safeJoin(documentRoot, relative);
  const status = files().status(fullpath);
  if (status?.isDirectory) {
    if (showIndexes) return directoryIndex(relative, fullpath);
    throw new Http404('Directory indexes are not allowed here.');
  }
  if (!status) throw new Http404(`"${fullpath}" does not exist`);
  const since = request.META['HTTP_IF_MODIFIED_SINCE'];
  if (!wasModifiedSince(typeof since === 'string' ? since : null, status.mtime, status.size)) {
    return new HttpResponseNotModified();
  }
  return send(fullpath, status);
}

/** A list of what is in a folder, by the site's template or as a page of our own. @models django.views.static:directory_index */
export function directoryIndex(path: string, fullpath: string): HttpResponse {
  const names = files().list(fullpath);
  const fileList = names
    .filter((name) => !name.startsWith('.'))
    .map((name) => (files().status(join(fullpath, name))?.isDirectory ? `${name}/` : name));
  const context = { directory: `${path}/`, file_list: fileList };
  return new HttpResponse(renderOwn(context) ?? indexPage(context.directory, fileList));
}

/** Whether something has changed since the visitor had it: what the header `If-Modified-Since` says is compared with its time, in seconds since 1970, and its size, in bytes. @models django.views.static:was_modified_since */
export function wasModifiedSince(header: string | null = null, mtime = 0, size = 0): boolean {
  const [, date, , length] = /^([^;]+)(; length=([0-9]+))?$/i.exec(header ?? '') ?? [];
  if (date === undefined) return true;
  try {
    const had = parseHttpDate(date);
    return (length !== undefined && Number(length) !== size) || Math.trunc(mtime) > had;
  } catch (error) {
    if (error instanceof ValueError) return true;
    throw error;
  }
}

function send(path: string, { mtime }: FileStatus): FileResponse {
  const [type, encoding] = guessType(path);
  const file = Object.assign(new BytesIO(files().read(path) ?? new Uint8Array()), { name: path });
  const response = new FileResponse(file, { contentType: type ?? 'application/octet-stream' });
  response.set('Last-Modified', httpDate(mtime));
  if (encoding !== null) response.set('Content-Encoding', encoding);
  return response;
}

function renderOwn(context: Context): string | null {
  try {
    return selectTemplate(['static/directory_index.html', 'static/directory_index']).render(
      context,
    );
  } catch (error) {
    if (error instanceof TemplateDoesNotExist) return null;
    throw error;
  }
}

function indexPage(directory: string, fileList: readonly string[]): string {
  const title = `Index of ${directory}`;
  const entries = fileList.map((name) => html`<li><a href="${quote(name)}">${name}</a></li> `);
  const up = directory === '/' ? '' : html`<li><a href="../">../</a></li> `;
  return page(
    title,
    html`<h1>${title}</h1>
      <ul>
        ${up}${entries}
      </ul>`,
  );
}

defineModule('django.views.static', { serve });
