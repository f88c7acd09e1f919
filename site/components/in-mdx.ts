/**
 * The components that a chapter may use without importing them, and the ones that stand in
 * for Markdown's own elements.
 *
 * @module
 */

import Exercise from './exercise/Exercise.astro';
import Claim from './claim/Claim.astro';
import Follow from './follow/Follow.astro';
import Poster from './poster/Poster.astro';
import Sources from './ledger/Sources.astro';
import Releases from './ledger/Releases.astro';
import Scores from './ledger/Scores.astro';
import Share from './ledger/Share.astro';
import Fence from './prose/Fence.astro';
import Heading2 from './prose/Heading2.astro';
import Heading3 from './prose/Heading3.astro';
import Link from './prose/Link.astro';
import Table from './prose/Table.astro';
import LaterReleases from './releases/LaterReleases.astro';
import Rule from './rule/Rule.astro';
import RuleCounts from './rule/RuleCounts.astro';
import Snippet from './snippet/Snippet.astro';
import Source from './source/Source.astro';
import Surprises from './surprises/Surprises.astro';
import Glossary from './term/Glossary.astro';
import Term from './term/Term.astro';
import GoldenTraces from './traces/GoldenTraces.astro';

/** Given to every chapter as `components`. */
export const inMdx = {
  Claim,
  Exercise,
  Follow,
  Glossary,
  GoldenTraces,
  LaterReleases,
  Poster,
  Releases,
  Rule,
  RuleCounts,
  Scores,
  Share,
  Snippet,
  Source,
  Sources,
  Surprises,
  Term,
  a: Link,
  h2: Heading2,
  h3: Heading3,
  pre: Fence,
  table: Table,
};
