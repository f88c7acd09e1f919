/**
 * A surprise is played in scenes, each of which begins in a new process and tells what happens,
 * line by line.
 *
 * @module
 */

import { isException } from '../../builtins.ts';
import { StringIO } from '../../io.ts';
import { startProcess } from '../../process.ts';
import { repr } from '../../repr.ts';
import { setStreams } from '../../sys.ts';

/** The scenes of a surprise by title, in order. */
export type Scenes = Readonly<Record<string, () => void | Promise<void>>>;

let told: string[] = [];
let place = '';

/** Says what happens, one line at a time. */
export function tell(line: string): void {
  told.push(line);
}

/** A folder for the scene's files; it goes when the scene is over. */
export function folder(): string {
  return place;
}

/** Plays a scene, with a folder for its files; gives what it told. @throws what the scene throws, which none means to. */
export async function play(scene: () => void | Promise<void>, files = ''): Promise<string[]> {
  startProcess();
  setStreams({ stdout: new StringIO(), stderr: new StringIO() });
  told = [];
  place = files;
  await scene();
  return told;
}

/** Throws what it is given. */
export function fail(error: Error): never {
  throw error;
}

/** An exception by its class and its message. */
export function named(error: Error): string {
  return `${error.name}: ${error.message}`;
}

/** What an action throws, or that it throws nothing. */
export function attempt(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (isException(error)) return named(error);
    throw error;
  }
  return 'no error';
}

/** Text in quotes, what is no ASCII as an escape. @models builtins:ascii */
export function ascii(text: string): string {
  return repr(text).replaceAll(/[^\0-\x7f]/g, (character) => {
    const hex = character.charCodeAt(0).toString(16);
    return hex.length > 2 ? `\\u${hex.padStart(4, '0')}` : `\\x${hex}`;
  });
}
