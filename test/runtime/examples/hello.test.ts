import { describe, expect, it } from 'vitest';

import { hello } from '#runtime/examples/hello';
import { validator } from '#runtime/wsgiref/validate';
import { wireOf } from './wire.ts';

describe('the hello example', () => {
  it.each([
    ['', 'Hello World!'],
    ['subject=Ada', 'Hello Ada!'],
    ['subject=', 'Hello World!'],
    ['other=Ada', 'Hello World!'],
    ['subject=Ada&subject=Grace', 'Hello Ada!'],
    ['subject=J%C3%BCrgen', 'Hello Jürgen!'],
    ['subject=%3Cscript%3E%22', 'Hello &lt;script&gt;&quot;!'],
  ])('answers the query %j with %s', (query, heading) => {
    const { status, headers, body } = wireOf(validator(hello), { QUERY_STRING: query });
    expect(status).toBe('200 OK');
    expect(headers).toContain('Content-Type: text/html; charset=utf-8');
    expect(body).toContain(`<h1>${heading}</h1>`);
    expect(body).toContain(`<title>${heading}</title>`);
  });

  it('greets the world where the server gives no query at all', () => {
    expect(wireOf(hello).body).toContain('Hello World!');
  });
});
