import { describe, expect, it } from 'vitest';
import { readRecording, recordingPath } from '../files.ts';
import type { Recording } from '../model.ts';
import { coverageOf, describeCoverage } from './coverage.ts';

const HELD = 'django.urls.base:set_urlconf';
const LEFT = 'django.urls.resolvers:ResolverMatch.__getitem__';
const INVENTED = 'django.http.request:nothing_of_the_kind';

function recording(...names: string[]): Recording {
  const calls = names.map((name) => [0, name]);
  const out = { start: [], requests: [{ status: '200 OK', calls }] };
  return { format: 1, suite: 'django-trace', python: '3.11.7', cases: [{ in: { id: 'a' }, out }] };
}

describe('the coverage of traces', () => {
  it('counts each function of the request path once, and names those that no comparison holds', () => {
    const coverage = coverageOf(recording(HELD, HELD, LEFT, INVENTED, 'django.utils.cache:other'));
    expect(coverage).toEqual({ entered: 3, missing: [INVENTED, LEFT] });
    expect(describeCoverage(coverage)).toBe(
      `  1 of 3 functions of Django's request path (33.3 %) are in compared traces; not: ${INVENTED}, ${LEFT}`,
    );
  });

  it('does not count what is inside a function that is closed', () => {
    const inside = recording('django.views.debug:technical_500_response', HELD);
    const [entry] = inside.cases;
    const calls = (entry?.out['requests'] as { calls: [number, string][] }[])[0]?.calls;
    calls?.[1]?.splice(0, 1, 1);
    expect(coverageOf(inside)).toEqual({ entered: 1, missing: [HELD] });
  });

  it('is at least 85 % of what the recorded scenarios enter', () => {
    const { entered, missing } = coverageOf(readRecording(recordingPath('django-trace')));
    expect(entered).toBeGreaterThan(200);
    expect((entered - missing.length) / entered).toBeGreaterThanOrEqual(0.85);
  });
});
