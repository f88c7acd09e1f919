import { describe, expect, it } from 'vitest';
import { journeyOf, readJourney } from '../../site/journey/journey.ts';
import { layOut } from '../../site/journey/lay-out.ts';
import { INWARD, OUTWARD, WAKING } from '../../site/journey/steps.ts';
import { describeJourney } from '../../site/journey/words.ts';

const callsOf = (steps: object): [number, string][] =>
  Object.values(steps).map(({ calls }) => [0, calls as string]);

describe('the journey of the book', () => {
  it('passes the seven layers of startproject, as real Django recorded it', () => {
    const { layers, status } = readJourney();
    expect(status).toBe('200 OK');
    expect(layers.map(({ name }) => name)).toEqual([
      'SecurityMiddleware',
      'SessionMiddleware',
      'CommonMiddleware',
      'CsrfViewMiddleware',
      'AuthenticationMiddleware',
      'MessageMiddleware',
      'XFrameOptionsMiddleware',
    ]);
    expect(layers.filter(({ hooks }) => hooks.view).map(({ name }) => name)).toEqual([
      'CsrfViewMiddleware',
    ]);
    expect(layers.filter(({ hooks }) => !hooks.response).map(({ name }) => name)).toEqual([
      'AuthenticationMiddleware',
    ]);
  });

  it('cannot show a step that the recording has not, or has in another place', () => {
    const inward = callsOf(INWARD);
    const calls = [...inward, ...callsOf(OUTWARD)];
    const recording = { wake: callsOf(WAKING), calls, status: '200 OK' };
    expect(() => journeyOf(recording)).not.toThrow();
    expect(() => journeyOf({ ...recording, calls: calls.slice(1) })).toThrow('server: environ');
    expect(() => journeyOf({ ...recording, calls: calls.toReversed() })).toThrow('no call of');
    expect(() => journeyOf({ ...recording, wake: [] })).toThrow('wsgi.py');
  });

  it('is drawn inside its box, with no two labels on one spot', () => {
    const picture = layOut(readJourney());
    const stops = [...picture.waking, ...picture.inward, ...picture.outward];
    for (const { x, y } of stops) {
      expect(x > 0 && x < picture.width && y > 0 && y < picture.height).toBe(true);
    }
    expect(new Set(stops.map(({ x, y }) => `${x} ${y}`)).size).toBe(stops.length);
  });

  it('is told in words too', () => {
    const words = describeJourney(readJourney(), 'resolve');
    expect(words).toContain('SecurityMiddleware, SessionMiddleware');
    expect(words).toContain('You are here: inside all layers, the path is resolved to a view.');
  });
});
