/**
 * Which files are worth watching: those that were imported, and those that could not be.
 *
 * @module
 */

import { isException } from '../../../builtins.ts';
import { files } from '../../../files.ts';
import { importedFiles } from '../../../importlib.ts';
import { PerProcess } from '../../../process.ts';
import { filenameOf } from './error-file.ts';

interface State {
  errorFiles: Set<string>;
  exception: Error | null;
  /** What else was imported, beside the modules of `importlib`. */
  moduleFiles: (() => Iterable<string>)[];
}

const state = new PerProcess<State>(() => ({
  errorFiles: new Set(),
  exception: null,
  moduleFiles: [],
}));

/** A function that remembers what it failed with, and in which file. @models django.utils.autoreload:check_errors */
export function checkErrors<Given extends unknown[], Result>(
  fn: (...given: Given) => Result,
): (...given: Given) => Result {
  return (...given) => {
    try {
      const result = fn(...given);
      if (result instanceof Promise) result.catch(remember);
      return result;
    } catch (error) {
      remember(error);
      throw error;
    }
  };
}

/** Throws what was remembered. @models django.utils.autoreload:raise_last_exception */
export function raiseLastException(): void {
  if (state.value.exception) throw state.value.exception;
}

/** Has files be watched that were imported by other means than `importlib`. */
export function watchModuleFiles(list: () => Iterable<string>): void {
  state.value.moduleFiles.push(list);
}

/** The paths of all files that were imported, or could not be; those that exist, each once. @models django.utils.autoreload:iter_all_python_module_files */
export function moduleFiles(): Set<string> {
  const { errorFiles, moduleFiles: others } = state.value;
  const paths = [...importedFiles(), ...others.flatMap((list) => [...list()]), ...errorFiles];
  return new Set(paths.filter((path) => files().status(path) !== null));
}

function remember(error: unknown): void {
  if (!isException(error)) return;
  state.value.exception = error;
  const filename = filenameOf(error);
  if (filename !== null) state.value.errorFiles.add(filename);
}
