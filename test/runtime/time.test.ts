import { beforeEach, describe, expect, it } from 'vitest';
import { environ } from '#runtime/os';
import { startProcess } from '#runtime/process';
import { localtime } from '#runtime/time';

beforeEach(startProcess);

function timeIn(zone: string, seconds: number) {
  environ()['TZ'] = zone;
  return localtime(seconds);
}

describe('a moment in a zone', () => {
  const moments = [0, -1, 951_782_400, 1_556_668_799.75, 4_102_444_800];

  it.each(moments)('is in UTC what it is in Greenwich without summer: %s', (seconds) => {
    const { zoneName, ...universal } = timeIn('UTC', seconds);
    expect(universal).toEqual({ ...timeIn('Africa/Abidjan', seconds), zoneName: undefined });
    expect(zoneName).toBe('UTC');
  });

  it('follows the variable when that changes', () => {
    const hours = ['America/Chicago', 'Asia/Tokyo', 'America/Chicago'].map(
      (zone) => timeIn(zone, 1_556_668_800).hour,
    );
    expect(hours).toEqual([19, 9, 19]);
  });
});
