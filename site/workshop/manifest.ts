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

/** The manifest. */
export interface Manifest {
  /** By name. */
  programs: Record<string, SiteFile>;
}
