/**
 * All that a page needs to run the snippets of a chapter, and to change one: `modules/CHAPTER.json`.
 *
 * @module
 */

import type { Site } from '../compile/compile-chapter.ts';
import type { FenceFlags } from '../model.ts';

/** A snippet that a page can run, or what stays of one that it cannot: `no-run`, just imports. */
export interface PageSnippet {
  ordinal: number;
  id: string;
  code: string;
  /** Its flags, as far as they matter to whoever runs it. */
  flags: Pick<FenceFlags, 'title' | 'scene' | 'isolated' | 'throws' | 'timeout' | 'no-run'>;
  /** The text of the `output` fence below it. */
  output?: string;
}

/** An expectation: snippet, kind, line from 1; columns from 0 of its comment and of what it expects. */
export type PageSite = [
  ordinal: number,
  kind: Site['kind'],
  line: number,
  comment: number,
  from: number,
  to: number,
];

/** An import of the module: offsets of its specifier with its quotes, and the specifier. */
export type PageImport = [start: number, end: number, specifier: string];

/** The file; JSON. */
export interface ModuleFile {
  /** The chapter's path from the project's root. */
  file: string;
  snippets: PageSnippet[];
  /** The compiled snippets without types, as the build ran them. */
  code: string;
  imports: PageImport[];
  /** By the numbers that `code` calls them by. */
  sites: PageSite[];
}
