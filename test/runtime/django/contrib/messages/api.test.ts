import { beforeEach, describe, expect, test } from 'vitest';
import { ValueError } from '#runtime/builtins';
import { freshSettings, type Settings } from '#runtime/django/conf';
import * as messages from '#runtime/django/contrib/messages';
import { messages as contextProcessor } from '#runtime/django/contrib/messages/context-processors';
import { MessageMiddleware } from '#runtime/django/contrib/messages/middleware';
import { CookieStorage } from '#runtime/django/contrib/messages/storage/cookie';
import { FallbackStorage } from '#runtime/django/contrib/messages/storage/fallback';
import { type HttpRequest, HttpResponse } from '#runtime/django/http';
import { overrideSettings } from '#runtime/django/test/utils';
import { cookiesOf } from '../../shown.ts';
import { TAKEN_AWAY, visit } from './visit.ts';

const DONE = String.raw`messages="ba6dd50b1895a51a89ed620827e7c0cbb9fca3e9$[[\"__json_message\"\0540\05425\054\"done\"]]"`;

beforeEach(() => {
  freshSettings({ SECRET_KEY: 'secret' });
});

describe('a view', () => {
  test('can speak at five levels', () => {
    const request = visit();
    request._messages = new FallbackStorage(request);
    messages.debug(request, 'd');
    messages.info(request, 'i');
    messages.success(request, 's', { extraTags: 't' });
    messages.warning(request, 'w');
    messages.error(request, 'e');
    const said = Array.from(messages.getMessages(request), (one) => [
      one.level,
      `${one}`,
      one.tags,
    ]);
    expect(said).toEqual([
      [20, 'i', 'info'],
      [25, 's', 't success'],
      [30, 'w', 'warning'],
      [40, 'e', 'error'],
    ]);
    expect([messages.setLevel(request, messages.ERROR), messages.getLevel(request)]).toEqual([
      true,
      40,
    ]);
  });

  test('without the middleware fails, or is silent where it wants to be', () => {
    const request = visit();
    expect(() => messages.info(request, 'x')).toThrow(messages.MessageFailure);
    expect(() => messages.info(request, 'x')).toThrow(
      'You cannot add messages without installing django.contrib.messages.middleware.MessageMiddleware',
    );
    expect(() => messages.info(request, 'x', { failSilently: true })).not.toThrow();
    expect([...messages.getMessages(request)]).toEqual([]);
    expect([messages.getLevel(request), messages.setLevel(request, 10)]).toEqual([20, false]);
  });

  test('has to speak of a request', () => {
    expect(() => messages.addMessage({} as HttpRequest, 20, 'x')).toThrow(
      "add_message() argument must be an HttpRequest object, not 'dict'.",
    );
  });

  test('hands its messages to templates', () => {
    const request = visit();
    request._messages = new FallbackStorage(request);
    const context = contextProcessor(request);
    expect(context.messages).toBe(request._messages);
    expect(context.DEFAULT_MESSAGE_LEVELS).toEqual({
      DEBUG: 10,
      INFO: 20,
      SUCCESS: 25,
      WARNING: 30,
      ERROR: 40,
    });
  });
});

describe('the middleware', () => {
  const answer = (view: (request: HttpRequest) => HttpResponse, cookie?: string) =>
    cookiesOf(new MessageMiddleware(view).__call__(visit(cookie)));
  const speaks = (request: HttpRequest) => {
    messages.success(request, 'done');
    return new HttpResponse('v');
  };
  const shows = (request: HttpRequest) =>
    new HttpResponse(Array.from(messages.getMessages(request), String));

  test('stores what a view says, and takes away what it shows', () => {
    expect(answer(speaks)).toEqual([`${DONE}; HttpOnly; Path=/; SameSite=Lax`]);
    expect(answer(() => new HttpResponse('v'))).toEqual([]);
    const cookie = 'ba6dd50b1895a51a89ed620827e7c0cbb9fca3e9$[["__json_message",0,25,"done"]]';
    expect(answer(shows, cookie)).toEqual([TAKEN_AWAY]);
  });

  test('sends a cookie like that of the session', () => {
    const settings = {
      SESSION_COOKIE_DOMAIN: '.d',
      SESSION_COOKIE_SECURE: true,
      SESSION_COOKIE_HTTPONLY: false,
      SESSION_COOKIE_SAMESITE: 'Strict',
    };
    overrideSettings(settings, () => {
      expect(answer(speaks)).toEqual([`${DONE}; Domain=.d; Path=/; SameSite=Strict; Secure`]);
    });
  });

  test('complains about what it cannot store where DEBUG is on', () => {
    const settings: Partial<Settings> = { MESSAGE_STORAGE: CookieStorage, DEBUG: true };
    const huge = (request: HttpRequest) => {
      messages.info(request, 'x'.repeat(3000));
      return new HttpResponse('v');
    };
    overrideSettings(settings, () => {
      expect(() => answer(huge)).toThrow(ValueError);
      expect(() => answer(huge)).toThrow('Not all temporary messages could be stored.');
    });
    overrideSettings({ MESSAGE_STORAGE: CookieStorage }, () => {
      expect(() => answer(huge)).not.toThrow();
    });
  });
});
