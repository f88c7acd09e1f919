import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LinkError, LONGEST_CODE, linkTo, readLink } from '../../../../site/workshop/run/link.ts';

fc.configureGlobal({ seed: 18 });

describe('a link with code', () => {
  it('brings back what it was made of', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(text, text, async (snippet, code) => {
        const name = snippet || 'a';
        const expected = { snippet: name, code: code.replaceAll('\r\n', '\n') };
        expect(await readLink(await linkTo(name, code))).toEqual(expected);
      }),
    );
  });

  it('is made of characters that no address changes, and is short', async () => {
    const hash = await linkTo('hello', "console.log('a line');\n".repeat(100));
    expect(hash).toMatch(/^#hello!edit=d[\w-]+$/);
    expect(hash.length).toBeLessThan(120);
  });

  it('is plain where the browser squeezes nothing', async () => {
    const { CompressionStream } = globalThis;
    Reflect.deleteProperty(globalThis, 'CompressionStream');
    try {
      expect(await linkTo('hello', 'a => ü')).toBe('#hello!edit=pYSA9PiDDvA');
      expect(await readLink('#hello!edit=pYSA9PiDDvA')).toEqual({
        snippet: 'hello',
        code: 'a => ü',
      });
    } finally {
      globalThis.CompressionStream = CompressionStream;
    }
  });

  it('carries no more than a snippet can be', async () => {
    await expect(linkTo('hello', 'x'.repeat(LONGEST_CODE + 1))).rejects.toThrow(
      new LinkError('This is too long for a link.'),
    );
  });

  it.each([
    ['', 'This link is broken, or cut off.'],
    ['#hello', 'This link is broken, or cut off.'],
    ['#!edit=pMQ', 'This link is broken, or cut off.'],
    ['#hello!edit=', 'This link is broken, or cut off.'],
    ['#hello!edit=xMQ', 'This link is broken, or cut off.'],
    ['#hello!edit=pM', 'This link is broken, or cut off.'],
    ['#hello!edit=p_w', 'This link is broken, or cut off.'],
    ['#hello!edit=dMQ', 'This link is broken, or cut off.'],
    ['#%E0%A4%A!edit=pMQ', 'This link is broken, or cut off.'],
    [`#hello!edit=p${'MQ'.repeat(20_000)}`, 'This link is broken, or cut off.'],
  ])('that cannot be read is told in a sentence: %.30s', async (hash, message) => {
    await expect(readLink(hash)).rejects.toThrow(new LinkError(message));
  });

  it('that would unfold without end is not read to its end', async () => {
    const squeezed = new Blob([new Uint8Array(20_000_000)])
      .stream()
      .pipeThrough(new CompressionStream('deflate-raw'));
    const bytes = new Uint8Array(await new Response(squeezed).arrayBuffer());
    const hash = `#hello!edit=d${Buffer.from(bytes).toString('base64url')}`;
    expect(hash.length).toBeLessThan(30_000);
    await expect(readLink(hash)).rejects.toThrow(
      new LinkError('The code in this link is too long.'),
    );
  });
});
