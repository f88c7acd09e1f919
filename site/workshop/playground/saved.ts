/**
 * A kept project as text, and back. What lies in a browser's storage may be anything.
 *
 * @module
 */

import type { Cookie } from './cookie-jar.ts';
import { EMPTY, type Draft } from './draft.ts';
import { faultOfPath, LIMITS, type ProjectFiles } from './project.ts';
import type { Saved } from './store.ts';

/** Raised when the form changes; a text of another version is not read. */
const VERSION = 1;

/** A kept project as JSON. */
export function writeSaved(saved: Saved): string {
  return JSON.stringify({ version: VERSION, ...saved });
}

/** Reads a kept project; undefined where the text is none. */
export function readSaved(text: string): Saved | undefined {
  const value = parse(text);
  if (!isRecord(value) || value['version'] !== VERSION || !isRecord(value['project']))
    return undefined;
  const { name, files: listed } = value['project'];
  const files = readFiles(listed);
  if (typeof name !== 'string' || !files) return undefined;
  const { touched, draft, cookies } = value;
  return {
    project: { name, files },
    touched: touched !== false,
    draft: readDraft(draft),
    cookies: readCookies(cookies),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readFiles(value: unknown): ProjectFiles | undefined {
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value);
  const isWhole = entries.every(
    ([path, text]) => typeof text === 'string' && faultOfPath(path) === undefined,
  );
  return isWhole && entries.length <= LIMITS.files ? (value as ProjectFiles) : undefined;
}

function readDraft(value: unknown): Draft {
  if (!isRecord(value)) return EMPTY;
  const word = (name: keyof Draft): string => {
    const given = value[name];
    return typeof given === 'string' ? given : EMPTY[name];
  };
  return {
    method: word('method'),
    path: word('path'),
    headers: word('headers'),
    body: word('body'),
  };
}

function readCookies(value: unknown): Cookie[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).flatMap((one) => {
    const { name, value: content, path, expires, httpOnly, sameSite } = one;
    if (typeof name !== 'string' || typeof content !== 'string' || typeof path !== 'string')
      return [];
    const isEnding = expires === null || typeof expires === 'number';
    if (!isEnding || typeof httpOnly !== 'boolean' || typeof sameSite !== 'string') return [];
    return [{ name, value: content, path, expires, httpOnly, sameSite }];
  });
}
