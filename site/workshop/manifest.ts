/**
 * What of the workshop the site has, as `/workshop/manifest.json` tells the pages.
 *
 * @module
 */

/** A file of the site: its path from the site's root, and its size as it lies there. */
export interface SiteFile {
  path: string;
  bytes: number;
}

/**
 * What Python in a page is made of, and SQLite for the runtime beside it; `django`, `sources` and
 * `sqlite` are not on every site.
 */
export type PythonFileName =
  | 'loader'
  | 'glue'
  | 'wasm'
  | 'library'
  | 'judge'
  | 'django'
  | 'sources'
  | 'sqlite';

/** The manifest. */
export interface Manifest {
  /** By name. */
  programs: Record<string, SiteFile>;
  /** Files of Python, by what they are. */
  python: Partial<Record<PythonFileName, SiteFile>>;
}
