/**
 * The pages of the workshop, as lists of contents name them.
 *
 * @module
 */

/** A page, and the question that it answers. */
export interface WorkshopPage {
  path: string;
  title: string;
  question: string;
}

/** In the order in which a reader meets them. */
export const workshopPages: readonly WorkshopPage[] = [
  {
    path: '/exercises/',
    title: 'Exercises',
    question: 'Can you write it yourself?',
  },
  {
    path: '/workshop/follow/',
    title: 'Follow the request',
    question: 'Where is the request now, and what has just been done to it?',
  },
  {
    path: '/workshop/django/',
    title: 'Real Django, beside the runtime',
    question: 'Does the runtime do what Django does, call for call?',
  },
  {
    path: '/workshop/playground/',
    title: 'Playground',
    question: 'What does a project of your own answer?',
  },
  {
    path: '/progress/',
    title: 'Your progress',
    question: 'How far have you come?',
  },
];

/** The page at a path. @throws {Error} where the workshop has none there. */
export function pageAt(path: string): WorkshopPage {
  const found = workshopPages.find((page) => page.path === path);
  if (!found) throw new Error(`The workshop has no page at ${path}.`);
  return found;
}
