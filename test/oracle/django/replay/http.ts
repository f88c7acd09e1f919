/**
 * Suite django-http on the runtime: the demo project is asked as a server asks it.
 *
 * @module
 */

import { latin1Decode } from '#runtime/codecs';
import type { Settings } from '#runtime/django/conf';
import { WSGIHandler } from '#runtime/django/core/handlers/wsgi';
import { compile } from '#runtime/re';
import type { ApplicationResult } from '#runtime/wsgiref/types';
import type { Case, Json, Out } from '../../model.ts';
import { type AskedRequest, Browser } from './browser.ts';
import { DemoSite } from './demo-site.ts';
import { type Sent, withOwnPage } from './own-pages.ts';
import { decode } from './values.ts';

const PATTERNS = ['DISALLOWED_USER_AGENTS', 'IGNORABLE_404_URLS'];

/** What the runtime does with a case of the suite. */
export function replayHttp(input: Case): Out {
  const site = new DemoSite(settingsOf(input), input['atomic'] === true);
  try {
    const answers = askAll(site, input);
    const drawn = site.end();
    return { ...answers, ...(drawn && { drawn }) };
  } catch (error) {
    site.end();
    throw error;
  }
}

/** The settings that a case changes. */
export function settingsOf(input: Case): Partial<Settings> {
  const asked = Object.entries((input['settings'] ?? {}) as Record<string, Json>);
  return Object.fromEntries(
    asked.map(([name, value]) => [
      name,
      PATTERNS.includes(name)
        ? (value as string[]).map((source) => compile(source))
        : decode(value),
    ]),
  );
}

function askAll(site: DemoSite, input: Case): Out {
  let handler: WSGIHandler;
  try {
    handler = new WSGIHandler();
  } catch (error) {
    return { start: failure(error), events: site.takeEvents() };
  }
  const browser = new Browser();
  const requests = input['requests'] as unknown as AskedRequest[];
  return { answers: requests.map((request) => ask(site, handler, browser, request)) };
}

function failure(error: unknown): Json {
  if (!(error instanceof Error)) throw error;
  return [error.name, error.message];
}

function ask(site: DemoSite, handler: WSGIHandler, browser: Browser, request: AskedRequest): Out {
  const out: Out = {};
  const chunks: string[] = [];
  let sent: Sent | null = null;
  try {
    const result = handler.__call__(browser.environ(request), (status, headers) => {
      sent = { status, headers: headers.map(([name, value]) => [name, value]) };
      return () => undefined;
    });
    receive(result, request, chunks);
  } catch (error) {
    out['raised'] = failure(error);
  }
  if (sent !== null) Object.assign(out, answerOf(sent, chunks, browser));
  out['events'] = site.takeEvents();
  return out;
}

function receive(result: ApplicationResult, request: AskedRequest, chunks: string[]): void {
  try {
    const iterator = result[Symbol.iterator]();
    for (let next = iterator.next(); !next.done; next = iterator.next()) {
      chunks.push(latin1Decode(next.value));
      if (chunks.length === request.take) break;
    }
  } finally {
    if (request.close ?? true) result.close?.();
  }
}

function answerOf(sent: Sent, chunks: string[], browser: Browser): Out {
  const body = chunks.join('');
  browser.lookAt({ headers: sent.headers, body });
  const answer = withOwnPage(sent, body);
  return answer['body'] === body && chunks.length !== 1 ? { ...answer, body: chunks } : answer;
}
