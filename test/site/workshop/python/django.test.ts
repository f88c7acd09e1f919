import { beforeAll, describe, expect, it } from 'vitest';
import type { Interpreter } from '../../../../site/workshop/programs/python/interpreter.ts';
import type { SiteRequest } from '../../../../site/workshop/programs/python/messages.ts';
import { readRecording, recordingPath } from '../../../oracle/files.ts';
import type { Case } from '../../../oracle/model.ts';
import { readWheels, startPython } from './start-python.ts';

const wheels = readWheels();

/** One of the recorded requests, as a page sends it. */
function requestOf({ method, path, query, headers, body }: Record<string, unknown>): SiteRequest {
  return {
    method: (method as string | undefined) ?? 'GET',
    path: path as string,
    query: (query as string | undefined) ?? '',
    headers: (headers as [string, string][] | undefined) ?? [],
    ...(body !== undefined && { body: body as string }),
  };
}

/** Cases of one request on the project as it stands, which any server could send. */
const isPlain = ({ settings, atomic, bytes, requests }: Case): boolean =>
  settings === undefined &&
  atomic === undefined &&
  bytes === undefined &&
  (requests as Record<string, unknown>[]).length === 1 &&
  (requests as Record<string, unknown>[]).every((one) => one['wrapper'] === undefined);

describe.skipIf(!wheels)('real Django in a page', () => {
  let python: Interpreter;

  beforeAll(async () => {
    python = await startPython(wheels, { django: true });
  });

  it('is Django 2.2.28', () => {
    expect(python.openSite()).toEqual({ python: '3.14.2', django: '2.2.28' });
  });

  it('makes the very calls that it made on CPython 3.11, for every recorded request', () => {
    const recorded = readRecording(recordingPath('django-trace')).cases.filter((one) =>
      isPlain(one.in),
    );
    expect(recorded.length).toBeGreaterThan(60);
    for (const { in: asked, out } of recorded) {
      const [request = {}] = asked['requests'] as Record<string, unknown>[];
      const [wanted] = out['requests'] as Record<string, unknown>[];
      const { status, calls } = python.ask(requestOf(request));
      expect({ id: asked.id, status, calls }).toEqual({
        id: asked.id,
        status: wanted?.['status'],
        calls: wanted?.['calls'],
      });
    }
  });

  it('answers the request of the book, from the database as it is at first', () => {
    const asked: SiteRequest = { method: 'GET', path: '/notes/1/', query: 'page=2', headers: [] };
    const answer = python.ask(asked);
    expect(answer).toMatchObject({ status: '200 OK', body: 'first' });
    expect(python.ask(asked)).toEqual(answer);
  });

  it('says what leaves the application', () => {
    const asked: SiteRequest = { method: 'GET', path: '/errors/leave/', query: '', headers: [] };
    const { status, raised } = python.ask(asked);
    expect(status).toBeUndefined();
    expect(raised).toMatch(/^SystemExit: /);
  });

  it('shows the source of a function once the sources are there', () => {
    const name = 'django.core.handlers.base:BaseHandler.get_response';
    expect(() => python.source(name)).toThrow('could not get source code');
    if (wheels) python.unpack(wheels.sources);
    expect(python.source(name)).toMatchObject({
      file: 'django/core/handlers/base.py',
      line: 71,
      code: expect.stringMatching(/^def get_response\(self, request\):\n/),
    });
  });
});
