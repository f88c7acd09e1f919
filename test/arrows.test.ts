import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Which parts of the project may import which. */
const ALLOWED: Record<string, string[]> = {
  'src/runtime': ['src/runtime'],
  'src/models': ['src/models'],
  'src/trace': ['src/trace', 'src/models'],
  'src/doctest': ['src/doctest'],
  content: ['src/runtime'],
  site: [
    'site',
    'content',
    'src/runtime',
    'src/doctest',
    'src/models',
    'src/trace',
    'test/oracle/recordings',
    'test/golden',
  ],
};

/** Where an import leads, as a path from the root; undefined for packages. */
function target(file: string, specifier: string): string | undefined {
  const alias = /^#(runtime|doctest|models|trace)\//.exec(specifier);
  if (alias) return `src/${alias[1]}`;
  return specifier.startsWith('.') ? relative(root, join(root, file, '..', specifier)) : undefined;
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\bfrom\s*)?['"]([^'"\n]+)['"]/g),
  ].map(([, specifier = '']) => specifier);
}

describe('arrows point one way', () => {
  it.each(Object.entries(ALLOWED))('%s imports nothing but %s', (folder, allowed) => {
    const files = globSync(`${folder}/**/*.{ts,astro,mdx}`, { cwd: root });
    if (folder.startsWith('s')) expect(files.length).toBeGreaterThan(0);
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .map((specifier) => ({ specifier, to: target(file, specifier) }))
        .filter(
          ({ to }) =>
            to !== undefined && !allowed.some((part) => to === part || to.startsWith(`${part}/`)),
        )
        .map(({ specifier }) => `${file} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the engine knows nothing of the book', () => {
  it('names neither WSGI nor Django in its code', () => {
    const wrong = globSync('src/doctest/**/*.ts', { cwd: root }).filter((file) => {
      const code = readFileSync(join(root, file), 'utf8').replaceAll(
        /\/\*[\s\S]*?\*\/|\/\/.*/g,
        '',
      );
      return /wsgi|django/i.test(code);
    });
    expect(wrong).toEqual([]);
  });
});
