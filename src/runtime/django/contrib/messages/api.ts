/**
 * What a view says to its visitor.
 *
 * @module
 */

import { Exception } from '../../../builtins.ts';
import { typeName } from '../../../repr.ts';
import type { HttpRequest } from '../../http/request.ts';
import { DEBUG, ERROR, INFO, SUCCESS, WARNING } from './constants.ts';
import { defaultStorage } from './storage.ts';
import type { BaseStorage, Message } from './storage/base.ts';

declare module '../../http/request.ts' {
  interface HttpRequest {
    /** The messages of this request; there are none without the middleware. */
    _messages?: BaseStorage;
  }
}

/** There is nothing that would take a message. @models django.contrib.messages.api:MessageFailure */
export class MessageFailure extends Exception {
  override name = 'MessageFailure';
}

/** What Python's keyword arguments of a message are. */
export interface MessageOptions {
  /** Words for the template. */
  extraTags?: string;
  /** Whether nothing is thrown where nothing would take the message. */
  failSilently?: boolean;
}

/** Adds a message. @throws {MessageFailure} without the middleware. @throws a `TypeError` for what is no request. @models django.contrib.messages.api:add_message */
export function addMessage(
  request: HttpRequest,
  level: number,
  message: unknown,
  { extraTags = '', failSilently = false }: MessageOptions = {},
): void {
  const { _messages: storage } = request;
  if (storage) return storage.add(level, message, extraTags);
  if (!('META' in request)) {
    throw new TypeError(
      `add_message() argument must be an HttpRequest object, not '${typeName(request)}'.`,
    );
  }
  if (failSilently) return;
  throw new MessageFailure(
    'You cannot add messages without installing django.contrib.messages.middleware.MessageMiddleware',
  );
}

/** The messages of a request, which count as seen once they are gone through. @models django.contrib.messages.api:get_messages */
export function getMessages(request: HttpRequest): Iterable<Message> {
  return request._messages ?? [];
}

/** The lightest level that is taken. @models django.contrib.messages.api:get_level */
export function getLevel(request: HttpRequest): number {
  const usual = defaultStorage(request);
  return (request._messages ?? usual).level;
}

/** Takes another lightest level; `null` is that of the site. Tells whether there was anything to set it on. @models django.contrib.messages.api:set_level */
export function setLevel(request: HttpRequest, level: number | null): boolean {
  const { _messages: storage } = request;
  if (!storage) return false;
  storage.level = level;
  return true;
}

type Say = (request: HttpRequest, message: unknown, options?: MessageOptions) => void;

function sayAt(level: number): Say {
  return (request, message, options) => addMessage(request, level, message, options);
}

/** @models django.contrib.messages.api:debug */
export const debug = sayAt(DEBUG);

/** @models django.contrib.messages.api:info */
export const info = sayAt(INFO);

/** @models django.contrib.messages.api:success */
export const success = sayAt(SUCCESS);

/** @models django.contrib.messages.api:warning */
export const warning = sayAt(WARNING);

/** @models django.contrib.messages.api:error */
export const error = sayAt(ERROR);
