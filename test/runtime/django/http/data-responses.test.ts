import { beforeEach, describe, expect, test } from 'vitest';
import { latin1Decode, utf8Encode } from '#runtime/codecs';
import { freshSettings } from '#runtime/django/conf';
import { WSGIHandler } from '#runtime/django/core/handlers/wsgi';
import { requestFinished } from '#runtime/django/core/signals';
import { FileResponse, JsonResponse } from '#runtime/django/http';
import { path } from '#runtime/django/urls';
import { BytesIO } from '#runtime/io';
import { FileWrapper } from '#runtime/wsgiref/util';
import { makeEnviron } from '../request.ts';

beforeEach(() => {
  freshSettings();
});

describe('JsonResponse', () => {
  test("writes JSON with Python's spaces and in ASCII", () => {
    const response = new JsonResponse({ a: [1, 'é', null, true], b: { c: 1.5 } });
    expect(latin1Decode(response.content)).toBe(
      String.raw`{"a": [1, "\u00e9", null, true], "b": {"c": 1.5}}`,
    );
    expect(response.get('Content-Type')).toBe('application/json');
  });

  test('takes objects alone unless it is told that anything is safe', () => {
    expect(() => new JsonResponse([1])).toThrow(
      'In order to allow non-dict objects to be serialized set the safe parameter to False.',
    );
    expect(latin1Decode(new JsonResponse([1], { safe: false }).content)).toBe('[1]');
    expect(() => new JsonResponse({ a: new Date() })).toThrow(
      'Object of type Date is not JSON serializable',
    );
  });
});

describe('FileResponse', () => {
  const file = (text: string, name?: string) =>
    Object.assign(new BytesIO(utf8Encode(text)), name === undefined ? {} : { name });

  test('goes out in blocks of 4096 bytes with its length', () => {
    const response = new FileResponse(file('x'.repeat(5000)));
    expect(response.items()).toEqual([
      ['Content-Type', 'application/octet-stream'],
      ['Content-Length', '5000'],
    ]);
    expect(Array.from(response, (block) => block.length)).toEqual([4096, 904]);
  });

  test('takes its type from the name, of what is packed the type of the package', () => {
    expect(new FileResponse(file('', 'a/b.png')).get('Content-Type')).toBe('image/png');
    expect(new FileResponse(file('', 'b.tar.gz')).get('Content-Type')).toBe('application/gzip');
  });

  test('may be given pieces of a body, and a file later on', () => {
    const response = new FileResponse([utf8Encode('a'), 'b']);
    expect([response.fileToStream, response.hasHeader('Content-Length')]).toEqual([null, false]);
    const content = file('abc', 'a.txt');
    response.streamingContent = content as unknown as Iterable<Uint8Array>;
    expect(response.fileToStream).toBe(content);
    expect(response.items()).toEqual([
      ['Content-Type', 'text/plain'],
      ['Content-Length', '3'],
    ]);
    expect(Array.from(response.streamingContent, latin1Decode)).toEqual(['abc']);
  });

  test('is saved under a name, which is escaped where it has to be', () => {
    const saved = (filename: string) =>
      new FileResponse(file(''), { asAttachment: true, filename }).get('Content-Disposition');
    expect(saved('a.txt')).toBe('attachment; filename="a.txt"');
    expect(saved('é.txt')).toBe("attachment; filename*=utf-8''%C3%A9.txt");
  });

  test('given to a server that wraps files is never closed itself: no request_finished', () => {
    let finished = 0;
    const content = file('abc');
    freshSettings({ ROOT_URLCONF: [path('', () => new FileResponse(content))] });
    requestFinished.connect(() => (finished += 1));
    const environ = makeEnviron('/', { 'wsgi.file_wrapper': FileWrapper });
    const result = new WSGIHandler().__call__(environ, () => () => {});
    expect(result).toBeInstanceOf(FileWrapper);
    expect(Array.from(result, latin1Decode)).toEqual(['abc']);
    result.close?.();
    expect([content.closed, finished]).toEqual([true, 0]);
  });

  test('whose pieces a layer has replaced is sent and closed itself, also by a server that wraps files', () => {
    let finished = 0;
    const content = file('abc');
    const loud = () => {
      const response = new FileResponse(content);
      const pieces = response.streamingContent;
      response.streamingContent = Array.from(pieces, (piece) => latin1Decode(piece).toUpperCase());
      return response;
    };
    freshSettings({ ROOT_URLCONF: [path('', loud)] });
    requestFinished.connect(() => (finished += 1));
    const environ = makeEnviron('/', { 'wsgi.file_wrapper': FileWrapper });
    const result = new WSGIHandler().__call__(environ, () => () => {});
    expect(Array.from(result, latin1Decode)).toEqual(['ABC']);
    result.close?.();
    expect([content.closed, finished]).toEqual([true, 1]);
  });
});
