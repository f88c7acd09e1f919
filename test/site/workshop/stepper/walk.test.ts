import { describe, expect, it } from 'vitest';
import type { Step, Trace } from '../../../../site/workshop/stepper/model.ts';
import { Walk } from '../../../../site/workshop/stepper/walk.ts';
import { placesOf, wayUpTo } from '../../../../site/workshop/stepper/way.ts';
import { sentenceOf } from '../../../../site/workshop/stepper/words.ts';

const NAMES = [
  'django.core.wsgi:get_wsgi_application',
  'wsgiref.handlers:BaseHandler.run',
  'django.core.handlers.wsgi:WSGIHandler.__call__',
  'mysite.views:hello',
  'wsgiref.handlers:BaseHandler.start_response',
  'urllib.parse:quote',
];

const step = (kind: Step['kind'], name: number, depth: number, ring: number, more = {}): Step => ({
  kind,
  name,
  depth,
  ring,
  ...more,
});

/** A server, a handler, a view that is asked and answers, and `start_response` in between. */
const TRACE: Trace = {
  names: NAMES,
  rings: [
    { kind: 'process', label: 'the process' },
    { kind: 'server', label: 'the server' },
    { kind: 'handler', label: 'WSGIHandler' },
    { kind: 'view', label: 'the view' },
  ],
  begins: 2,
  more: 0,
  wire: { head: '', chunks: [] },
  steps: [
    step('enter', 0, 0, 0),
    step('leave', 0, 0, 0),
    step('enter', 1, 0, 1, {
      changed: {
        environ: [
          ['A', '1'],
          ['B', '2'],
        ],
      },
    }),
    step('enter', 2, 1, 2),
    step('enter', 5, 2, 2, { changed: { environ: [['A', null]] } }),
    step('leave', 5, 2, 2, { changed: { environ: [['B', '3']] } }),
    step('enter', 3, 2, 3, { line: 7 }),
    step('raise', 3, 2, 3, { value: 'ValueError: no', events: [{ kind: 'signal', name: 's' }] }),
    step('enter', 4, 2, 1),
    step('leave', 4, 2, 1),
    step('leave', 2, 1, 2),
    step('leave', 1, 0, 1),
  ],
};

describe('a walk along a trace', () => {
  const walk = new Walk(TRACE);

  it('shows the steps of the way, and all of them when asked to', () => {
    expect(walk.shown).toEqual([0, 1, 2, 3, 6, 7, 8, 9, 10, 11]);
    expect(new Walk(TRACE, 'every call').shown).toHaveLength(TRACE.steps.length);
  });

  it('goes on, back, to the ends, to other rings and to an exception', () => {
    expect(walk.start).toBe(2);
    expect(walk.next(3)).toBe(6);
    expect(walk.previous(6)).toBe(3);
    expect(walk.previous(0)).toBeUndefined();
    expect(walk.next(walk.last)).toBeUndefined();
    expect(walk.nextRing(3)).toBe(6);
    expect(walk.previousRing(6)).toBe(3);
    expect(walk.nextException(2)).toBe(7);
    expect(walk.nextException(7)).toBeUndefined();
  });

  it('finds the step that enters a function, and the shown step at a hidden one', () => {
    expect(walk.entering('mysite.views:hello')).toBe(6);
    expect(walk.entering('mysite.views:other')).toBeUndefined();
    expect(walk.nearest(5)).toBe(3);
  });

  it('has each part as it is at a step, and marks what changed since the step before', () => {
    expect(walk.entries('environ', 2)).toEqual([
      { name: 'A', text: '1', isNew: true },
      { name: 'B', text: '2', isNew: true },
    ]);
    expect(walk.entries('environ', 6)).toEqual([
      { name: 'A', text: null, isNew: true },
      { name: 'B', text: '3', isNew: true },
    ]);
    expect(walk.entries('environ', 7)).toEqual([{ name: 'B', text: '3', isNew: false }]);
    expect(walk.changedParts(6)).toEqual(['environ']);
    expect(walk.changedParts(7)).toEqual([]);
  });

  it('has events where they happen', () => {
    expect(walk.events(7)).toEqual([{ kind: 'signal', name: 's' }]);
    expect(walk.events(8)).toEqual([]);
    expect(walk.eventsSoFar(6)).toEqual([]);
    expect(walk.eventsSoFar(11)).toHaveLength(1);
  });

  it('refuses a step that is not there', () => {
    expect(() => walk.step(12)).toThrow('There is no step 12; there are 12.');
  });
});

describe('the way through the rings', () => {
  const places = placesOf(TRACE);

  it('leads in, through the view and out, and notes who is asked from further in', () => {
    expect(places.map(({ side }) => side)).toEqual([
      'in',
      'in',
      'in',
      'in',
      'in',
      'in',
      'in',
      'out',
      'within',
      'within',
      'out',
      'out',
    ]);
  });

  it('is the places from the request on, each once', () => {
    expect(wayUpTo(places, 2, 8)).toEqual([
      { ring: 1, side: 'in' },
      { ring: 2, side: 'in' },
      { ring: 3, side: 'in' },
      { ring: 3, side: 'out' },
      { ring: 1, side: 'within' },
    ]);
  });

  it('is told in words', () => {
    const words = (number: number): string =>
      sentenceOf(TRACE, number, places[number] ?? { ring: 0, side: 'in' });
    expect(words(0)).toBe(
      'get_wsgi_application begins, before any request, as the process wakes up',
    );
    expect(words(7)).toBe('hello raises ValueError: no, in the view');
    expect(words(8)).toBe(
      'BaseHandler.start_response begins, in the server, asked from further in',
    );
    expect(words(11)).toBe('BaseHandler.run ends, in the server, on the way out');
  });
});
