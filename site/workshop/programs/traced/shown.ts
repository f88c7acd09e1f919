/**
 * Values as Python would show them, bounded, and without waking what has not been looked at yet.
 *
 * @module
 */

import { latin1Decode } from '#runtime/codecs';
import { HttpRequest } from '#runtime/django/http/request';
import { HttpResponseBase } from '#runtime/django/http/response-base';
import { ResolverMatch } from '#runtime/django/urls/resolver-match';
import { isUnevaluated } from '#runtime/django/utils/functional';
import { repr } from '#runtime/repr';

const LONGEST = 160;
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** A value in at most {@link LONGEST} characters. */
export function shown(value: unknown): string {
  if (isUnevaluated(value)) return '<SimpleLazyObject, not looked at yet>';
  try {
    return shortened(hasOwnText(value) ? String(value) : repr(value));
  } catch (error) {
    return `<cannot be shown: ${(error as Error).name}>`;
  }
}

/** An error by its class and its message. */
export function shownError(error: unknown): string {
  if (!(error instanceof Error)) return shown(error);
  return shortened(error.message === '' ? error.name : `${error.name}: ${error.message}`);
}

/** Bytes of a body as text. */
export function shownBytes(bytes: Uint8Array): string {
  try {
    return shortened(repr(UTF_8.decode(bytes)));
  } catch {
    return shortened(repr(latin1Decode(bytes)));
  }
}

function hasOwnText(value: unknown): boolean {
  return (
    value instanceof HttpRequest ||
    value instanceof HttpResponseBase ||
    value instanceof ResolverMatch
  );
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
