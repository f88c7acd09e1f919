/**
 * The one table of suites: who judges each, what makes its cases, and what replays them. The
 * recorder of a suite is found by its name: `python/` has wsgiref's, and suite `django-urls` is
 * recorded by `django/python/record_urls.py`.
 *
 * @module
 */

import { handlerCases } from './cases/wsgiref-handler.ts';
import { valueCases } from './cases/wsgiref-values.ts';
import { dateCases } from './django/cases/dates.ts';
import { etagCases } from './django/cases/etags.ts';
import { uriCases } from './django/cases/uris.ts';
import { queryDictCases } from './django/cases/querydict.ts';
import { cookieCases } from './django/cases/cookies.ts';
import { hostCases } from './django/cases/host.ts';
import { httpCases } from './django/cases/http.ts';
import { headerCases } from './django/cases/headers.ts';
import { lifecycleCases } from './django/cases/lifecycle.ts';
import { middlewareCases } from './django/cases/middleware.ts';
import { pitfallCases } from './django/cases/pitfalls.ts';
import { multipartCases } from './django/cases/multipart.ts';
import { sharedUrlconfs, urlCases } from './django/cases/urls.ts';
import { replayDates } from './django/replay/dates.ts';
import { replayEtags } from './django/replay/etags.ts';
import { replayUris } from './django/replay/uris.ts';
import { replayQueryDict } from './django/replay/querydict.ts';
import { replayCookies } from './django/replay/cookies.ts';
import { replayHost } from './django/replay/host.ts';
import './django/replay/disk-place.ts';
import { replayHttp } from './django/replay/http.ts';
import { replayHeaders } from './django/replay/headers.ts';
import { replayLifecycle } from './django/replay/lifecycle.ts';
import { replayMiddleware } from './django/replay/middleware.ts';
import { replayPitfalls } from './django/replay/pitfalls.ts';
import { replayMultipart } from './django/replay/multipart.ts';
import { replayUrls } from './django/replay/urls.ts';
import { journeyCases } from './django/cases/journey.ts';
import { traceCases } from './django/cases/trace.ts';
import { replayTrace } from './django/replay/trace.ts';
import { comparedOut } from './traces/compared-out.ts';
import type { Case, Json, Out } from './model.ts';
import { replayHandler } from './replay/wsgiref-handler.ts';
import { replayValues } from './replay/wsgiref-values.ts';

/** Whose answers count: CPython 3.14's wsgiref, or Django 2.2.28 on CPython 3.11. */
export type JudgeName = 'wsgiref' | 'django';

/** One suite. */
export interface Suite {
  judge: JudgeName;
  /** Its cases, the same ones each time. */
  cases: () => Case[];
  /** What its cases have in common and name, so that it is written once. */
  shared?: () => Record<string, Json>;
  /** What the runtime does with a case. @throws an `Error` for a case that nothing can run. */
  replay: (input: Case, shared: Record<string, Json>) => Out | Promise<Out>;
  /** What of an outcome is compared; all of it unless told. */
  compared?: (out: Out) => Out;
}

const TABLE = {
  'wsgiref-handler': { judge: 'wsgiref', cases: handlerCases, replay: replayHandler },
  'wsgiref-values': { judge: 'wsgiref', cases: valueCases, replay: replayValues },
  'django-dates': { judge: 'django', cases: dateCases, replay: replayDates },
  'django-etags': { judge: 'django', cases: etagCases, replay: replayEtags },
  'django-uris': { judge: 'django', cases: uriCases, replay: replayUris },
  'django-querydict': { judge: 'django', cases: queryDictCases, replay: replayQueryDict },
  'django-cookies': { judge: 'django', cases: cookieCases, replay: replayCookies },
  'django-host': { judge: 'django', cases: hostCases, replay: replayHost },
  'django-headers': { judge: 'django', cases: headerCases, replay: replayHeaders },
  'django-multipart': { judge: 'django', cases: multipartCases, replay: replayMultipart },
  'django-middleware': { judge: 'django', cases: middlewareCases, replay: replayMiddleware },
  'django-pitfalls': { judge: 'django', cases: pitfallCases, replay: replayPitfalls },
  'django-http': { judge: 'django', cases: httpCases, replay: replayHttp },
  'django-lifecycle': { judge: 'django', cases: lifecycleCases, replay: replayLifecycle },
  'django-urls': {
    judge: 'django',
    cases: urlCases,
    shared: sharedUrlconfs,
    replay: replayUrls,
  },
  'django-trace': {
    judge: 'django',
    cases: traceCases,
    replay: replayTrace,
    compared: comparedOut,
  },
  'django-journey': {
    judge: 'django',
    cases: journeyCases,
    replay: replayTrace,
    compared: comparedOut,
  },
} satisfies Record<string, Suite>;

/** The name of a suite. */
export type SuiteName = keyof typeof TABLE;

/** Every suite, by name. */
export const SUITES: Readonly<Record<SuiteName, Suite>> = TABLE;

/** The names of the suites there are. */
export const SUITE_NAMES = Object.keys(TABLE) as readonly SuiteName[];

/** The name as that of a suite. @throws an `Error` where there is no such suite. */
export function suiteName(name: string): SuiteName {
  const known = SUITE_NAMES.find((suite) => suite === name);
  if (known === undefined) {
    throw new Error(
      `There is no suite ${JSON.stringify(name)}; there are ${SUITE_NAMES.join(', ')}.`,
    );
  }
  return known;
}
