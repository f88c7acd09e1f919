/**
 * What a chapter says of itself at its top.
 *
 * @module
 */

import { z } from 'astro/zod';
import { PLACES } from '../journey/steps.ts';

/** The parts of the book, in the order in which they are read. */
export const PARTS = ['WSGI', 'Other Articles', 'Django Code', 'Appendix'] as const;

/** The name of a part. */
export type Part = (typeof PARTS)[number];

/** The frontmatter of a chapter; the front page has no part. */
export const chapterSchema = z.object({
  title: z.string(),
  part: z.enum(PARTS).optional(),
  /** Where the chapter stands in its part: lower comes first. */
  order: z.number().default(0),
  /** The question with which the chapter opens. */
  question: z.string().optional(),
  description: z.string(),
  /** Where on the way of a request the chapter stands: it opens with a picture of the whole way. */
  here: z.enum(PLACES).optional(),
  /** Reading time. */
  minutes: z.number().optional(),
  /** One sentence that leads on to the next chapter. */
  next: z.string().optional(),
});

/** A chapter's frontmatter once read. */
export type Frontmatter = z.infer<typeof chapterSchema>;
