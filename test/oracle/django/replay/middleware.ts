/**
 * Suite django-middleware on the runtime.
 *
 * @module
 */

import { latin1Decode } from '#runtime/codecs';
import { setup } from '#runtime/django';
import { WSGIHandler } from '#runtime/django/core/handlers/wsgi';
import { gotRequestException, requestFinished, requestStarted } from '#runtime/django/core/signals';
import { StringIO } from '#runtime/io';
import { getLogger, Handler, type LogRecord, root } from '#runtime/logging';
import { setStreams } from '#runtime/sys';
import type { Case, Out } from '../../model.ts';
import type { Stack } from '../cases/stacks.ts';
import { Browser } from './browser.ts';
import { type Sent, withOwnPage } from './own-pages.ts';
import { startCase } from './process.ts';
import { note, takeSeen } from './stack-actions.ts';
import { fillLayers } from './stack-layers.ts';
import { fillViews } from './stack-views.ts';
import { encodeError } from './values.ts';

/** Notes what is logged: level, logger, message, status, and the exception's class. */
class LogNotes extends Handler {
  override emit({ levelName, name, message, extra, excInfo }: LogRecord): void {
    const status = String(extra['statusCode'] ?? 'no status');
    note(`${levelName} ${name}: ${message} (${status}, ${excInfo?.name ?? 'no exception'})`);
  }
}

/** What the runtime does with a case of the suite. */
export function replayMiddleware(input: Case): Out {
  const stack = input as unknown as Stack;
  fillViews(stack);
  startCase({
    id: input.id,
    settings: {
      ALLOWED_HOSTS: ['*'],
      DEBUG: stack.debug,
      DEBUG_PROPAGATE_EXCEPTIONS: stack.propagate ?? false,
      MIDDLEWARE: fillLayers(stack.layers),
      ROOT_URLCONF: 'stack_views',
    },
  });
  setStreams({ stderr: new StringIO() });
  setup();
  listen();
  takeSeen();
  try {
    return ask(new WSGIHandler(), stack.path);
  } catch (error) {
    return { start: encodeError(error), events: takeSeen() };
  }
}

function listen(): void {
  root.addHandler(new LogNotes());
  getLogger('django.request').setLevel('DEBUG');
  requestStarted.connect(() => note('signal request_started'), { weak: false });
  requestFinished.connect(() => note('signal request_finished'), { weak: false });
  gotRequestException.connect(() => note('signal got_request_exception'), { weak: false });
}

function ask(handler: WSGIHandler, path: string): Out {
  const out: Out = {};
  const chunks: string[] = [];
  let sent: Sent | null = null;
  try {
    const result = handler.__call__(new Browser().environ({ path }), (status, headers) => {
      note('start_response');
      sent = { status, headers: headers.map(([name, value]) => [name, value]) };
      return () => undefined;
    });
    try {
      for (const chunk of result) {
        note('chunk');
        chunks.push(latin1Decode(chunk));
      }
    } finally {
      note('close');
      result.close?.();
    }
  } catch (error) {
    out['raised'] = encodeError(error);
  }
  if (sent !== null) Object.assign(out, withOwnPage(sent, chunks.join('')));
  return { ...out, events: takeSeen() };
}
