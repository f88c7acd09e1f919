/**
 * The components that a chapter may use without importing them, and the ones that stand in
 * for Markdown's own elements.
 *
 * @module
 */

import Claim from './claim/Claim.astro';
import Fence from './prose/Fence.astro';
import Heading2 from './prose/Heading2.astro';
import Heading3 from './prose/Heading3.astro';
import Link from './prose/Link.astro';
import Table from './prose/Table.astro';
import Rule from './rule/Rule.astro';
import RuleCounts from './rule/RuleCounts.astro';
import Snippet from './snippet/Snippet.astro';
import Source from './source/Source.astro';

/** Given to every chapter as `components`. */
export const inMdx = {
  Claim,
  Rule,
  RuleCounts,
  Snippet,
  Source,
  a: Link,
  h2: Heading2,
  h3: Heading3,
  pre: Fence,
  table: Table,
};
