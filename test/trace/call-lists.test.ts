import { describe, expect, it } from 'vitest';
import { listed, project, type Subject, type TracedCall } from '#trace/call-lists';

const CALLS: TracedCall[] = [
  [0, 'a:outer'],
  [1, 'x:unknown'],
  [2, 'a:Kind.method', 'a:Special'],
  [3, 'a:inner'],
  [1, 'a:Kind.method', 'x:Unknown'],
  [1, 'a:closed'],
  [2, 'a:inner'],
  [3, 'a:inner'],
  [1, 'a:inner'],
];

function subject(...closed: string[]): Subject {
  return {
    functions: new Set(['a:outer', 'a:inner', 'a:Kind.method', 'a:closed']),
    methods: new Set(['a:Kind.method']),
    classes: new Set(['a:Kind', 'a:Special']),
    closed: new Set(closed),
  };
}

describe('the calls of known functions', () => {
  it('are as deep as the known ones around them, and name the classes that are known', () => {
    expect(listed(project(CALLS, subject()))).toEqual([
      'a:outer',
      '  a:Kind.method of a:Special',
      '    a:inner',
      '  a:Kind.method',
      '  a:closed',
      '    a:inner',
      '      a:inner',
      '  a:inner',
    ]);
  });

  it('are not followed into a function that is closed', () => {
    expect(listed(project(CALLS, subject('a:closed'))).slice(4)).toEqual([
      '  a:closed',
      '  a:inner',
    ]);
  });

  it('are not followed either where that function is not compared itself', () => {
    expect(listed(project(CALLS, subject('x:unknown')))).toEqual([
      'a:outer',
      '  a:Kind.method',
      '  a:closed',
      '    a:inner',
      '      a:inner',
      '  a:inner',
    ]);
  });
});
