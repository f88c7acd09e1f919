/**
 * What can be wrong with one entry of a URLconf.
 *
 * @module
 */

import { ImportError } from '../../../builtins.ts';
import { repr } from '../../../repr.ts';
import { settings } from '../../conf.ts';
import { type PathPattern, RegexPattern } from '../../urls/patterns.ts';
import { dottedName } from '../../urls/resolver-match.ts';
import { URLPattern, URLResolver } from '../../urls/resolvers.ts';
import type { View } from '../../urls/types.ts';
import { ViewDoesNotExist } from '../exceptions.ts';
import { type CheckMessage, Error as ErrorMessage, Warning as WarningMessage } from './messages.ts';
import '../../views/defaults.ts';

/** What is wrong with an entry, or with anything below it. @models django.core.checks.urls:check_resolver */
export function checkResolver(entry: unknown): CheckMessage[] {
  if (entry instanceof URLPattern) return checkPattern(entry);
  return entry instanceof URLResolver ? checkIncluded(entry) : [invalidPattern(entry)];
}

/** @models django.urls.resolvers:URLPattern.check */
function checkPattern({ pattern }: URLPattern): CheckMessage[] {
  const hasColon = pattern.name?.includes(':') === true;
  const name = hasColon
    ? [
        warning(
          'urls.W003',
          `Your URL pattern ${describe(pattern)} has a name including a ':'. Remove the colon, to avoid ambiguous namespace references.`,
        ),
      ]
    : [];
  return [...name, ...checkPath(pattern, false)];
}

/** @models django.urls.resolvers:URLResolver.check */
function checkIncluded(resolver: URLResolver): CheckMessage[] {
  const below = [...resolver.urlPatterns.flatMap(checkResolver), ...checkErrorHandlers(resolver)];
  return below.length > 0 ? below : checkPath(resolver.pattern, true);
}

function checkPath(pattern: PathPattern, includes: boolean): CheckMessage[] {
  const found = checkBeginning(pattern);
  if (pattern instanceof RegexPattern) {
    if (includes && /(?<!\\)\$$/.test(pattern.regex.pattern)) {
      found.push(
        warning(
          'urls.W001',
          `Your URL pattern ${describe(pattern)} uses include with a route ending with a '$'. Remove the dollar from the route to avoid problems including URLs.`,
        ),
      );
    }
  } else if (/\(\?P<|^\^|\$$/.test(String(pattern))) {
    found.push(
      warning(
        '2_0.W001',
        `Your URL pattern ${describe(pattern)} has a route that contains '(?P<', begins with a '^', or ends with a '$'. This was likely an oversight when migrating to django.urls.path().`,
      ),
    );
  }
  return found;
}

function checkBeginning(pattern: PathPattern): CheckMessage[] {
  const regex = pattern.regex.pattern;
  if (!settings.APPEND_SLASH || !/^(?:\/|\^\/|\^\\\/)/.test(regex) || regex.endsWith('/')) {
    return [];
  }
  return [
    warning(
      'urls.W002',
      `Your URL pattern ${describe(pattern)} has a route beginning with a '/'. Remove this slash as it is unnecessary. If this pattern is targeted in an include(), ensure the include() pattern has a trailing '/'.`,
    ),
  ];
}

/** A handler of JavaScript may take fewer arguments than it is given; more is a mistake. */
function checkErrorHandlers(resolver: URLResolver): CheckMessage[] {
  return ([400, 403, 404, 500] as const).flatMap((status): CheckMessage[] => {
    const module = resolver.urlconfModule;
    const named: unknown = 'urlpatterns' in module ? module[`handler${status}`] : undefined;
    const expected = status === 500 ? ['request'] : ['request', 'exception'];
    const handler = resolveHandler(resolver, status);
    if (handler instanceof Error) {
      const msg = `The custom handler${status} view '${String(named)}' could not be imported.`;
      return [new ErrorMessage(msg, { hint: handler.message, id: 'urls.E008' })];
    }
    if (handler.length <= expected.length) return [];
    return [
      new ErrorMessage(
        `The custom handler${status} view '${dottedName(handler as View)}' does not take the correct number of arguments (${expected.join(', ')}).`,
        { id: 'urls.E007' },
      ),
    ];
  });
}

function resolveHandler(
  resolver: URLResolver,
  status: 400 | 403 | 404 | 500,
): ((...given: never[]) => unknown) | Error {
  try {
    return status === 500
      ? resolver.resolveErrorHandler(500)
      : resolver.resolveErrorHandler(status);
  } catch (error) {
    if (error instanceof ImportError || error instanceof ViewDoesNotExist) return error;
    throw error;
  }
}

/** @models django.core.checks.urls:get_warning_for_invalid_pattern */
function invalidPattern(pattern: unknown): CheckMessage {
  const msg = `Your URL pattern ${repr(pattern)} is invalid. Ensure that urlpatterns is a list of path() and/or re_path() instances.`;
  return new ErrorMessage(msg, { hint: hintFor(pattern), id: 'urls.E004' });
}

function hintFor(pattern: unknown): string | null {
  if (typeof pattern === 'string') {
    return `Try removing the string '${pattern}'. The list of urlpatterns should not have a prefix string as the first element.`;
  }
  return Array.isArray(pattern) ? 'Try using path() instead of a tuple.' : null;
}

/** @models django.urls.resolvers:CheckURLMixin.describe */
function describe(pattern: PathPattern): string {
  return `'${String(pattern)}'${pattern.name ? ` [name='${pattern.name}']` : ''}`;
}

function warning(id: string, msg: string): CheckMessage {
  return new WarningMessage(msg, { id });
}
