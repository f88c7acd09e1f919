/**
 * Warnings, after Python's `warnings`: kept from the reader unless someone asks for them, since
 * Python's default filter hides those meant for the authors of libraries.
 *
 * @module
 */

import { DeprecationWarning, PendingDeprecationWarning, type Warning } from './builtins.ts';

/** A kind of warning. */
export type WarningCategory = new (message: string) => Warning;

const recorders: Warning[][] = [];

/**
 * Warns: whoever records gets it; else a deprecation passes silently and any other goes to the
 * console. @models warnings:warn
 */
export function warn(message: string, category: WarningCategory): void {
  const warning = new category(message);
  const recorder = recorders.at(-1);
  if (recorder !== undefined) recorder.push(warning);
  else if (!isQuiet(warning)) console.warn(String(warning));
}

function isQuiet(warning: Warning): boolean {
  return warning instanceof DeprecationWarning || warning instanceof PendingDeprecationWarning;
}

/** Runs `body` and returns the warnings it gave, in order. @models warnings:catch_warnings */
export function catchWarnings(body: () => void): Warning[] {
  const recorder: Warning[] = [];
  recorders.push(recorder);
  try {
    body();
  } finally {
    recorders.splice(recorders.indexOf(recorder), 1);
  }
  return recorder;
}
