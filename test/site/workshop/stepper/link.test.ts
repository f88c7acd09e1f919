import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_STATE,
  fromFragment,
  type LinkState,
  LONGEST,
  toFragment,
} from '../../../../site/workshop/stepper/link.ts';
import {
  type ChosenLayer,
  DEFAULT_SETUP,
  SetupError,
  VIEWS,
  type ViewName,
} from '../../../../site/workshop/stepper/setup.ts';

fc.configureGlobal({ seed: 2228 });

const printable = (maxLength: number) =>
  fc.string({
    unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
    maxLength,
  });

const headerValue = fc
  .string({
    unit: fc.constantFrom('a', 'Z', '0', ' ', ':', '&', '=', '+', '%', '#', ';', '\u00e9'),
    maxLength: 30,
  })
  .map((text) => text.trim());

/** Layers in any order, those that are on first: a link says nothing of the order of the others. */
const middleware = fc
  .shuffledSubarray(DEFAULT_SETUP.middleware.map(({ path }) => path))
  .map((on): ChosenLayer[] => [
    ...on.map((path) => ({ path, on: true })),
    ...DEFAULT_SETUP.middleware
      .filter(({ path }) => !on.includes(path))
      .map(({ path }) => ({ path, on: false })),
  ]);

const state: fc.Arbitrary<LinkState> = fc.record({
  setup: fc.record({
    request: fc.record({
      method: fc.constantFrom('GET', 'POST', 'brew'),
      path: printable(40).map((text) => `/${text}`),
      headers: fc.array(fc.tuple(fc.constantFrom('Host', 'X-A', 'Cookie'), headerValue), {
        maxLength: 5,
      }),
      body: fc.string({ maxLength: 100 }).map((text) => text.toWellFormed()),
    }),
    middleware,
    view: fc.constantFrom(...(Object.keys(VIEWS) as ViewName[])),
  }),
  step: fc.option(
    fc.oneof(fc.nat(9999), fc.constant('django.core.handlers.base:BaseHandler.get_response')),
    { nil: undefined },
  ),
  detail: fc.constantFrom('way', 'every call'),
});

describe('a link to the stepper', () => {
  it('says nothing for what is as usual', () => {
    expect(toFragment(DEFAULT_STATE)).toBe('');
    expect(fromFragment('')).toEqual(DEFAULT_STATE);
  });

  it('can be read', () => {
    const { setup } = DEFAULT_STATE;
    const raising: LinkState = {
      setup: { ...setup, view: 'raises' },
      step: 12,
      detail: 'every call',
    };
    expect(toFragment(raising)).toBe('view=raises&detail=all&step=12');
  });

  it('holds the whole state', () => {
    fc.assert(
      fc.property(state, (given) => {
        expect(fromFragment(`#${toFragment(given)}`)).toEqual(given);
      }),
    );
  });

  it.each([
    ['view=sings', 'There is no view that "sings".'],
    ['layers=Nothing', 'There is no middleware "Nothing" here.'],
    ['layers=gate,gate', 'A layer of middleware is there twice.'],
    ['path=nowhere', '"nowhere" is no path'],
    ['path=%2Fa%20b', '"/a b" is no path'],
    ['method=G+T', '"G T" is no method'],
    ['header=Host', 'The header "Host" has no colon.'],
    ['header=X:%0D%0ASet-Cookie: a', 'The header X has a value that no header can have.'],
    ['step=-1', '"-1" is no step'],
    ['step=__proto__', '"__proto__" is no step'],
    ['detail=none', '"none" is no detail'],
    ['other=1', 'This link says something of "other", which is not known here.'],
    ['body='.padEnd(LONGEST + 1, 'a'), 'This link has 16001 characters; 16000 are the most.'],
    ['body='.padEnd(5000, 'a'), 'The body has 4995 characters; 4000 are the most.'],
  ])('that is wrong is refused in a sentence: %s', (fragment, sentence) => {
    expect(() => fromFragment(fragment)).toThrow(SetupError);
    expect(() => fromFragment(fragment)).toThrow(sentence);
  });

  it('is a state or a sentence, whatever it says', () => {
    const pairs = fc.array(
      fc.tuple(
        fc.constantFrom(
          'method',
          'path',
          'header',
          'headers',
          'body',
          'layers',
          'view',
          'step',
          'detail',
          'x',
        ),
        fc.oneof(fc.string(), fc.constantFrom('/', 'GET', 'gate', 'raises', '1', 'all', 'Host: a')),
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pairs.map((fields) =>
            new URLSearchParams(fields.map(([a, b]) => [a, b.toWellFormed()])).toString(),
          ),
        ),
        (fragment) => {
          try {
            const { setup } = fromFragment(fragment);
            expect(setup.request.path.startsWith('/')).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(SetupError);
            expect((error as Error).message).toMatch(/\.$/);
          }
        },
      ),
    );
  });
});
