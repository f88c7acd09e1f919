import { describe, expect, it } from 'vitest';
import { steering, ValueError } from '#runtime/builtins';

describe('an error that steers', () => {
  it('carries no stack, and those made after it carry theirs', () => {
    expect(steering(() => new ValueError('turn back')).stack).toBe('ValueError: turn back');
    expect(new ValueError('lost').stack).toContain('builtins.test.ts');
  });

  it('leaves stacks as they were, if it cannot be made', () => {
    const fail = () => {
      throw new TypeError('no error');
    };
    expect(() => steering(fail)).toThrow('no error');
    expect(new ValueError('lost').stack).toContain('builtins.test.ts');
  });
});
