/**
 * Anchors for claims: `claim-B17` where a page first carries it, `claim-B17-2` the next time.
 *
 * @module
 */

const seen = new WeakMap<object, Map<string, number>>();

/** The anchor of the next use of a claim on the page that `locals` belongs to. */
export function nextAnchor(locals: object, claim: string): string {
  const uses = seen.get(locals) ?? new Map<string, number>();
  seen.set(locals, uses);
  const use = (uses.get(claim) ?? 0) + 1;
  uses.set(claim, use);
  return use === 1 ? `claim-${claim}` : `claim-${claim}-${use}`;
}
