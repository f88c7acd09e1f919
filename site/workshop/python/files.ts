/**
 * Downloads what Python is made of, with its progress in bytes, and keeps it for the next start.
 *
 * @module
 */

import { href } from '../../links.ts';
import type { PythonFileName, SiteFile } from '../manifest.ts';
import { readManifest } from '../sandbox/programs.ts';

/** How far a download has come, in bytes. */
export interface Progress {
  loaded: number;
  total: number;
}

/** A file could not be had; the message is a sentence for the reader. */
export class DownloadError extends Error {
  override name = 'DownloadError' as const;
}

/** What a download is told. */
export interface DownloadOptions {
  signal: AbortSignal;
  hear: (progress: Progress) => void;
}

const kept = new Map<string, ArrayBuffer>();

/** The files by name. Those that this page has had already cost nothing. @throws {DownloadError} */
export async function fetchPythonFiles<Name extends PythonFileName>(
  names: readonly Name[],
  { signal, hear }: DownloadOptions,
): Promise<Record<Name, ArrayBuffer>> {
  const { python } = await readManifest();
  const files = names.map((name) => ({ name, file: found(python[name], name) }));
  const missing = files.filter(({ file }) => !kept.has(file.path));
  const total = missing.reduce((sum, { file }) => sum + file.bytes, 0);
  let loaded = 0;
  const add = (bytes: number): void => hear({ loaded: (loaded += bytes), total });
  if (total > 0) add(0);
  const failure = new AbortController();
  const either = AbortSignal.any([signal, failure.signal]);
  try {
    await Promise.all(missing.map(({ file }) => download(file, either, add)));
  } catch (error) {
    failure.abort();
    throw error;
  }
  return Object.fromEntries(files.map(({ name, file }) => [name, kept.get(file.path)])) as Record<
    Name,
    ArrayBuffer
  >;
}

/** Whether this site has a file at all. */
export async function hasPythonFile(name: PythonFileName): Promise<boolean> {
  return (await readManifest()).python[name] !== undefined;
}

function found(file: SiteFile | undefined, name: string): SiteFile {
  if (!file) throw new DownloadError(`This site was built without ${name}.`);
  return file;
}

/** The name changes with what is in a file, so what the browser has kept is never stale. */
async function download(
  { path, bytes }: SiteFile,
  signal: AbortSignal,
  add: (bytes: number) => void,
): Promise<void> {
  try {
    const response = await fetch(href(path), { signal, cache: 'force-cache' });
    if (!response.ok || !response.body)
      throw new DownloadError(`${path} could not be loaded (${response.status}).`);
    const whole = new Uint8Array(bytes);
    let at = 0;
    const reader = response.body.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const { value } = next;
      if (at + value.length > bytes)
        throw new DownloadError(`${path} is longer than it should be.`);
      whole.set(value, at);
      at += value.length;
      add(value.length);
    }
    if (at < bytes) throw new DownloadError(`${path} came ${bytes - at} bytes short.`);
    kept.set(path, whole.buffer);
  } catch (error) {
    if (error instanceof DownloadError || signal.aborted) throw error;
    throw new DownloadError('The connection was lost while Python was loading.', { cause: error });
  }
}
