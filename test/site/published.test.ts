import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'astro/zod';
import { GET as ledger } from '../../site/pages/claims.json.ts';
import { GET as schema } from '../../site/pages/claims.schema.json.ts';
import type { Ledger } from '../../src/doctest/model.ts';

afterEach(() => {
  delete process.env['ROUND_TRIP_CONTENT'];
});

describe('the ledger as data', () => {
  it('satisfies the schema that is published with it', async () => {
    const data: unknown = await ledger().json();
    const rules = z.fromJSONSchema(
      (await schema().json()) as Parameters<typeof z.fromJSONSchema>[0],
    );
    expect(rules.safeParse(data).error?.issues ?? []).toEqual([]);
    expect(rules.safeParse({ ...(data as Ledger), claims: [{ id: 'B01' }] }).success).toBe(false);
  });

  it('names its schema by where it lies: beside it', async () => {
    const { $schema } = (await ledger().json()) as { $schema: string };
    expect(new URL($schema, 'https://book.example/claims.json').pathname).toBe(
      '/claims.schema.json',
    );
  });

  it('is JSON by its type as well', () => {
    expect(ledger().headers.get('Content-Type')).toBe('application/json');
  });

  it('is that of the content which is built', async () => {
    process.env['ROUND_TRIP_CONTENT'] = './test/site/fixture';
    const { claims } = (await ledger().json()) as Ledger;
    expect(claims.map(({ id }) => id)).toContain('A07');
  });
});
