import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ModuleFiles } from '../../../src/doctest/astro/module-files.ts';
import { Engine } from '../../../src/doctest/engine.ts';
import type { ModuleFile } from '../../../src/doctest/page/data.ts';
import { makeScratchBook, type ScratchBook } from '../scratch-book.ts';

let book: ScratchBook;
let engine: Engine;

beforeEach(() => {
  book = makeScratchBook();
  engine = new Engine(book.options);
});

afterEach(async () => {
  await engine.close();
  book.remove();
});

/** What the dev server answers. */
function ask(plugin: Plugin, url: string): Promise<{ body?: string; passed: boolean }> {
  const use = vi.fn<(handle: (...call: unknown[]) => void) => void>();
  const configure = plugin.configureServer as unknown as (server: object) => void;
  configure({ middlewares: { use } });
  return new Promise((resolve) => {
    const end = (body: string): void => resolve({ body, passed: false });
    const response = { setHeader: () => {}, end };
    use.mock.calls[0]?.[0]({ url }, response, () => resolve({ passed: true }));
  });
}

describe('the files of what pages run', () => {
  it('are written into the site, for chapters that have something to run', () => {
    book.write('content/part/a.mdx', '```ts\n1 // => 1\n```\n\n```ts node\n2\n```\n');
    book.write('content/part/b.mdx', '```ts node\n1\n```\n');
    const folder = mkdtempSync(join(tmpdir(), 'module-files-'));
    try {
      const said = new ModuleFiles(engine).write(pathToFileURL(`${folder}/`));
      expect(said).toMatch(/^1 snippets? runs? in the page, made ready in \d+ ms$/);
      const made = JSON.parse(
        readFileSync(join(folder, 'modules/part/a.json'), 'utf8'),
      ) as ModuleFile;
      expect(made.snippets.map(({ code }) => code)).toEqual(['1 // => 1']);
      expect(() => readFileSync(join(folder, 'modules/part/b.json'))).toThrow();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('are made in dev when a page asks, from the chapter as it stands', async () => {
    book.write('content/part/a.mdx', '```ts\n1\n```\n');
    const plugin = new ModuleFiles(engine).plugin();
    expect((await ask(plugin, '/base/modules/part/a.json?t=1')).body).toContain('"code":"1"');
    book.write('content/part/a.mdx', '```ts\n2\n```\n');
    expect((await ask(plugin, '/base/modules/part/a.json')).body).toContain('"code":"2"');
    expect(await ask(plugin, '/base/modules/part/c.json')).toEqual({ passed: true });
  });

  it('tell in dev why they cannot be made', async () => {
    book.write('content/part/a.mdx', '```ts\nconst = 1\n```\n');
    const answer = await ask(new ModuleFiles(engine).plugin(), '/modules/part/a.json');
    expect(answer.passed).toBe(true);
  });
});
