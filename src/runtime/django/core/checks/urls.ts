/**
 * What can be wrong with a site's addresses.
 *
 * @module
 */

import { settings } from '../../conf.ts';
import { getResolver, URLResolver } from '../../urls/resolvers.ts';
import type { UrlEntry } from '../../urls/types.ts';
import { type CheckMessage, Error as ErrorMessage, Warning as WarningMessage } from './messages.ts';
import { registry, Tags } from './registry.ts';
import { checkResolver } from './url-patterns.ts';

/** Looks through the root URLconf, which is imported for that. @models django.core.checks.urls:check_url_config */
export function checkUrlConfig(): CheckMessage[] {
  return hasRootUrlconf() ? checkResolver(getResolver()) : [];
}

/** Warns of namespaces that stand for several things. @models django.core.checks.urls:check_url_namespaces_unique */
export function checkUrlNamespacesUnique(): CheckMessage[] {
  if (!hasRootUrlconf()) return [];
  const namespaces = loadAllNamespaces(getResolver().urlPatterns);
  const twice = namespaces.filter((name, index) => namespaces.indexOf(name) !== index);
  return [...new Set(twice)].map(
    (namespace) =>
      new WarningMessage(
        `URL namespace '${namespace}' isn't unique. You may not be able to reverse all URLs in this namespace`,
        { id: 'urls.W005' },
      ),
  );
}

/** The addresses of files have to end with a slash. @models django.core.checks.urls:check_url_settings */
export function checkUrlSettings(): CheckMessage[] {
  return (['STATIC_URL', 'MEDIA_URL'] as const)
    .filter((name) => settings[name] && !settings[name].endsWith('/'))
    .map(
      (name) => new ErrorMessage(`The ${name} setting must end with a slash.`, { id: 'urls.E006' }),
    );
}

function hasRootUrlconf(): boolean {
  return 'ROOT_URLCONF' in settings && Boolean(settings.ROOT_URLCONF);
}

/** @models django.core.checks.urls:_load_all_namespaces */
function loadAllNamespaces(
  entries: readonly UrlEntry[],
  parents: readonly string[] = [],
): string[] {
  const resolvers = entries.filter((entry) => entry instanceof URLResolver);
  const named = resolvers.filter(({ namespace }) => namespace !== null);
  return [
    ...named.map(({ namespace }) => [...parents, namespace].join(':')),
    ...resolvers.flatMap(({ namespace, urlPatterns }) =>
      loadAllNamespaces(urlPatterns, namespace === null ? parents : [...parents, namespace]),
    ),
  ];
}

for (const check of [checkUrlConfig, checkUrlNamespacesUnique, checkUrlSettings]) {
  registry.register(check, [Tags.urls], { atImport: true });
}
