/**
 * Real Django and the runtime, asked the same.
 *
 * @module
 */

import type { Subject } from '#trace/call-lists';
import { href } from '../../links.ts';
import type { PythonSource, SiteAnswer } from '../programs/python/messages.ts';
import type { TwinAnswer } from '../programs/traced/demo-answer.ts';
import { fetchPythonFiles } from '../python/files.ts';
import { PythonSession, type PythonState } from '../python/session.ts';
import { programNamed, sandboxFor } from '../sandbox/programs.ts';
import type { Session } from '../sandbox/session.ts';
import type { SentRequest } from '../stepper/setup.ts';
import { compareCalls, readSubject, type ComparedCalls, type SubjectFile } from './compared.ts';
import { toSiteRequest } from './requests.ts';

/** What both did with a request. */
export interface BothAnswers {
  django: SiteAnswer;
  runtime: TwinAnswer;
  calls: ComparedCalls;
}

/** A request that goes through Django three times, on a slow computer. */
const LIMIT = 30_000;

/** Both of them, for one page. */
export class Both {
  /** Of the Python and the Django that answer. */
  readonly versions: { python: string; django: string };
  readonly #django: PythonSession;
  readonly #runtime: Session;
  readonly #subject: Subject;

  private constructor(
    django: PythonSession,
    runtime: Session,
    subject: Subject,
    versions: { python: string; django: string },
  ) {
    this.#django = django;
    this.#runtime = runtime;
    this.#subject = subject;
    this.versions = versions;
  }

  /** Starts both. @throws as {@link PythonSession.start} does. */
  static async start(signal: AbortSignal, hear: (state: PythonState) => void): Promise<Both> {
    const starting = [
      PythonSession.start({ owner: 'site', django: true, signal, hear }),
      startRuntime(signal),
      fetchSubject(signal),
    ] as const;
    try {
      const [django, runtime, subject] = await Promise.all(starting);
      const versions = await django.ask('site', {}, { limit: LIMIT, signal });
      return new Both(django, runtime, subject, versions);
    } catch (error) {
      for (const one of starting.slice(0, 2))
        void one.then((session) => 'close' in session && session.close()).catch(() => {});
      throw error;
    }
  }

  /** Whether one of them has ended. */
  get closed(): boolean {
    return this.#django.closed || this.#runtime.closed;
  }

  /** Sends both the request, to the project as it is at first. */
  async send(request: SentRequest, signal: AbortSignal): Promise<BothAnswers> {
    const [django, runtime] = await Promise.all([
      this.#django.ask('ask', { request: toSiteRequest(request) }, { limit: LIMIT, signal }),
      this.#runtime.ask<TwinAnswer>({ request }, { limit: LIMIT, signal }),
    ]);
    return { django, runtime, calls: compareCalls(django.calls, runtime.calls, this.#subject) };
  }

  /** The source of a function of Django's, as Python gives it. */
  source(name: string): Promise<PythonSource> {
    return this.#django.source(name);
  }

  /** Ends both. */
  close(): void {
    this.#django.close();
    this.#runtime.close();
  }
}

async function startRuntime(signal: AbortSignal): Promise<Session> {
  const [session, { sqlite }] = await Promise.all([
    sandboxFor('twin', 'wasm').open(programNamed('twin')),
    fetchPythonFiles(['sqlite'], { signal, hear: () => {} }),
  ]);
  const copy = sqlite.slice(0);
  await session.ask({ sqlite: copy }, { limit: LIMIT, signal, transfer: [copy] });
  return session;
}

async function fetchSubject(signal: AbortSignal): Promise<Subject> {
  const response = await fetch(href('/workshop/compared.json'), { signal });
  return readSubject((await response.json()) as SubjectFile);
}
