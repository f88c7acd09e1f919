import { describe, expect, it } from 'vitest';

import { collectModels } from '../../src/models/collect.ts';

describe('collectModels', () => {
  it('names the symbol, the line and the Python of each tag', () => {
    const source = [
      '/** One. @models a.b:one */',
      'export function one() {}',
      '',
      '/**',
      ' * Two.',
      ' * @models a:Two',
      ' */',
      'export class Two {',
      '  /** Reads. @models a:Two.read_all */',
      '  *readAll() {}',
      '  /** Steps. @models a:Two.__iter__ */',
      '  [Symbol.iterator]() {}',
      '}',
      '/** @models a:three */',
      'const three = 3;',
    ].join('\n');
    expect(collectModels('x.ts', source)).toEqual({
      failures: [],
      tags: [
        { file: 'x.ts', line: 1, symbol: 'one', module: 'a.b', qualname: 'one' },
        { file: 'x.ts', line: 6, symbol: 'Two', module: 'a', qualname: 'Two' },
        { file: 'x.ts', line: 9, symbol: 'Two.readAll', module: 'a', qualname: 'Two.read_all' },
        {
          file: 'x.ts',
          line: 11,
          symbol: 'Two.[Symbol.iterator]',
          module: 'a',
          qualname: 'Two.__iter__',
        },
        { file: 'x.ts', line: 14, symbol: 'three', module: 'a', qualname: 'three' },
      ],
    });
  });

  it.each([
    '// @models a:b\nconst x = 1;',
    '/** @models a:b */\n\nf();',
    'f(); /** @models a:b */',
  ])('fails a tag that describes nothing: %j', (source) => {
    const message = 'The tag @models a:b is not in the doc comment of a declaration.';
    expect(collectModels('x.ts', source)).toEqual({
      tags: [],
      failures: [{ file: 'x.ts', line: 1, message }],
    });
  });

  it.each(['', 'a', 'a.b', 'a:', ':b', 'a:b.', 'A:b', 'a:b(c)'])(
    'fails a tag that names no Python: %j',
    (target) => {
      const { tags, failures } = collectModels('x.ts', `\n/** @models ${target} */\nconst x = 1;`);
      expect(tags).toEqual([]);
      expect(failures).toHaveLength(1);
      expect(failures[0]?.line).toBe(2);
      expect(failures[0]?.message).toMatch(/ of x is not of the form module:qualified\.name\.$/);
    },
  );
});
