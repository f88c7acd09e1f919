/**
 * A Python that runs in the sandbox of the page.
 *
 * @module
 */

import { programNamed, sandboxFor } from '../sandbox/programs.ts';
import type { Session } from '../sandbox/session.ts';
import type { Orders, PythonSource } from '../programs/python/messages.ts';
import { fetchPythonFiles, type Progress } from './files.ts';

/** What a reader is told of a start. */
export type PythonState =
  | ({ kind: 'downloading' } & Progress)
  | { kind: 'starting' }
  | { kind: 'ready'; version: string };

/** How Python is started. */
export interface StartOptions {
  /** What shares a sandbox is ended together: a name for each use of Python in a page. */
  owner: string;
  /** Whether real Django comes with it. */
  django: boolean;
  signal: AbortSignal;
  hear: (state: PythonState) => void;
}

/** How long an answer may take. */
export interface Patience {
  /** Milliseconds. */
  limit?: number;
  signal?: AbortSignal;
}

/** A slow computer takes a while to start Python. */
const START_LIMIT = 120_000;
const ORDER_LIMIT = 20_000;

const BASE = ['loader', 'glue', 'wasm', 'library', 'judge'] as const;

/** One Python. */
export class PythonSession {
  /** Such as `3.14.2`. */
  readonly version: string;
  readonly #session: Session;
  #sources: Promise<void> | undefined;

  private constructor(session: Session, version: string) {
    this.#session = session;
    this.version = version;
  }

  /**
   * Downloads what is not here yet, and starts it.
   *
   * @throws {DownloadError}, {SandboxRefusedError} where this browser does not let it start, and
   * the signal's reason when the reader has called it off.
   */
  static async start({ owner, django, signal, hear }: StartOptions): Promise<PythonSession> {
    signal.throwIfAborted();
    const opening = sandboxFor(`python-${owner}`, 'wasm').open(programNamed('python'));
    opening.catch(() => {});
    const close = (): void => void opening.then((session) => session.close()).catch(() => {});
    signal.addEventListener('abort', close);
    try {
      const names = [...BASE, ...(django ? (['django'] as const) : [])];
      const files = await fetchPythonFiles(names, {
        signal,
        hear: (progress) => hear({ kind: 'downloading', ...progress }),
      });
      hear({ kind: 'starting' });
      const session = await opening;
      const { django: zip, ...base } = copied(files);
      const { version } = await session.ask<Orders['boot']['answered']>(
        { verb: 'boot', files: base },
        { limit: START_LIMIT, signal, transfer: Object.values(base) },
      );
      const started = new PythonSession(session, String(version));
      if (zip) await started.#unpack(zip);
      hear({ kind: 'ready', version: started.version });
      return started;
    } catch (error) {
      close();
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener('abort', close);
    }
  }

  /** Whether it has ended. */
  get closed(): boolean {
    return this.#session.closed;
  }

  /**
   * Has something done.
   *
   * @throws {SandboxTimeoutError} past the limit, and Python is ended then; {SandboxClosedError}
   * when it has ended; {SandboxError} with what it raised.
   */
  ask<Verb extends Exclude<keyof Orders, 'boot'>>(
    verb: Verb,
    asked: Orders[Verb]['asked'],
    { limit = ORDER_LIMIT, signal }: Patience = {},
  ): Promise<Orders[Verb]['answered']> {
    const options = { limit, ...(signal && { signal }) };
    return this.#session.ask({ verb, ...asked }, options);
  }

  /** The source of a name of Django's, as Python gives it; the sources are loaded first. */
  async source(name: string): Promise<PythonSource> {
    this.#sources ??= this.#addSources();
    this.#sources.catch(() => (this.#sources = undefined));
    await this.#sources;
    return this.ask('source', { name });
  }

  /** Ends it. */
  close(): void {
    this.#session.close();
  }

  async #addSources(): Promise<void> {
    const { signal } = new AbortController();
    const { sources } = copied(await fetchPythonFiles(['sources'], { signal, hear: () => {} }));
    await this.#unpack(sources);
  }

  async #unpack(zip: ArrayBuffer): Promise<void> {
    const options = { limit: ORDER_LIMIT, transfer: [zip] };
    await this.#session.ask({ verb: 'unpack', zip }, options);
  }
}

/** Copies that can be handed over, since the next start wants the files as well. */
function copied<Files extends Record<string, ArrayBuffer>>(files: Files): Files {
  const entries = Object.entries(files).map(([name, bytes]) => [name, bytes.slice(0)]);
  return Object.fromEntries(entries) as Files;
}
