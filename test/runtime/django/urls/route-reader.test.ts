import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RoutePiece, RouteReader } from '#runtime/django/urls/route-reader';
import { compile, escape } from '#runtime/re';

const CLASSES = ['[0-9]+', '[^/]+', '[-a-zA-Z0-9_]+', '.+', '[0-9a-f]{4}'];

function expressionOf(pieces: readonly RoutePiece[], isEndpoint: boolean): string {
  const spelt = pieces.map((piece) =>
    typeof piece === 'string' ? escape(piece) : `(?P<${piece.parameter}>${piece.regex})`,
  );
  return `^${spelt.join('')}${isEndpoint ? '\\Z' : ''}`;
}

const text = fc.stringMatching(/^[a1/.\n\u00e9-]{1,4}$/);
const piece = fc.oneof(
  text,
  fc.constantFrom(...CLASSES).map((regex) => ({ regex })),
);
const route = fc
  .array(piece, { maxLength: 5 })
  .map((pieces) =>
    pieces.map((one, at): RoutePiece =>
      typeof one === 'string' ? one : { parameter: `p${at}`, regex: one.regex },
    ),
  );
const path = fc.stringMatching(/^[a1/.\n\u00e9_-]{0,12}$/);

describe('a route that is read forward', () => {
  it('finds what its expression would find, or is left to it', () => {
    let read = 0;
    fc.assert(
      fc.property(route, fc.boolean(), path, (pieces, isEndpoint, asked) => {
        const reader = RouteReader.for(pieces, isEndpoint);
        if (reader === null) return;
        read += 1;
        const reading = reader.read(asked);
        const match = compile(expressionOf(pieces, isEndpoint)).search(asked);
        const found = reading && {
          end: reading.end,
          named: Object.fromEntries(reading.names.map((name, at) => [name, reading.texts[at]])),
        };
        expect(found).toEqual(match && { end: match.end, named: match.groupdict });
      }),
      { numRuns: 2000, seed: 1 },
    );
    expect(read).toBeGreaterThan(500);
  });

  it('is no route in which what follows a parameter could belong to it, or two have one name', () => {
    const number = { parameter: 'n', regex: '[0-9]+' };
    expect(RouteReader.for([number, '1/'], true)).toBeNull();
    expect(RouteReader.for([number, { parameter: 'm', regex: '[^/]+' }], true)).toBeNull();
    expect(RouteReader.for([number, '/', number], true)).toBeNull();
    expect(RouteReader.for([number, '/'], true)?.read('12/')).toEqual({
      end: 3,
      names: ['n'],
      texts: ['12'],
    });
  });
});
