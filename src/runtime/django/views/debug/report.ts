/**
 * What is known about an exception and the request that met it.
 *
 * @module
 */

import { VERSION } from '../../version.ts';
import { formatdate } from '../../../email/utils.ts';
import { repr, str } from '../../../repr.ts';
import { time } from '../../../time.ts';
import type { HttpRequest } from '../../http/request.ts';
import { type TemplateDebug, TemplateDoesNotExist } from '../../template/exceptions.ts';
import { getSafeSettings } from './cleanse.ts';
import { getExceptionReporterFilter, type Items } from './filter.ts';
import { type Link, linksOf } from './frames.ts';

/** What a report shows of the request. */
export interface RequestReport {
  method: string;
  url: string;
  pathInfo: string;
  /** Who asked, as text; `null` where that is nobody. */
  user: string | null;
  /** GET, POST, FILES, COOKIES and META. */
  tables: readonly (readonly [name: string, items: Items])[];
}

/** Everything that a report shows. @models django.views.debug:ExceptionReporter.get_traceback_data */
export interface Report {
  title: string;
  /** The exception's message. */
  value: string;
  /** `null` where there is no exception. */
  type: string | null;
  isEmail: boolean;
  links: readonly Link[];
  /** How templates that do not exist were looked for, an engine each. */
  postmortem: readonly TemplateDoesNotExist[] | null;
  template: TemplateDebug | null;
  request: RequestReport | null;
  settings: Items;
  settingsModule: string;
  version: string;
  serverTime: string;
}

const LONGEST_VALUE = 4096;
const NO_MESSAGE = 'No exception message supplied';

/** Collects a report. @param exception what was thrown, or a message where nothing was. */
export function collectReport(
  request: HttpRequest | null,
  exception: Error | string,
  isEmail: boolean,
): Report {
  const filter = getExceptionReporterFilter(request);
  const error = exception instanceof Error ? exception : null;
  const type = error?.name ?? null;
  const safe = getSafeSettings();
  return {
    title: `${type ?? 'Report'}${request ? ` at ${request.pathInfo}` : ''}`,
    value: str(exception) || NO_MESSAGE,
    type,
    isEmail,
    links: error ? linksOf(error, request, filter) : [],
    postmortem: error instanceof TemplateDoesNotExist ? postmortemOf(error) : null,
    template: (error as { templateDebug?: TemplateDebug | null } | null)?.templateDebug ?? null,
    request: request && reportRequest(request, filter.getPostParameters(request)),
    settings: Object.entries(safe),
    settingsModule: str(safe['SETTINGS_MODULE'] ?? ''),
    version: VERSION.slice(0, 3).join('.'),
    serverTime: formatdate(time()),
  };
}

/** A value as a report shows it, however long it is. */
export function shown(value: unknown): string {
  const isPlain = typeof value === 'string' || value instanceof Error;
  const text = isPlain ? repr(value) : str(value);
  if (text.length <= LONGEST_VALUE) return text;
  return `${text.slice(0, LONGEST_VALUE)}… <trimmed ${text.length} bytes string>`;
}

function postmortemOf(error: TemplateDoesNotExist): readonly TemplateDoesNotExist[] {
  return error.chain.length > 0 ? error.chain : [error];
}

function reportRequest(request: HttpRequest, post: Items): RequestReport {
  const { META } = request;
  const meta = Object.entries(META).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return {
    method: META.REQUEST_METHOD ?? '',
    url: rawUri(request),
    pathInfo: request.pathInfo,
    user: userOf(request),
    tables: [
      ['GET', [...request.GET.items()]],
      ['POST', post],
      ['FILES', [...request.FILES.items()]],
      ['COOKIES', [...request.COOKIES]],
      ['META', meta],
    ],
  };
}

function userOf(request: HttpRequest): string {
  try {
    const { user } = request;
    if (user !== undefined) return str(user);
  } catch {
    // The database may be what is broken.
  }
  return '[unable to retrieve the current user]';
}

/** The address as it was asked for, whether the host is allowed or not. */
function rawUri(request: HttpRequest): string {
  const { META } = request;
  const port = META.SERVER_PORT ?? '';
  const usual = request.isSecure() ? '443' : '80';
  const server = `${META.SERVER_NAME ?? ''}${port === usual ? '' : `:${port}`}`;
  return `${request.scheme}://${META.HTTP_HOST ?? server}${request.getFullPath()}`;
}
