/**
 * A project: its files, what they may be called, and what Python calls its modules.
 *
 * @module
 */

import type { EditorLanguage } from '../editor/open-editor.ts';

/** The files of a project by their paths: `mysite/views.ts`. */
export type ProjectFiles = Record<string, string>;

/** A project. */
export interface Project {
  name: string;
  files: ProjectFiles;
}

/** The kinds of files that there can be, by how their names end. */
const LANGUAGES: Record<string, EditorLanguage> = {
  ts: 'ts',
  html: 'html',
  txt: 'text',
  json: 'text',
  css: 'text',
  xml: 'text',
  md: 'text',
};

/** What a project may weigh. */
export const LIMITS = {
  files: 100,
  /** Of a file, in characters. */
  characters: 256 * 1024,
  /** Of all files together. */
  total: 1024 * 1024,
  /** Of a path. */
  path: 100,
};

/** The language that a file is written in. */
export function languageOf(path: string): EditorLanguage {
  return LANGUAGES[endingOf(path)] ?? 'text';
}

/** What is wrong with a path, as a sentence; undefined where nothing is. */
export function faultOfPath(path: string): string | undefined {
  if (path === '') return 'A file needs a name.';
  if (path.length > LIMITS.path) return `A path has at most ${LIMITS.path} characters.`;
  if (/^[/\\]|^[a-z]:/i.test(path)) return 'A path begins in the project, not at the root.';
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..'))
    return 'A path leads down from the project, without "." and "..".';
  if (!parts.every((part) => /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(part)))
    return 'Names have letters a to z, digits, "_", "-" and "." only.';
  const ending = endingOf(path);
  if (ending === 'py') return 'Python files do not run here: a project is written in TypeScript.';
  if (!(ending in LANGUAGES)) {
    const known = Object.keys(LANGUAGES).map((one) => `.${one}`);
    return `A file ends in ${known.slice(0, -1).join(', ')} or ${known.at(-1)}.`;
  }
  return undefined;
}

/** Whether a file is a module. */
export function isModule(path: string): boolean {
  return endingOf(path) === 'ts' && !path.endsWith('.d.ts');
}

/** Python's name of a module: `mysite.views` of `mysite/views.ts`, `mysite` of `mysite/index.ts`. */
export function moduleName(path: string): string {
  return path
    .replace(/\.ts$/, '')
    .replace(/\/index$/, '')
    .replaceAll('/', '.')
    .replaceAll('-', '_');
}

/** The file that has the application: `wsgi.ts`, at the root or in a folder. */
export function entryOf(paths: readonly string[]): string | undefined {
  return nearest(paths, 'wsgi.ts');
}

/** The file that has the settings, in a project of Django's. */
export function settingsOf(paths: readonly string[]): string | undefined {
  return nearest(paths, 'settings.ts');
}

/** In the order in which they are shown: files of the root first, then folder by folder. */
export function inOrder(paths: readonly string[]): string[] {
  return paths.toSorted((one, other) => {
    const [left, right] = [one, other].map((path) => path.slice(0, path.lastIndexOf('/') + 1));
    if (left !== right) return (left ?? '') < (right ?? '') ? -1 : 1;
    return one < other ? -1 : 1;
  });
}

function nearest(paths: readonly string[], name: string): string | undefined {
  return paths
    .filter((path) => path === name || path.endsWith(`/${name}`))
    .toSorted((one, other) => one.length - other.length || (one < other ? -1 : 1))[0];
}

function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}
