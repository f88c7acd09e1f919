/**
 * TypeScript without its types, as Node runs it: each character that stays keeps its place.
 *
 * @module
 */

import { stripTypeScriptTypes } from 'node:module';

/** A module as Node takes it: JavaScript, or TypeScript that only Node itself can refuse. */
export interface NodeSource {
  format: 'module' | 'module-typescript';
  code: string;
}

let isAnnounced = false;

/** Takes the types away. Code that does not allow it stays as it is: who loads it hears why. */
export function stripTypes(code: string): NodeSource {
  try {
    return { format: 'module', code: isAnnounced ? stripTypeScriptTypes(code) : stripFirst(code) };
  } catch {
    return { format: 'module-typescript', code };
  }
}

/** Node says once that stripping is experimental, which is no news to whoever reads a report. */
function stripFirst(code: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(code);
  } finally {
    process.emitWarning = emitWarning;
    isAnnounced = true;
  }
}
