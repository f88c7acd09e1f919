import { utf8Encode } from '#runtime/codecs';
import { escape } from '#runtime/html';
import { parseQs } from '#runtime/urllib/unicode';
import type { ApplicationResult, Environ, StartResponse } from '#runtime/wsgiref/types';

export function application(environ: Environ, startResponse: StartResponse): ApplicationResult {
  const [name = 'World'] = parseQs(environ.QUERY_STRING ?? '').get('name') ?? [];
  console.log(`${environ.REQUEST_METHOD} ${environ.PATH_INFO}`);
  startResponse('200 OK', [['Content-Type', 'text/html; charset=utf-8']]);
  return [
    utf8Encode('<!doctype html><title>Hello</title>'),
    utf8Encode(`<h1>Hello, ${escape(name)}!</h1>`),
    utf8Encode('<form><input name="name" aria-label="Name"> <button>Greet</button></form>'),
  ];
}
