import { describe, expect, it } from 'vitest';

import { latin1Decode } from '#runtime/codecs';
import { BytesIO, StringIO } from '#runtime/io';
import { environ as osEnviron } from '#runtime/os';
import { startProcess } from '#runtime/process';
import { CGIHandler, IISCGIHandler } from '#runtime/wsgiref/handlers';
import type { Environ } from '#runtime/wsgiref/types';
import { bytes } from './wire.ts';

const VARIABLES = { REQUEST_METHOD: 'GET', SERVER_PROTOCOL: 'HTTP/1.1', HTTP_X: 'é', LANG: 'é' };

const streams = () => ({
  stdin: new BytesIO(bytes('body')),
  stdout: new BytesIO(),
  stderr: new StringIO(),
});

const environOf = (made: typeof CGIHandler | typeof IISCGIHandler, variables: object): Environ => {
  const seen: Environ[] = [];
  new made(streams(), { variables: { ...VARIABLES, ...variables } }).run(
    (environ, startResponse) => {
      seen.push({ ...environ });
      startResponse('200 OK', []);
      return [];
    },
  );
  return seen[0] as Environ;
};

describe.each([CGIHandler, IISCGIHandler])('%o', (made) => {
  it('answers one request in a process of its own', () => {
    const environ = environOf(made, {});
    expect(environ).toMatchObject({
      'wsgi.run_once': true,
      'wsgi.multithread': false,
      'wsgi.multiprocess': true,
    });
  });

  it('turns what came from the request into native strings, and leaves the rest', () => {
    expect(environOf(made, {})).toMatchObject({ HTTP_X: 'Ã©', LANG: 'é' });
  });

  it('writes a Status line, no status line of HTTP', () => {
    const { stdout, ...rest } = streams();
    const handler = new made({ stdout, ...rest }, { variables: VARIABLES, clock: () => 0 });
    handler.run((_, startResponse) => {
      startResponse('200 OK', []);
      return [bytes('a')];
    });
    expect(latin1Decode(stdout.getvalue())).toBe('Status: 200 OK\r\nContent-Length: 1\r\n\r\na');
  });

  it('knows the variables of the process, and none of an earlier request', () => {
    startProcess();
    osEnviron()['HTTP_X'] = 'of the process';
    const handler = new made(streams());
    Reflect.deleteProperty(osEnviron(), 'HTTP_X');
    expect(handler.baseEnv.HTTP_X).toBe('of the process');
    expect(handler.osEnviron).toEqual({});
    startProcess();
  });
});

describe('IISCGIHandler', () => {
  it.each([
    ['/app/a', '/app', '/a'],
    ['/app', '/app', ''],
    ['/apple', '/app', '/apple'],
    ['/a', '', '/a'],
    ['', '', ''],
    ['/a', '/app', '/a'],
  ])('makes of the path %j and the script %j the path %j', (PATH_INFO, SCRIPT_NAME, path) => {
    expect(environOf(IISCGIHandler, { PATH_INFO, SCRIPT_NAME }).PATH_INFO).toBe(path);
    expect(environOf(CGIHandler, { PATH_INFO, SCRIPT_NAME }).PATH_INFO).toBe(PATH_INFO);
  });

  it('puts an empty path where there is neither path nor script', () => {
    expect(environOf(IISCGIHandler, {}).PATH_INFO).toBe('');
    expect(environOf(CGIHandler, {})).not.toHaveProperty('PATH_INFO');
  });
});
