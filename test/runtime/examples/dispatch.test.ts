import { describe, expect, it } from 'vitest';

import { application, capturesOf, dispatch } from '#runtime/examples/dispatch';
import type { WSGIApplication } from '#runtime/wsgiref/types';
import { validator } from '#runtime/wsgiref/validate';
import { wireOf } from './wire.ts';

const at = (path: string) =>
  wireOf(validator(application), { SCRIPT_NAME: '', PATH_INFO: path, QUERY_STRING: '' });

const tells = (name: string): WSGIApplication =>
  function (environ, startResponse) {
    startResponse('200 OK', [['Content-Type', 'text/plain']]);
    return [new TextEncoder().encode(`${name} ${capturesOf(environ).join()}`)];
  };

describe('the dispatch example', () => {
  it.each([
    ['/hello', 'Hello World!'],
    ['/hello/', 'Hello World!'],
    ['/hello/Ada', 'Hello Ada!'],
    ['//hello/Ada', 'Hello Ada!'],
    ['/hello/Ada/Lovelace', 'Hello Ada/Lovelace!'],
    ['/hello/JosÃ©', 'Hello José!'],
    ['/hello/\xff', 'Hello \ufffd!'],
    ['/hello/<b>', 'Hello &lt;b&gt;!'],
  ])('greets at %s', (path, heading) => {
    const { status, body } = at(path);
    expect([status, /<h1>(.*)<\/h1>/.exec(body)?.[1]]).toEqual(['200 OK', heading]);
  });

  it.each(['/nowhere', '/Othello', '/say/hello/', '/hello/\n'])('answers 404 at %j', (path) => {
    expect(at(path)).toMatchObject({ status: '404 Not Found', body: 'Not Found' });
  });

  it('lists links at its root that lead to its pages, wherever it is mounted', () => {
    const links = [...at('/').body.matchAll(/href="([^"]+)"/g)].map(([, link]) => link);
    expect(links).toEqual(['hello/', 'hello/Ada']);
    expect(at('').status).toBe('200 OK');
  });
});

describe('dispatch', () => {
  const routes = dispatch([
    [/^(a)(b)$/, tells('first')],
    [/^ab$/, tells('second')],
    [/^c$/, tells('third')],
  ]);
  const bodyAt = (path: string) => wireOf(routes, { SCRIPT_NAME: '', PATH_INFO: path }).body;

  it('takes the first route that fits and leaves its captures in environ', () => {
    expect(bodyAt('/ab')).toBe('first a,b');
    expect(bodyAt('/c')).toBe('third ');
  });

  it('leaves environ alone where no route fits', () => {
    let keys: string[] = [];
    wireOf(
      (environ, startResponse) => {
        const result = routes(environ, startResponse);
        keys = Object.keys(environ);
        return result;
      },
      { SCRIPT_NAME: '', PATH_INFO: '/x' },
    );
    expect(keys).not.toContain('example.captures');
  });
});
