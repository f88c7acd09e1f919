import { loadPyodide } from 'pyodide';
import { describe, expect, it } from 'vitest';

import { isException } from '#runtime/builtins';
import { BytesIO, StringIO } from '#runtime/io';
import { catchWarnings } from '#runtime/warnings';
import type { Environ, PartialEnviron, StartResponse } from '#runtime/wsgiref/types';
import { setupTestingDefaults } from '#runtime/wsgiref/util';

const PRELUDE = `
import io, json, re, sys, traceback, warnings
from wsgiref import validate
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import *
from wsgiref.validate import (ErrorWrapper, InputWrapper, IteratorWrapper, PartialIteratorWrapper,
                              WriteWrapper)

def environ(changes={}, without=()):
    made = {'QUERY_STRING': ''}
    setup_testing_defaults(made)
    made.update(changes)
    for key in without:
        del made[key]
    return made

def server(status, headers, exc_info=None):
    return lambda data: None

def call(*args, **kwargs):
    def app(environ, start_response):
        start_response(*args, **kwargs)
        return []
    validator(app)(environ(), server).close()

def outcome(code):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        try:
            exec(code, dict(globals()))
            ended = []
        except BaseException as error:
            ended = [traceback.format_exception_only(error)[-1].strip()]
    lines = [f'{warning.category.__name__}: {warning.message}' for warning in seen] + ended
    return [re.sub(r'_io\\.(\\w+ object) at 0x[0-9a-f]+', r'\\1', line) for line in lines]
`;

/** Something to validate, in both languages, and what comes of it: warnings, then an error. */
export interface ValidationCase {
  /** A sentence's end: "… refuses a Map". */
  title: string;
  ours: () => unknown;
  python: string;
  outcome: string[];
}

/** A server that takes whatever it is given. */
export const server: StartResponse = () => () => {};

/** A whole environ with changes. */
export function environ(changes: object = {}, without: readonly string[] = []): Environ {
  const made: PartialEnviron = {
    QUERY_STRING: '',
    'wsgi.input': new BytesIO(),
    'wsgi.errors': new StringIO(),
  };
  setupTestingDefaults(made);
  Object.assign(made, changes);
  for (const key of without) Reflect.deleteProperty(made, key);
  return made;
}

/** The warnings that some code gives, then its error, each as Python prints it. */
export function outcomeOf(code: () => unknown): string[] {
  const ended: string[] = [];
  const warned = catchWarnings(() => {
    try {
      code();
    } catch (error) {
      if (!isException(error)) throw error;
      ended.push(error.message === '' ? error.name : String(error));
    }
  });
  return [...warned.map(String), ...ended];
}

let started: ReturnType<typeof loadPyodide> | undefined;

async function outcomesInCPython(codes: readonly string[]): Promise<string[][]> {
  started ??= loadPyodide({ stderr: () => {} });
  const python = await started;
  python.runPython(PRELUDE);
  python.globals.set('codes', JSON.stringify(codes));
  const outcomes = python.runPython('json.dumps([outcome(code) for code in json.loads(codes)])');
  return JSON.parse(String(outcomes)) as string[][];
}

/** Tests that every case comes out as it says, here and in CPython 3.14. */
export function describeCases(subject: string, cases: readonly ValidationCase[]): void {
  describe(subject, () => {
    it.each(cases)('$title', ({ ours, outcome }) => {
      expect(outcomeOf(ours)).toEqual(outcome);
    });

    it('comes out the same in CPython 3.14, case by case', async () => {
      const outcomes = await outcomesInCPython(cases.map(({ python }) => python));
      const told = cases.map(({ title, outcome }) => ({ title, outcome }));
      expect(outcomes.map((outcome, index) => ({ title: cases[index]?.title, outcome }))).toEqual(
        told,
      );
    }, 60_000);
  });
}
