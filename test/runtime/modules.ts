import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);

/** Paths of the runtime's modules from the project's root, with forward slashes, in order. */
export function runtimeModules(): string[] {
  return globSync('src/runtime/**/*.ts', { cwd: fileURLToPath(ROOT) })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted();
}

/** The absolute path of a module. */
export function absolutePath(module: string): string {
  return fileURLToPath(new URL(module, ROOT));
}

/** The text of a module. */
export function sourceOf(module: string): string {
  return readFileSync(absolutePath(module), 'utf8');
}
