/**
 * What the views and the layers of a stack can do, and the list of what happened meanwhile;
 * `python/stack_actions.py` is the same for Python.
 *
 * @module
 */

import { KeyboardInterrupt, RuntimeError, SystemExit, ValueError } from '#runtime/builtins';
import {
  DisallowedHost,
  ImproperlyConfigured,
  MiddlewareNotUsed,
  PermissionDenied,
  SuspiciousOperation,
  TooManyFieldsSent,
} from '#runtime/django/core/exceptions';
import { Http404, HttpResponse, StreamingHttpResponse } from '#runtime/django/http';
import { MultiPartParserError } from '#runtime/django/http/multipartparser';
import { SimpleTemplateResponse } from '#runtime/django/template/response';
import type { Action } from '../cases/stacks.ts';
import { known } from '../../unknown-word-error.ts';

let seen: string[] = [];

/** Writes down that something happened. */
export function note(text: string): void {
  seen.push(text);
}

/** What happened since it was asked last. */
export function takeSeen(): string[] {
  const taken = seen;
  seen = [];
  return taken;
}

const ERRORS: Readonly<Record<string, new (message: string) => Error>> = {
  ValueError,
  RuntimeError,
  Http404,
  PermissionDenied,
  SuspiciousOperation,
  DisallowedHost,
  TooManyFieldsSent,
  MultiPartParserError,
  MiddlewareNotUsed,
  ImproperlyConfigured,
  SystemExit,
  KeyboardInterrupt,
};

function fail(name: string, message = 'on purpose'): never {
  throw new (known(ERRORS, 'exception', name))(message);
}

/** A template that notes when it is rendered, and throws where the case says so. */
function template(error: string | undefined) {
  return {
    render(): string {
      note('render');
      return error === undefined ? 'rendered' : fail(error);
    },
  };
}

/** A body of two pieces, the second of which may fail. */
function* pieces(error: string | undefined): Generator<string> {
  note('first piece');
  yield 'one ';
  note('second piece');
  yield error === undefined ? 'two' : fail(error);
}

type Doing = (...given: unknown[]) => unknown;

const ACTIONS = {
  answer: (status: number) => new HttpResponse('answer', { status }),
  template: (error?: string) => new SimpleTemplateResponse(template(error)),
  stream: (error?: string) => new StreamingHttpResponse(pieces(error)),
  value: (value: unknown) => value,
  raise: fail,
};

/** Does what a case says, if it says anything. */
export function act(action: Action | null | undefined): unknown {
  if (!action) return null;
  const [kind, ...given] = action;
  return known(ACTIONS as Record<string, Doing>, 'action', kind)(...given);
}
