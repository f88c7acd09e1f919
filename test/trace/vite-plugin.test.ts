import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type PluginOption } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tracedModules } from '#trace/vite-plugin';
import type { Call } from '#trace/calls';

const CALLS = join(import.meta.dirname, '../../src/trace/calls.ts');
const folder = mkdtempSync(join(tmpdir(), 'vite-traced-'));

const VIEWS = `
/** @models polls.views:View */
export class View {
  /** @models polls.views:View.dispatch */
  dispatch(name: string): string {
    return greet(name);
  }
}

/** @models polls.views:Special */
export class Special extends View {}

/** @models polls.views:greet */
const greet = (name: string): string => \`Hello, \${name}\`;

/** @models polls.views:numbers */
export function* numbers(): Generator<number> {
  yield greet('').length;
}
`;
const LIBRARY = '/** @models other:helper */\nexport const helper = (): string => "help";\n';
const MAIN = `
import { recordCalls } from ${JSON.stringify(CALLS)};
import { Special, numbers } from './src/views.ts';
import { helper } from './library.ts';

export const recorded = recordCalls(() => [new Special().dispatch('Ann'), [...numbers()], helper()]);
`;

/** Builds the fixture as a site is built, and gives the code that came out, and what it does. */
async function built(name: string, plugins: PluginOption[], minify = false) {
  const outDir = join(folder, name);
  await build({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    plugins,
    build: {
      outDir,
      minify,
      lib: { entry: join(folder, 'main.ts'), formats: ['es'], fileName: () => 'main.mjs' },
    },
  });
  const path = join(outDir, 'main.mjs');
  const { recorded } = (await import(pathToFileURL(path).href)) as {
    recorded: { calls: Call[]; ended: unknown };
  };
  return { code: readFileSync(path, 'utf8'), ...recorded };
}

beforeAll(() => {
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src/views.ts'), VIEWS);
  writeFileSync(join(folder, 'library.ts'), LIBRARY);
  writeFileSync(join(folder, 'main.ts'), MAIN);
});

afterAll(() => rmSync(folder, { recursive: true }));

const RESULT = { value: ['Hello, Ann', [7], 'help'] };

describe('a build with the plugin', () => {
  it.each([false, true])(
    'reports the calls of the folder that is named (minified: %s)',
    async (minify) => {
      const plugin = tracedModules(pathToFileURL(`${join(folder, 'src')}/`));
      const { calls, ended } = await built(`traced-${String(minify)}`, [plugin], minify);
      expect(calls).toEqual([
        { depth: 0, name: 'polls.views:View.dispatch', self: 'polls.views:Special' },
        { depth: 1, name: 'polls.views:greet' },
        { depth: 0, name: 'polls.views:numbers' },
        { depth: 1, name: 'polls.views:greet' },
      ]);
      expect(ended).toEqual(RESULT);
    },
  );
});

describe('a build without it', () => {
  it('does the same and has no trace of tracing', async () => {
    const { code, calls, ended } = await built('plain', []);
    expect(calls).toEqual([]);
    expect(ended).toEqual(RESULT);
    expect(code).not.toMatch(/__trace|__open|nameClass|"polls\.views/);
  });
});
