import { afterEach, describe, expect, it, vi } from 'vitest';
import { carrierOfRule, proveRule } from '../../../src/doctest/commands/prove-rule.ts';
import { Engine } from '../../../src/doctest/engine.ts';
import { makeScratchBook } from '../scratch-book.ts';

afterEach(() => vi.restoreAllMocks());

async function prove(value: number): Promise<{ code: number; said: string }> {
  const book = makeScratchBook();
  book.write('content/proof.mdx', `\`\`\`ts id=sum\n1 + 1 // => ${value}\n\`\`\`\n`);
  book.write('content/rules.mdx', '<Rule id="A-1" holds="proof#sum">One and one are two.</Rule>\n');
  const engine = new Engine(book.options);
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    const carrier = carrierOfRule(engine, 'A-1') ?? '';
    const code = await proveRule(engine, carrier, 'A-1', false);
    return { code, said: log.mock.calls.join('\n') };
  } finally {
    await engine.close();
    book.remove();
  }
}

describe('doctest RULE', () => {
  it('shows evidence that stands in another chapter', async () => {
    const { code, said } = await prove(2);
    expect(code).toBe(0);
    expect(said).toContain('A-1  at content/rules.mdx:1');
    expect(said).toContain('sum keeps it: passed, 1 check by TypeScript  content/proof.mdx:1');
    expect(said).toMatch(/A-1: shown$/);
  });

  it('fails where the evidence does', async () => {
    const { code, said } = await prove(3);
    expect(code).toBe(1);
    expect(said).toContain('content/proof.mdx:2:7  The value differs.  [sum]');
    expect(said).toMatch(/A-1: not shown$/);
  });
});
