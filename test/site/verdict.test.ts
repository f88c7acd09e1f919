import { describe, expect, it } from 'vitest';
import { rulingOf } from '../../site/components/claim/verdict.ts';

describe('the label of a claim', () => {
  it('is the verdict for a claim about behaviour', () => {
    expect(rulingOf('behaviour', 'holds partly').label).toBe('holds partly');
    expect(rulingOf('behaviour', 'no longer holds').label).toBe('no longer holds');
  });

  it('never says that a document was verified', () => {
    expect(rulingOf('document', 'holds').label).toBe('cited');
    expect(rulingOf('document', 'wrong').label).toBe('cited, wrong');
  });

  it('says so where nothing was decided', () => {
    expect(rulingOf('opinion').label).toBe('opinion');
    expect(rulingOf('behaviour').label).toBe('not checked');
  });

  it('has a sign of its own for each verdict, since colour alone says nothing', () => {
    const verdicts = ['holds', 'holds partly', 'no longer holds', 'wrong'] as const;
    const signs = verdicts.map((verdict) => rulingOf('behaviour', verdict).sign);
    expect(new Set(signs).size).toBe(verdicts.length);
  });
});
