/**
 * Forms and uploads.
 *
 * @module
 */

import { isException } from '../../builtins.ts';
import { latin1Decode } from '../../codecs.ts';
import { HttpResponse, HttpResponseRedirect } from '../../django/http.ts';
import type { HttpRequest } from '../../django/http/request.ts';
import type { UploadedFile } from '../../django/core/files/uploadedfile.ts';
import { getToken, rotateToken } from '../../django/middleware/csrf.ts';
import { path } from '../../django/urls.ts';
import type { UrlconfModule, View } from '../../django/urls/types.ts';
import {
  csrfExempt,
  csrfProtect,
  ensureCsrfCookie,
  requiresCsrfToken,
} from '../../django/views/decorators/csrf.ts';
import { registerModule } from '../../importlib.ts';
import { fieldLines, text } from './plain.ts';

/** A form with the token of a request and nothing else. */
export function formWith(token: string): HttpResponse {
  return new HttpResponse(
    `<form method="post"><input type="hidden" name="csrfmiddlewaretoken" value="${token}"></form>`,
  );
}

function fields(request: HttpRequest): string[] {
  return fieldLines(request.POST).filter((line) => !line.startsWith('csrfmiddlewaretoken'));
}

function uploads(request: HttpRequest): string[] {
  return Array.from(request.FILES.lists()).flatMap(([key, files]) =>
    files.map((file) => `${key}: ${file.name} ${file.contentType} ${file.size}`),
  );
}

function shown(request: HttpRequest): HttpResponse {
  return text([...fields(request), ...uploads(request)].join('\n'));
}

const form: View = (request) =>
  request.method === 'POST' ? shown(request) : formWith(getToken(request));

const exempt = csrfExempt((request: HttpRequest) => shown(request));

const protectedView = csrfProtect(() => text('protected'));

const ensured = ensureCsrfCookie(() => text('ensured'));

const required = requiresCsrfToken(() => text('required'));

const rotated: View = (request) => {
  rotateToken(request);
  return text('rotated');
};

const sent: View = (request) =>
  request.method === 'POST' ? new HttpResponseRedirect('/forms/done/') : text('form');

const contentOf = (file?: UploadedFile) => latin1Decode(file?.read() ?? new Uint8Array());

const contents = csrfExempt((request: HttpRequest) =>
  text(Array.from(request.FILES.lists(), ([, files]) => contentOf(files.at(-1))).join('|')),
);

const charset = csrfExempt((request: HttpRequest) => {
  request.encoding = 'latin-1';
  return text(fields(request).join('\n'));
});

const twice = csrfExempt((request: HttpRequest) => {
  try {
    void request.POST;
  } catch (error) {
    if (!isException(error)) throw error;
    return text(`${error.name}, then ${[...request.POST.keys()].length} fields`);
  }
  return text('no error');
});

/** The views and their addresses. */
export function forms(): UrlconfModule {
  return {
    urlpatterns: [
      path('form/', form, { name: 'form' }),
      path('exempt/', exempt),
      path('protected/', protectedView),
      path('ensured/', ensured),
      path('required/', required),
      path('rotated/', rotated),
      path('sent/', sent),
      path('contents/', contents),
      path('charset/', charset),
      path('twice/', twice),
    ],
  };
}

registerModule('demo.forms', forms);
