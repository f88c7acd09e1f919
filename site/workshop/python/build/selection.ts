/**
 * What of Django, pytz and sqlparse a page needs: the way of a request and what a chapter may ask
 * for, without translations, other databases, and applications that the book never mentions.
 *
 * @module
 */

import type { PackageFile } from './packages.ts';

const LEFT_OUT = [
  /^django\/contrib\/(?:admin|admindocs|flatpages|gis|humanize|postgres|redirects|sitemaps|syndication)\//,
  /^django\/db\/backends\/(?:mysql|oracle|postgresql|postgresql_psycopg2)\//,
  /^django\/core\/management\/commands\/(?:compilemessages|makemessages|inspectdb|squashmigrations)/,
  /^django\/conf\/app_template\//,
  /^django\/conf\/locale\/(?!en\/)[^/]+\//,
  /^django\/contrib\/\w+\/locale\//,
  /\/(?:static|jinja2)\//,
  /^pytz\/zoneinfo\/(?!(?:UTC|America\/Chicago)$)|__pycache__|\.(?:po|tab|exe)$/,
  /\.dist-info\/|\.data\//,
];

/** The files that the page carries, modules and data. */
export function selectFiles(files: readonly PackageFile[]): PackageFile[] {
  return files.filter(
    ({ path }) => !path.endsWith('/') && !LEFT_OUT.some((pattern) => pattern.test(path)),
  );
}

/** The licences of the packages, under names of their own. */
export function licencesOf(files: readonly PackageFile[]): PackageFile[] {
  return files.flatMap(({ path, bytes }) => {
    const [, name] = /^([^/]+)\.dist-info\/(?:licenses\/)?LICEN[CS]E(?:\.\w+)?$/.exec(path) ?? [];
    return name === undefined ? [] : [{ path: `licences/${name}.txt`, bytes }];
  });
}
