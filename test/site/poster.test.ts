import { describe, expect, it } from 'vitest';
import {
  DEVELOPMENT,
  ERRORS,
  IN,
  OUT,
  placed,
  PRODUCTION,
  START,
} from '../../site/poster/lifecycle.ts';

describe('the poster', () => {
  it('leads to a line of Django 2.2.28 for each function that it names', () => {
    const panels = [DEVELOPMENT, PRODUCTION, START, IN, OUT, ERRORS];
    const named = panels.flatMap(({ steps }) => placed(steps)).filter(({ calls }) => calls);
    expect(named.length).toBeGreaterThan(30);
    for (const { address, place } of named) {
      expect(address).toMatch(
        /^https:\/\/github\.com\/django\/django\/blob\/2\.2\.28\/django\/.*\.py#L\d+$/,
      );
      expect(place).toMatch(/\.py:\d+$/);
    }
  });

  it('shows each of the three signals of a request once', () => {
    const signals = [...IN.steps, ...OUT.steps, ...ERRORS.steps].flatMap(
      ({ signal = [] }) => signal,
    );
    expect(signals).toEqual(['request_started', 'request_finished', 'got_request_exception']);
  });

  it('cannot name a function that Django has not', () => {
    expect(() => placed([{ text: 'x', calls: 'django.core:nothing' }])).toThrow(
      'The poster names django.core:nothing',
    );
  });
});
