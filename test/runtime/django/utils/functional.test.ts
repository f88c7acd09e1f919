import { describe, expect, test } from 'vitest';
import { repr } from '#runtime/repr';
import { isUnevaluated, SimpleLazyObject, unwrap } from '#runtime/django/utils/functional';

class Visitor {
  readonly #secret = 'known';
  visits = 1;

  reveal(): string {
    return this.#secret;
  }

  get twice(): number {
    return this.visits * 2;
  }
}

describe('a stand-in', () => {
  test('is made when it is first looked into, once', () => {
    let made = 0;
    const lazy = new SimpleLazyObject(() => {
      made += 1;
      return new Visitor();
    });
    expect([made, isUnevaluated(lazy)]).toEqual([0, true]);
    expect(lazy.twice).toBe(2);
    expect(lazy.reveal()).toBe('known');
    expect([made, isUnevaluated(lazy)]).toEqual([1, false]);
  });

  test('passes for the thing behind it, but is not identical to it', () => {
    const visitor = new Visitor();
    const lazy = new SimpleLazyObject(() => visitor);
    expect(lazy).toBeInstanceOf(Visitor);
    expect(lazy.constructor).toBe(Visitor);
    expect('visits' in lazy).toBe(true);
    expect(Object.keys(lazy)).toEqual(['visits']);
    expect(lazy === visitor).toBe(false);
    expect(unwrap(lazy)).toBe(visitor);
    expect(unwrap(visitor)).toBe(visitor);
  });

  test('hands changes on', () => {
    const visitor = new Visitor();
    const lazy = new SimpleLazyObject<{ visits?: number }>(() => visitor);
    lazy.visits = 7;
    expect(visitor.visits).toBe(7);
    delete lazy.visits;
    expect('visits' in visitor).toBe(false);
  });

  test('can stand for a text', () => {
    const lazy = new SimpleLazyObject(() => 'token');
    expect(`<${lazy}>`).toBe('<token>');
    expect([lazy.length, lazy.toUpperCase()]).toEqual([5, 'TOKEN']);
  });

  test('whose making fails is made again the next time', () => {
    let tries = 0;
    const lazy = new SimpleLazyObject(() => {
      tries += 1;
      if (tries === 1) throw new Error('not yet');
      return new Visitor();
    });
    expect(() => lazy.visits).toThrow('not yet');
    expect(lazy.visits).toBe(1);
  });

  test('for nothing has no attributes', () => {
    const lazy = new SimpleLazyObject<{ name: string } | null>(() => null);
    expect(() => (lazy as { name: string }).name).toThrow(
      "'NoneType' object has no attribute 'name'",
    );
  });

  test('is shown with what makes it, and then with what it has become', () => {
    const lazy = new SimpleLazyObject(function make() {
      return [1];
    });
    expect(repr(lazy)).toBe('<SimpleLazyObject: <function make>>');
    expect(lazy.length).toBe(1);
    expect(repr(lazy)).toBe('<SimpleLazyObject: [1]>');
  });
});
