/**
 * A JavaScript engine words its own errors as it likes, and words them anew in the next release.
 * An expectation that holds such words is a test of V8.
 *
 * @module
 */

const WORDS: readonly RegExp[] = [
  /Cannot (read|set) propert(y|ies) of (undefined|null)/,
  /is not (a function|iterable|a constructor|defined|extensible)\b/,
  /object is not iterable/,
  /Cannot access '[^']*' before initialization/,
  /Assignment to constant variable/,
  /Maximum call stack size exceeded/,
  /Invalid array length/,
  /Unexpected (token|identifier|end of)/,
  /Cannot convert undefined or null to object/,
  /Class constructor \S+ cannot be invoked without 'new'/,
  /Cannot destructure property/,
  /Converting circular structure to JSON/,
  /Invalid or unexpected token/,
];

/** The words of the JavaScript engine in a text, if there are any. */
export function engineWords(text: string): string | undefined {
  for (const pattern of WORDS) {
    const found = pattern.exec(text);
    if (found) return found[0];
  }
  return undefined;
}
