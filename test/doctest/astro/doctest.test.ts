import { EventEmitter } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { mdxToJs } from 'satteri';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Plugin } from 'vite';
import type { BookResults } from '../../../src/doctest/astro/book-results.ts';
import { handedOver } from '../../../src/doctest/astro/handed-results.ts';
import { doctest } from '../../../src/doctest/astro/doctest.ts';
import type { Ledger, SnippetView } from '../../../src/doctest/model.ts';
import { makeScratchBook, type ScratchBook } from '../scratch-book.ts';

const ledger: Ledger = {
  sources: {},
  claims: [{ id: 'A01', source: 's', kind: 'behaviour', claim: 'One is one.', verdict: 'holds' }],
};
let book: ScratchBook;

beforeEach(() => {
  book = makeScratchBook({ ledger: () => ledger });
});

afterEach(() => book.remove());

interface Build extends ReturnType<typeof doctest> {
  said: string[];
  logger: { info: (line: string) => void };
  /** Vite's hook before it bundles the first page. */
  bundle: () => Promise<void>;
  /** Vite's hook where reading the site has failed. */
  fail: (error: Error) => Promise<void>;
  /** What a page that is made is given by the module of results. */
  results: () => Promise<BookResults>;
}

/** Begins a build as Astro does. */
async function startBuild(run = true): Promise<Build> {
  const said: string[] = [];
  const parts = doctest(book.options, { run });
  const logger = { info: (line: string) => void said.push(line) };
  const updateConfig = vi.fn<(config: { vite: { plugins: Plugin[] } }) => void>();
  const setup = { command: 'build', logger, updateConfig };
  await parts.integration.hooks['astro:config:setup']?.(setup as never);
  const plugin = updateConfig.mock.calls[0]?.[0].vite.plugins[0] as unknown as BuildPlugin;
  return {
    ...parts,
    said,
    logger,
    bundle: () => plugin.renderStart.handler(),
    fail: plugin.buildEnd,
    results: async () => {
      const text = plugin.load(plugin.resolveId('virtual:doctest/book') ?? '') ?? '';
      return importResults(text);
    },
  };
}

/** What a page gets from the module of results. */
async function importResults(text: string): Promise<BookResults> {
  const fresh = `${text} // ${book.options.root}`;
  const module: unknown = await import(`data:text/javascript,${encodeURIComponent(fresh)}`);
  return (module as { book: BookResults }).book;
}

interface BuildPlugin {
  renderStart: { handler: () => Promise<void> };
  buildEnd: (error?: Error) => Promise<void>;
  resolveId: (source: string) => string | null;
  load: (id: string) => string | null;
}

/** Compiles a page as Astro's Markdown processor does, and finds what its components are given. */
async function compile(file: string, { mdast }: ReturnType<typeof doctest>): Promise<string[]> {
  const { code } = await mdxToJs(book.read(file), {
    fileURL: pathToFileURL(`${book.options.root}/${file}`),
    mdastPlugins: [mdast],
  });
  const given = code.matchAll(/view: ("(?:[^"\\]|\\.)*")/g);
  return [...given].map(([, json = '']) => JSON.parse(json) as string);
}

async function render(file: string, run = true): Promise<SnippetView[]> {
  const given = await compile(file, doctest(book.options, { run }));
  return given.map((key) => handedOver().views[key] ?? (JSON.parse(key) as SnippetView));
}

describe('a build', () => {
  it('begins with one line of counts where every snippet holds', async () => {
    book.write(
      'content/a.mdx',
      '```ts id=one\n1 // => 1\n```\n\n<Claim id="A01" holds="one">One</Claim>\n',
    );
    const { said, bundle } = await startBuild();
    await bundle();
    expect(said.join()).toMatch(/^1 chapter, 1 snippet, 1 check, 1 claim; none failed, in \d+ ms$/);
  });

  it('is checked from the moment on at which Astro knows that it builds', async () => {
    book.write('content/a.mdx', '```ts\n1 // => 1\n```\n');
    const { said, bundle } = await startBuild();
    book.write('content/a.mdx', '```ts\n1 // => 2\n```\n');
    await bundle();
    expect(said.join()).toContain('none failed');
  });

  it('compiles pages while the book is judged, and shows the results when pages are made', async () => {
    book.write('content/a.mdx', '```ts\n1 // => 1\n```\n\n```http\nGET /\n```\n');
    const build = await startBuild();
    const keys = await compile('content/a.mdx', build);
    await build.bundle();
    const { views, chapters } = await build.results();
    expect(keys.map((key) => views[key])).toMatchObject([
      { id: 'snippet-1', status: 'passed', checks: 1 },
      { id: 'snippet-2', status: 'shown' },
    ]);
    expect(chapters['content/a.mdx']).toEqual({ snippets: 1, checks: 1 });
  });

  it('shows snippets as they are written when doctests are off', async () => {
    book.write('content/a.mdx', '```ts\n1 // => 2\n```\n');
    const build = await startBuild(false);
    const [key = ''] = await compile('content/a.mdx', build);
    await build.bundle();
    expect((await build.results()).views[key]).toMatchObject({ status: 'shown', checks: 0 });
  });

  it('gives a site the same files for its pages to ask for, with doctests and without', async () => {
    book.write('content/part/a.mdx', '```ts\nconst one = 1;\n```\n');
    const sites: Record<string, string>[] = [];
    for (const run of [true, false]) {
      const folder = `${book.options.root}/site-${run}`;
      const dir = pathToFileURL(`${folder}/`);
      const { bundle, integration, logger } = await startBuild(run);
      await bundle();
      await integration.hooks['astro:build:done']?.({ dir, logger } as never);
      const files = globSync('**/*.json', { cwd: folder }).sort();
      sites.push(
        Object.fromEntries(files.map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')])),
      );
    }
    expect(Object.keys(sites[0] ?? {})).toEqual(['modules/part/a.json', 'names/part/a.json']);
    expect(sites[0]?.['names/part/a.json']).toContain('one: 1');
    expect(sites[1]).toEqual(sites[0]);
  });

  it('ends before a page is bundled where any does not, with every failure of every chapter', async () => {
    book.write('content/a.mdx', '```ts\n1 // => 2\n```\n');
    book.write(
      'content/b.mdx',
      '```ts nonsense\n1\n```\n\n<Claim id="A01" fails="x">One</Claim>\n',
    );
    const every =
      /content\/a\.mdx:2:3 {2}The value differs\.[\s\S]*content\/b\.mdx:1:7 {2}Unknown flag "nonsense"/;
    const build = await startBuild();
    await expect(build.bundle()).rejects.toThrow(every);
    await expect(compile('content/b.mdx', build)).rejects.toThrow(every);
    await expect(build.fail(new Error('Something else, too.'))).rejects.toThrow(every);
  });
});

describe('a page', () => {
  it('gets a view for each snippet, without the output fence that belongs to it', async () => {
    book.write(
      'content/a.mdx',
      '- in a list\n\n  ```ts title="A"\n  1; // => 1\n  console.log(2);\n  ```\n\n  ```output\n  2\n  ```\n\n```http\nGET /\n```\n',
    );
    const views = await render('content/a.mdx');
    expect(views).toHaveLength(2);
    expect(views[0]).toMatchObject({
      id: 'snippet-1',
      title: 'A',
      status: 'passed',
      checks: 2,
      judge: 'TypeScript',
      output: { text: '2\n', verified: true, expected: '2' },
      marks: [{ line: 1, start: 3, end: 10, kind: 'value', ok: true, expected: '1' }],
    });
    expect(views[1]).toMatchObject({ id: 'snippet-2', language: 'http', status: 'shown' });
  });

  it('is still rendered in dev when a snippet fails, with the difference', async () => {
    book.write(
      'content/a.mdx',
      '```ts\n1 // => 2\n```\n\n```ts\nthrow new Error("stop");\n```\n\n```ts\n3 // => 3\n```\n',
    );
    const [first, second, third] = await render('content/a.mdx');
    expect(first).toMatchObject({
      status: 'failed',
      marks: [{ ok: false, expected: '2', received: '1' }],
    });
    expect(first?.failures).toMatchObject([{ line: 2, column: 3, expected: '2', received: '1' }]);
    expect(second).toMatchObject({
      status: 'failed',
      failures: [{ line: 6, message: 'Error: stop' }],
    });
    expect(third?.status).toBe('not-run');
  });

  it('gives a claim the verdict of the ledger and the snippets it leans on', async () => {
    book.write(
      'content/a.mdx',
      '```ts id=one\n1 // => 1\n```\n\nProse <Claim id="A01" holds="one">with *one*</Claim>.\n',
    );
    const [, claim] = await render('content/a.mdx');
    expect(claim).toEqual({
      id: 'A01',
      kind: 'behaviour',
      verdict: 'holds',
      holds: ['one'],
      fails: [],
    });
  });

  it('shows the source of a symbol, and what changed between two snippets', async () => {
    book.write(
      'lib/a.ts',
      'export class A {\n  /** Adds. */\n  add(n: number): number {\n    return n + 1;\n  }\n}\n',
    );
    book.write(
      'content/a.mdx',
      '```ts src=lib/a.ts#A.add\n```\n\n```ts id=before\nconst a = 1;\nconst b = 2;\n```\n\n```ts diff=before\nconst a = 1;\nconst c = 3;\n```\n',
    );
    const [source, , changed] = await render('content/a.mdx');
    expect(source).toMatchObject({
      code: 'add(n: number): number {\n  return n + 1;\n}',
      source: { path: 'lib/a.ts', symbol: 'A.add', line: 3 },
    });
    expect(changed?.changes).toEqual([
      { kind: 'added', line: 2, text: 'const c = 3;' },
      { kind: 'removed', line: 3, text: 'const b = 2;' },
    ]);
  });

  it('of an exercise gets a view for each part, and none for what is hidden', async () => {
    book.options.exercises = 'content/exercises';
    const part = (meta: string, code: string) => `\`\`\`ts ${meta}\n${code}\n\`\`\`\n`;
    book.write(
      'content/exercises/two.mdx',
      part('starter', 'const two = 1;') +
        part('check title="Two"', 'two; // => 2') +
        part('check hidden="A number?"', 'typeof two; // => "number"') +
        part('solution', 'const two = 2 as const;'),
    );
    const views = await render('content/exercises/two.mdx');
    expect(views).toMatchObject([
      { id: 'two-starter', part: 'starter', status: 'shown' },
      { id: 'two-check-1', part: 'check', status: 'passed', marks: [{ ok: true }] },
      { id: 'two-solution', part: 'solution' },
    ]);
  });

  it('finds in dev what it shows by keys, in the module of results', async () => {
    book.write('content/a.mdx', '```ts\n1 // => 1\n```\n');
    const parts = doctest(book.options);
    const updateConfig = vi.fn<(config: { vite: { plugins: Plugin[] } }) => void>();
    await parts.integration.hooks['astro:config:setup']?.({
      command: 'dev',
      updateConfig,
    } as never);
    const plugin = updateConfig.mock.calls[0]?.[0].vite.plugins[0];
    const load = plugin?.load as unknown as (id: string) => Promise<string>;
    const text = await load.call({ addWatchFile: () => {} }, '\0virtual:doctest/book');
    const [key = ''] = await compile('content/a.mdx', parts);
    expect(key).toBe('content/a.mdx#0');
    const found = await importResults(text);
    expect(found.views[key]).toMatchObject({ status: 'passed', checks: 1 });
    expect(found.chapters['content/a.mdx']).toEqual({ snippets: 1, checks: 1 });
  });

  it('is rendered again in dev when a module changes that it loaded', async () => {
    book.write('lib/a.ts', 'export const a = 1;\n');
    book.write('content/a.mdx', "```ts\nimport { a } from '../lib/a.ts';\na; // => 1\n```\n");
    book.write('content/b.mdx', '```ts\n1; // => 1\n```\n');
    const { integration, mdast } = doctest(book.options);
    const updateConfig = vi.fn<(config: { vite: { plugins: Plugin[] } }) => void>();
    await integration.hooks['astro:config:setup']?.({ command: 'dev', updateConfig } as never);
    for (const name of ['a', 'b']) {
      const file = `content/${name}.mdx`;
      const fileURL = pathToFileURL(`${book.options.root}/${file}`);
      await mdxToJs(book.read(file), { fileURL, mdastPlugins: [mdast] });
    }
    const watcher = new EventEmitter();
    const plugins = updateConfig.mock.calls[0]?.[0].vite.plugins ?? [];
    const configure = plugins[0]?.configureServer as unknown as (server: object) => void;
    configure({ watcher });
    const changed: string[] = [];
    watcher.on('change', (path: string) => changed.push(path));
    watcher.emit('change', `${book.options.root}/lib/a.ts`);
    expect(changed.map((path) => path.slice(book.options.root.length + 1)).sort()).toEqual([
      'content/a.mdx',
      'lib/a.ts',
    ]);
  });

  it('is judged as soon as the server of dev listens', async () => {
    const sign = `${book.options.root}/judged`;
    const code = `import { writeFileSync } from 'node:fs';\nwriteFileSync('${sign}', '');\n1; // => 1`;
    book.write('content/a.mdx', `\`\`\`ts node\n${code}\n\`\`\`\n`);
    const { integration } = doctest(book.options);
    const updateConfig = vi.fn<(config: { vite: { plugins: Plugin[] } }) => void>();
    await integration.hooks['astro:config:setup']?.({ command: 'dev', updateConfig } as never);
    const plugin = updateConfig.mock.calls[0]?.[0].vite.plugins[0];
    const configure = plugin?.configureServer as unknown as (server: object) => void;
    const httpServer = new EventEmitter();
    configure({ watcher: new EventEmitter(), httpServer });
    expect(existsSync(sign)).toBe(false);
    httpServer.emit('listening');
    await expect.poll(() => existsSync(sign)).toBe(true);
    await integration.hooks['astro:server:done']?.({} as never);
  });

  it('is only shown, not judged, when doctests are off', async () => {
    book.write('content/a.mdx', '```ts\n1 // => 2\n```\n');
    expect(await render('content/a.mdx', false)).toMatchObject([{ status: 'shown', checks: 0 }]);
  });

  it('says where the text is no MDX', async () => {
    book.write('content/a.mdx', 'An { open brace\n');
    await expect(render('content/a.mdx')).rejects.toThrow();
  });
});
