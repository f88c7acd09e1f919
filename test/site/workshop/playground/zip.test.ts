import { zipSync, strToU8, type Zippable } from 'fflate';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOfPath, LIMITS } from '../../../../site/workshop/playground/project.ts';
import { readZip } from '../../../../site/workshop/playground/zip/read-zip.ts';
import { writeZip } from '../../../../site/workshop/playground/zip/write-zip.ts';
import { ZipError } from '../../../../site/workshop/playground/zip/zip-error.ts';
import { firstCentral, patched } from './patched-zip.ts';

fc.configureGlobal({ seed: 2228 });

const NOW = new Date('2019-05-01T00:00:00Z');

const name = fc.stringMatching(/^[a-z0-9_][a-z0-9_-]{0,8}$/);
const path = fc
  .tuple(fc.array(name, { maxLength: 3 }), name, fc.constantFrom('ts', 'html', 'txt'))
  .map(([folders, file, ending]) => [...folders, `${file}.${ending}`].join('/'));
const text = fc.string({ unit: 'grapheme', maxLength: 200 });

function why(bytes: Uint8Array): string {
  try {
    readZip(bytes);
    return 'taken';
  } catch (error) {
    expect(error).toBeInstanceOf(ZipError);
    return (error as ZipError).message;
  }
}

const packed = (files: Zippable): Uint8Array => zipSync(files, { mtime: NOW });

describe('a project as a zip file', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.dictionary(path, text, { minKeys: 1, maxKeys: 6 }), (files) => {
        expect(readZip(writeZip(files, NOW))).toEqual({ ...files });
      }),
      { numRuns: 60 },
    );
  });

  it('may have folders as entries of their own', () => {
    const files = { 'mysite/': new Uint8Array(0), 'mysite/views.ts': strToU8('1') };
    expect(readZip(packed(files))).toEqual({ 'mysite/views.ts': '1' });
  });

  it('is never read into anything but clean paths, and throws nothing but a ZipError', () => {
    const whole = writeZip({ 'wsgi.ts': 'export default 1;', 'a/b.html': '<p>' }, NOW);
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 4 });
    fc.assert(
      fc.property(damage, fc.nat(whole.length), (changes, length) => {
        const bytes = whole.slice(0, changes.length % 2 ? whole.length : length);
        for (const [at, value] of changes) bytes[at] = value;
        try {
          const files = readZip(bytes);
          expect(Object.keys(files).map(faultOfPath)).not.toContainEqual(expect.any(String));
        } catch (error) {
          expect(error).toBeInstanceOf(ZipError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a hostile zip file is refused', () => {
  it.each([
    ['../evil.ts', '"../evil.ts" has no place here. A path leads down from the project'],
    ['a/../../evil.ts', 'leads down from the project'],
    ['/etc/evil.ts', 'begins in the project, not at the root'],
    ['C:/evil.ts', 'begins in the project, not at the root'],
    ['..\\evil.ts', 'Names have letters'],
    ['a//b.ts', 'leads down from the project'],
    ['./a.ts', 'leads down from the project'],
    ['../evil/', 'leads down from the project'],
    ['views.py', 'Python files do not run here'],
    ['logo.png', 'A file ends in .ts, .html'],
    ['noending', 'A file ends in .ts, .html'],
    ['.ts', 'Names have letters'],
    ['__proto__/.ts', 'Names have letters'],
    ['ä.ts', 'Names have letters'],
    ['nul\0.ts', '"nul?.ts" has no place here'],
    [`${'x'.repeat(120)}.ts`, 'A path has at most 100 characters'],
  ])('for the name %s', (entry, sentence) => {
    expect(why(packed({ [entry]: strToU8(entry.endsWith('/') ? '' : 'x') }))).toContain(sentence);
  });

  it('for a link', () => {
    const link: Zippable = { 'a.ts': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] };
    expect(why(packed(link))).toBe('a.ts is a link, and no plain file.');
    const pipe: Zippable = { 'a.ts': [strToU8('x'), { os: 3, attrs: 0o010644 << 16 }] };
    expect(why(packed(pipe))).toBe('a.ts is something else, and no plain file.');
  });

  it('for the same name twice', () => {
    const bytes = packed({ 'a.ts': strToU8('1'), 'b.ts': strToU8('2') });
    const twice = bytes.map((byte) => (byte === 'b'.charCodeAt(0) ? 'a'.charCodeAt(0) : byte));
    expect(why(twice)).toBe('a.ts is in the zip file twice.');
  });

  it('for more than it may be: packed, in one file, in all, in number, and in proportion', () => {
    expect(why(new Uint8Array(3 * 1024 * 1024))).toBe('The zip file is larger than 2 MB.');
    let state = 1;
    const noise = (length: number): Uint8Array =>
      Uint8Array.from({ length }, () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return 32 + ((state >>> 16) % 89);
      });
    expect(why(packed({ 'a.ts': noise(LIMITS.characters + 1) }))).toBe(
      'a.ts is larger than the 256 KB that it may be.',
    );
    const five = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`${n}.ts`, noise(250 * 1024)]));
    expect(why(packed(five))).toBe('The zip file holds more than 1 MB.');
    const many = Object.fromEntries(
      Array.from({ length: 101 }, (_, n) => [`f${n}.ts`, strToU8('1')]),
    );
    expect(why(packed(many))).toBe('The zip file has more than 100 files.');
    expect(why(packed({ 'bomb.ts': new Uint8Array(200 * 1024) }))).toBe(
      'bomb.ts is packed more than 100 to 1, as no text is.',
    );
    expect(why(packed({ 'bomb.ts': new Uint8Array(50 * 1024 * 1024) }))).toBe(
      'The zip file holds more than 1 MB.',
    );
  });

  it('for a bomb that lies about its size', () => {
    const bytes = packed({ 'bomb.ts': new Uint8Array(1_000_000) });
    const lying = patched(bytes, firstCentral(bytes) + 24, [10, 0, 0, 0]);
    expect(why(lying)).toBe('bomb.ts is larger than the 256 KB that it may be.');
  });

  it('for bytes that are no UTF-8, in a name or in a file', () => {
    expect(why(packed({ 'a.ts': Uint8Array.of(0xc3, 0x28) }))).toBe(
      'a.ts is not written in UTF-8.',
    );
    const bytes = packed({ 'a.ts': strToU8('1') });
    expect(why(patched(bytes, firstCentral(bytes) + 46, [0xff]))).toBe(
      'The zip file has a name that is not written in UTF-8.',
    );
  });

  it('for what is encrypted, compressed in another way, damaged, or named in two ways', () => {
    const bytes = packed({ 'a.ts': strToU8('some text of a module') });
    const central = firstCentral(bytes);
    expect(why(patched(bytes, central + 8, [1]))).toBe('a.ts is encrypted.');
    expect(why(patched(bytes, central + 10, [12]))).toContain('in a way that is not known here');
    expect(why(patched(bytes, central + 16, [0, 0, 0, 0]))).toContain('a.ts is damaged');
    expect(why(patched(bytes, 30, ['b'.charCodeAt(0)]))).toContain('by two names');
  });

  it('for what is no zip file, and for one without a file', () => {
    expect(why(new Uint8Array(0))).toBe('This is no zip file, or it is damaged.');
    expect(why(strToU8('PK\u0003\u0004 but no more'))).toBe(
      'This is no zip file, or it is damaged.',
    );
    expect(why(packed({}))).toBe('There is no file in the zip file.');
  });
});
