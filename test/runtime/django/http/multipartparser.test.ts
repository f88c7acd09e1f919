import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { latin1Decode, latin1Encode, utf8Encode } from '#runtime/codecs';
import { freshSettings } from '#runtime/django/conf';
import { SuspiciousMultipartForm } from '#runtime/django/core/exceptions';
import { LazyStream } from '#runtime/django/http/multipart/lazy-stream';
import { SimpleUploadedFile } from '#runtime/django/core/files/uploadedfile';
import { MemoryFileUploadHandler } from '#runtime/django/core/files/uploadhandler';
import { MultiPartParser, MultiPartParserError } from '#runtime/django/http/multipartparser';
import { BytesIO } from '#runtime/io';

beforeEach(() => void freshSettings());

const BOUNDARY = 'bOuNdArY';

interface Item {
  name: string;
  value: string;
  file: string | null;
}

const NAME = fc.stringMatching(/^[a-zé]{1,8}$/);
const CONTENT = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .filter((text) => !text.includes(`--${BOUNDARY}`));
const ITEMS: fc.Arbitrary<Item[]> = fc.array(
  fc.record({ name: NAME, value: CONTENT, file: fc.option(NAME) }),
  { maxLength: 6 },
);

function bodyOf(items: readonly Item[]): Uint8Array {
  const parts = items.map(({ name, value, file }) => {
    const filename = file === null ? '' : `; filename="${file}"`;
    return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${filename}\r\n\r\n${value}\r\n`;
  });
  return utf8Encode(`${parts.join('')}--${BOUNDARY}--\r\n`);
}

/** Gives no more bytes at a time than it likes. */
function trickle(body: Uint8Array, most: number): { read(size: number): Uint8Array } {
  const stream = new BytesIO(body);
  return { read: (size) => stream.read(Math.min(size, most)) };
}

function parse(body: Uint8Array, most = body.length + 1) {
  const META = {
    CONTENT_TYPE: `multipart/form-data; boundary=${BOUNDARY}`,
    CONTENT_LENGTH: String(body.length),
  };
  const { post, files } = new MultiPartParser(META, trickle(body, most), [
    new MemoryFileUploadHandler(),
  ]).parse();
  return {
    post: [...post.lists()],
    files: Array.from(files.lists(), ([key, list]) => [
      key,
      list.map((file) => [file.name, latin1Decode(file.read())]),
    ]),
  };
}

function grouped<Value>(pairs: readonly (readonly [string, Value])[]): [string, Value[]][] {
  return [...Map.groupBy(pairs, ([key]) => key)].map(([key, list]) => [
    key,
    list.map(([, value]) => value),
  ]);
}

describe('any form', () => {
  it('comes back field by field and file by file', () => {
    fc.assert(
      fc.property(ITEMS, (items) => {
        const fields = items.filter(({ file }) => file === null);
        const uploads = items.filter(({ file }) => file !== null);
        expect(parse(bodyOf(items))).toEqual({
          post: grouped(fields.map(({ name, value }) => [name, value] as const)),
          files: grouped(
            uploads.map(
              ({ name, file, value }) => [name, [file, latin1Decode(utf8Encode(value))]] as const,
            ),
          ),
        });
      }),
      { seed: 2388 },
    );
  });

  it('is the same in whatever pieces its bytes arrive', () => {
    fc.assert(
      fc.property(ITEMS, fc.integer({ min: 1, max: 80 }), (items, most) => {
        const body = bodyOf(items);
        expect(parse(body, most)).toEqual(parse(body));
      }),
      { seed: 7578 },
    );
  });
});

describe('a form that is cut off', () => {
  it('loses the file at its end, since nothing tells that it is whole', () => {
    const whole = bodyOf([{ name: 'f', value: 'content', file: 'n' }]);
    const cut = whole.subarray(0, whole.length - `--${BOUNDARY}--\r\n`.length);
    expect(parse(whole).files).toEqual([['f', [['n', 'content']]]]);
    expect(parse(cut).files).toEqual([]);
  });

  it('never breaks the parser, wherever it is cut', () => {
    const whole = bodyOf([
      { name: 'a', value: 'é', file: null },
      { name: 'f', value: 'x\r\n-', file: 'n' },
    ]);
    for (let length = 0; length < whole.length; length += 1) {
      expect(() => parse(whole.subarray(0, length), 7)).not.toThrow();
    }
  });
});

it('a stream is stuck where the same number of bytes is given back again and again', () => {
  const stream = new LazyStream(() => 'abc');
  const giveBack = (times: number) => {
    for (let time = 0; time < times; time += 1) stream.unget('xy');
  };
  expect(() => giveBack(40)).not.toThrow();
  expect(() => giveBack(1)).toThrow(SuspiciousMultipartForm);
});

it('a length below zero is refused', () => {
  const META = { CONTENT_TYPE: 'multipart/form-data; boundary=x', CONTENT_LENGTH: '-1' };
  expect(() => new MultiPartParser(META, new BytesIO(), [])).toThrow(
    new MultiPartParserError('Invalid content length: -1'),
  );
});

describe('an uploaded file', () => {
  it('has a name without folders, of at most 255 characters, and keeps its ending', () => {
    expect(new SimpleUploadedFile('a/b/c.txt', new Uint8Array()).name).toBe('c.txt');
    expect(new SimpleUploadedFile(`${'é'.repeat(300)}.txt`, new Uint8Array()).name).toBe(
      `${'é'.repeat(251)}.txt`,
    );
  });

  it('is read on from where reading ended, and from the start in chunks', () => {
    const file = new SimpleUploadedFile('a', latin1Encode('abcdef'));
    expect([file.read(2), file.read(), file.read()].map(latin1Decode)).toEqual(['ab', 'cdef', '']);
    expect(Array.from(file.chunks(), latin1Decode)).toEqual(['abcdef']);
    expect(String(file)).toBe('<SimpleUploadedFile: a (text/plain)>');
  });
});
