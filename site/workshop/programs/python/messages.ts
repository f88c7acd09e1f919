/**
 * What the page and the program `python` say to each other.
 *
 * @module
 */

import type { PythonFence, PythonResult } from '../../../../src/doctest/python/fence.ts';

/** What Python is started from. */
export interface PythonFiles {
  /** The text of `pyodide.mjs`, and of `pyodide.asm.mjs`. */
  loader: ArrayBuffer;
  glue: ArrayBuffer;
  /** `pyodide.asm.wasm`. */
  wasm: ArrayBuffer;
  /** Zips: the standard library, and the driver of doctest. */
  library: ArrayBuffer;
  judge: ArrayBuffer;
}

/** What a request to the demo project says. Text of the body is Latin-1: a unit is a byte. */
export interface SiteRequest {
  method: string;
  /** Unquoted, its bytes as Latin-1. */
  path: string;
  query: string;
  headers: [name: string, value: string][];
  body?: string;
}

/** A call as it was seen: how deep, Python's name, and the class of `self` where that is another. */
export type SeenCall = [depth: number, name: string, self?: string];

/** What a site did with a request. */
export interface SiteAnswer {
  /** Absent where the exception in `raised` left the application. */
  status?: string;
  headers?: [name: string, value: string][];
  /** Bytes as Latin-1. */
  body?: string;
  raised?: string;
  calls: SeenCall[];
  /** Signals and records of the log, in order. */
  events: string[];
}

/** The source of a name as Python's `inspect` gives it. */
export interface PythonSource {
  code: string;
  file: string;
  /** From 1. */
  line: number;
}

/** From the page to the program, by what is to be done; each with the answer that it gets. */
export interface Orders {
  boot: { asked: { files: PythonFiles }; answered: { version: string } };
  /** Unpacks a zip where Python finds what is in it. */
  unpack: { asked: { zip: ArrayBuffer }; answered: null };
  /** Begins a chapter's scene; one of Django is the only one of its process. */
  begin: { asked: { file: string; django: boolean }; answered: null };
  run: { asked: { fence: PythonFence }; answered: PythonResult };
  end: { asked: object; answered: null };
  /** Sets the demo project up. */
  site: { asked: object; answered: { python: string; django: string } };
  ask: { asked: { request: SiteRequest }; answered: SiteAnswer };
  /** Shows the source of `module:qualified.name`. */
  source: { asked: { name: string }; answered: PythonSource };
}

/** One of the messages. */
export type Order = {
  [Verb in keyof Orders]: { verb: Verb } & Orders[Verb]['asked'];
}[keyof Orders];
