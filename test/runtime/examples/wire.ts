import { BytesIO, StringIO } from '#runtime/io';
import { SimpleHandler } from '#runtime/wsgiref/handlers';
import type { PartialEnviron, WSGIApplication } from '#runtime/wsgiref/types';
import { setupTestingDefaults } from '#runtime/wsgiref/util';

/** One response, its body read as UTF-8, and the last line of the server's log. */
export interface Wire {
  status: string;
  headers: string[];
  body: string;
  logged: string;
}

/** What a server in memory sends for an application. */
export function wireOf(application: WSGIApplication, variables: PartialEnviron = {}): Wire {
  const environ: PartialEnviron = { ...variables };
  setupTestingDefaults(environ);
  const [stdout, stderr] = [new BytesIO(), new StringIO()];
  new SimpleHandler(new BytesIO(), stdout, stderr, environ).run(application);
  const [head = '', body = ''] = new TextDecoder().decode(stdout.getvalue()).split('\r\n\r\n');
  const [statusLine = '', ...headers] = head.split('\r\n');
  const logged = stderr.getvalue().trimEnd().split('\n').at(-1) ?? '';
  return { status: statusLine.replace('HTTP/1.0 ', ''), headers, body, logged };
}
