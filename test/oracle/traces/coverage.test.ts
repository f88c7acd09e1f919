import { describe, expect, it } from 'vitest';
import { readRecording, recordingPath } from '../files.ts';
import type { Recording } from '../model.ts';
import { coverageOf, describeCoverage } from './coverage.ts';

const HELD = 'django.urls.base:set_urlconf';
const LEFT = 'django.urls.resolvers:ResolverMatch.__getitem__';
const INVENTED = 'django.http.request:nothing_of_the_kind';

/** A recording of one request with these calls. */
function recordingOf(calls: [depth: number, name: string][]): Recording {
  const out = { start: [], requests: [{ status: '200 OK', calls }] };
  return { format: 1, suite: 'django-trace', python: '3.11.7', cases: [{ in: { id: 'a' }, out }] };
}

const recording = (...names: string[]) => recordingOf(names.map((name) => [0, name]));

/** Each of the calls inside the one before it. */
const nested = (...names: string[]) => recordingOf(names.map((name, depth) => [depth, name]));

describe('the coverage of traces', () => {
  it('counts each function of the request path once, and names those that no comparison holds', () => {
    const coverage = coverageOf(recording(HELD, HELD, LEFT, INVENTED, 'django.utils.cache:other'));
    expect(coverage).toEqual({ entered: 3, missing: [INVENTED, LEFT] });
    expect(describeCoverage(coverage)).toBe(
      `  1 of 3 functions of Django's request path (33.3 %) are in compared traces; not: ${INVENTED}, ${LEFT}`,
    );
  });

  it('does not count what is inside a function that is closed', () => {
    const closed = 'django.views.debug:technical_500_response';
    expect(coverageOf(recording(closed, HELD)).missing).toEqual([]);
    expect(coverageOf(nested(closed, HELD))).toEqual({ entered: 1, missing: [HELD] });
  });

  it('is at least 85 % of what the recorded scenarios enter', () => {
    const { entered, missing } = coverageOf(readRecording(recordingPath('django-trace')));
    expect(entered).toBeGreaterThan(200);
    expect((entered - missing.length) / entered).toBeGreaterThanOrEqual(0.85);
  });
});
