/**
 * Views that answer with every kind of response.
 *
 * @module
 */

import { utf8Encode } from '../../codecs.ts';
import {
  FileResponse,
  HttpResponse,
  HttpResponseGone,
  HttpResponseNotAllowed,
  HttpResponseNotModified,
  JsonResponse,
  StreamingHttpResponse,
} from '../../django/http.ts';
import type { HttpRequest } from '../../django/http/request.ts';
import { redirect } from '../../django/shortcuts.ts';
import { path } from '../../django/urls.ts';
import type { UrlconfModule, View } from '../../django/urls/types.ts';
import { registerModule } from '../../importlib.ts';
import { BytesIO } from '../../io.ts';

const json: View = () => new JsonResponse({ word: 'caf\u00e9', list: [1, null, true], dict: {} });

const unsafe: View = (request) => new JsonResponse([1, 2], { safe: !request.GET.has('safe') });

const stream: View = () =>
  new StreamingHttpResponse([utf8Encode('one '), 'two ', utf8Encode('three')]);

const drained: View = () =>
  new HttpResponse(['a', utf8Encode('b'), 3].values() as Iterable<string>);

const file: View = (request) =>
  new FileResponse(new BytesIO(utf8Encode('content of a file')), {
    asAttachment: request.GET.get('as', '') === 'attachment',
    filename: request.GET.get('name', ''),
  });

const moved: View = (request) =>
  redirect(request.GET.get('to', 'index'), { permanent: request.GET.has('permanent') });

const unmodified: View = () => new HttpResponseNotModified();

const allowed: View = () => new HttpResponseNotAllowed(['GET', 'PUT']);

const empty: View = () => new HttpResponse('', { status: 204 });

const gone: View = () => new HttpResponseGone('gone');

const cookies: View = () => {
  const response = new HttpResponse('cookies');
  response.setCookie('plain', 'value');
  response.setCookie('odd', 'a "b"; c, d');
  response.setCookie('aged', '1', { maxAge: 60, path: '/visits/', domain: 'example.com' });
  response.setCookie('strict', '1', { secure: true, httponly: true, samesite: 'Strict' });
  response.setSignedCookie('signed', 'hello', { salt: 'demo' });
  response.deleteCookie('old');
  return response;
};

const signed: View = (request) =>
  new HttpResponse(request.getSignedCookie('signed', { default: 'none', salt: 'demo' }));

const headers: View = ({ GET }) => {
  const response = new HttpResponse('headers', { reason: GET.get('reason') });
  response.set(GET.get('name', 'X-Name'), GET.get('value', 'value'));
  return response;
};

const charset: View = () => new HttpResponse('caf\u00e9', { charset: 'latin-1' });

const status = (_request: HttpRequest, { code }: { code: number }) =>
  new HttpResponse('status', { status: code });

const pieces: View = () => {
  const response = new HttpResponse('a');
  response.write('b');
  response.set('X-Length', response.tell());
  response.setdefault('X-Length', 7);
  response.setdefault('X-Other', 7);
  response.delete('X-Missing');
  return response;
};

/** The views and their addresses. */
export function responses(): UrlconfModule {
  return {
    urlpatterns: [
      path('json/', json),
      path('unsafe/', unsafe),
      path('stream/', stream),
      path('drained/', drained),
      path('file/', file),
      path('moved/', moved),
      path('unmodified/', unmodified),
      path('allowed/', allowed),
      path('empty/', empty),
      path('gone/', gone),
      path('cookies/', cookies),
      path('signed/', signed),
      path('headers/', headers),
      path('charset/', charset),
      path('status/<int:code>/', status),
      path('pieces/', pieces),
    ],
  };
}

registerModule('demo.responses', responses);
