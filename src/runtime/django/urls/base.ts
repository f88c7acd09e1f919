/**
 * Addresses from views and views from addresses, for the current thread.
 *
 * @module
 */

import { Local } from '../../threading.ts';
import { clearNsResolvers } from './ns-resolver.ts';
import { Resolver404 } from './exceptions.ts';
import type { ResolverMatch } from './resolver-match.ts';
import { clearResolvers, getResolver } from './resolvers.ts';
import type { Urlconf } from './types.ts';

const prefixes = new Local<string>();
const urlconfs = new Local<Urlconf>();

/** The view for a path. @throws {Resolver404} @models django.urls.base:resolve */
export function resolve(path: string, urlconf: Urlconf | null = null): ResolverMatch {
  try {
    return getResolver(urlconf ?? getUrlconf()).resolve(path);
  } catch (error) {
    if (error instanceof Resolver404) Error.captureStackTrace(error, resolve);
    throw error;
  }
}

/** Whether a view is found for a path. @models django.urls.base:is_valid_path */
export function isValidPath(path: string, urlconf: Urlconf | null = null): boolean {
  try {
    resolve(path, urlconf);
    return true;
  } catch (error) {
    if (error instanceof Resolver404) return false;
    throw error;
  }
}

/** Forgets every resolver, so that a changed setting counts. @models django.urls.base:clear_url_caches */
export function clearUrlCaches(): void {
  clearResolvers();
  clearNsResolvers();
}

/** Sets what stands before every path of the site, for this thread. @models django.urls.base:set_script_prefix */
export function setScriptPrefix(prefix: string): void {
  prefixes.set(prefix.endsWith('/') ? prefix : `${prefix}/`);
}

/** What stands before every path of the site; `/` where nothing was set. @models django.urls.base:get_script_prefix */
export function getScriptPrefix(): string {
  return prefixes.get('/');
}

/** Forgets the prefix of this thread. @models django.urls.base:clear_script_prefix */
export function clearScriptPrefix(): void {
  prefixes.delete();
}

/** Sets the URLconf of this thread; `null` goes back to the site's. @models django.urls.base:set_urlconf */
export function setUrlconf(urlconf: Urlconf | null): void {
  if (urlconf) urlconfs.set(urlconf);
  else urlconfs.delete();
}

/** The URLconf of this thread, where one was set. @models django.urls.base:get_urlconf */
export function getUrlconf(fallback: Urlconf | null = null): Urlconf | null {
  return urlconfs.has() ? urlconfs.get() : fallback;
}
