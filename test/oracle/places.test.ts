import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { movedPlaces, type Places, placesText, readPlaces, taggedPlaces } from './places.ts';

describe('the recorded places', () => {
  it('are those of the names that tags give, one a line', () => {
    const places = readPlaces();
    expect(Object.keys(places)).toEqual(taggedPlaces());
    const text = readFileSync(new URL('recordings/places.json', import.meta.url), 'utf8');
    expect(text).toBe(placesText(places));
  });
});

describe('a name', () => {
  const recorded: Places = { 'a:moved': ['a.py', 1, 'x'], 'a:same': [], 'b:old': null };
  const found: Places = { 'a:moved': ['a.py', 2, 'x'], 'a:same': [], 'c:new': [] };

  it('is told that has moved, that no tag gives any more, or that is new', () => {
    expect(movedPlaces(recorded, found)).toEqual([
      { name: 'a:moved', recorded: ['a.py', 1, 'x'], found: ['a.py', 2, 'x'] },
      { name: 'b:old', recorded: null, found: null },
      { name: 'c:new', recorded: null, found: [] },
    ]);
  });

  it('is not told that is where it was', () => {
    expect(movedPlaces(recorded, recorded)).toEqual([]);
  });
});
