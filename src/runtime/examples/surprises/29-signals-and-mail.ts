/** Surprise 29: got_request_exception is for uncaught errors alone; mail follows the log instead. @module */

import { ValueError } from '../../builtins.ts';
import { PermissionDenied, SuspiciousOperation } from '../../django/core/exceptions.ts';
import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { clearOutbox, outbox } from '../../django/core/mail.ts';
import { gotRequestException } from '../../django/core/signals.ts';
import { Http404 } from '../../django/http.ts';
import { MultiPartParserError } from '../../django/http/multipartparser.ts';
import { path } from '../../django/urls.ts';
import { Handler, type LogRecord, root } from '../../logging.ts';
import { fail, type Scenes, tell } from './scene.ts';
import { ask } from './server.ts';
import { configure } from './shop.ts';

class Telling extends Handler {
  override emit({ levelName, name }: LogRecord): void {
    tell(`log: ${levelName} of ${name}`);
  }
}

function send(Exception: new (message: string) => Error): void {
  configure({
    urlpatterns: [path('', () => fail(new Exception('on purpose')))],
    ADMINS: [['Ann', 'ann@example.com']],
    EMAIL_BACKEND: 'django.core.mail.backends.locmem.EmailBackend',
  });
  clearOutbox();
  root.addHandler(new Telling());
  gotRequestException.connect(() => tell('signal got_request_exception'), { weak: false });
  tell(`status: ${ask(new WSGIHandler()).status}`);
  tell(`mails to the admins: ${outbox().length}`);
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  ValueError: () => send(ValueError),
  SuspiciousOperation: () => send(SuspiciousOperation),
  'a form that cannot be parsed': () => send(MultiPartParserError),
  PermissionDenied: () => send(PermissionDenied),
  Http404: () => send(Http404),
};
