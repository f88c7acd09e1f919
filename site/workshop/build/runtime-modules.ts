/**
 * The runtime for a program that runs in the sandbox: `virtual:runtime` gives every module of it
 * that a browser can load, by the specifier that snippets use.
 *
 * @module
 */

import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { Plugin } from 'rolldown';

const root = process.cwd();
const FOLDER = 'src/runtime';
const NAME = 'virtual:runtime';

/** A plugin that provides `virtual:runtime`. */
export function runtimeModules(): Plugin {
  return {
    name: 'runtime-modules',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load: (id) => (id === `\0${NAME}` ? listing() : null),
  };
}

/** Modules of the runtime without Node, as paths from the root, in order. */
export function modulesForBrowsers(): string[] {
  const files = globSync(`${FOLDER}/**/*.ts`, { cwd: root }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  const imports = new Map(files.map((file) => [file, importsOf(file)]));
  const needsNode = new Set(
    files.filter((file) => imports.get(file)?.some((target) => target.startsWith('node:'))),
  );
  for (let before = -1; before !== needsNode.size;) {
    before = needsNode.size;
    for (const [file, targets] of imports)
      if (targets.some((target) => needsNode.has(target))) needsNode.add(file);
  }
  return files
    .filter((file) => !needsNode.has(file) && !file.startsWith(`${FOLDER}/adapters/`))
    .toSorted();
}

function listing(): string {
  const modules = modulesForBrowsers();
  const imports = modules.map(
    (file, index) => `import * as _${index} from ${JSON.stringify(join(root, file))};`,
  );
  const entries = modules.map((file, index) => `${JSON.stringify(specifierOf(file))}: _${index}`);
  return `${imports.join('\n')}\nexport const runtime = { ${entries.join(', ')} };\n`;
}

function specifierOf(file: string): string {
  return `#runtime/${file.slice(FOLDER.length + 1).replace(/\.ts$/, '')}`;
}

/** Files of ours that a module imports when it runs, and `node:` modules. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)(?:import|export)(?! type\b)[^'";]*?\sfrom\s+'([^']+)'|(?:^|\n)import\s+'([^']+)'|\bimport\('([^']+)'\)/g,
  );
  return [...found].map(([, from, bare, dynamic]) => {
    const specifier = from ?? bare ?? dynamic ?? '';
    if (specifier.startsWith('#runtime/')) return `${FOLDER}/${specifier.slice(9)}.ts`;
    if (!specifier.startsWith('.')) return specifier;
    return posix.join(dirname(file).replaceAll('\\', '/'), specifier);
  });
}
