/**
 * The front page of a reader who comes back: where to go on, and what was read.
 *
 * @module
 */

import { openProgress } from './open.ts';
import { resume } from './resume.ts';
import { showMarks } from './marks.ts';

/** Fills the place that was kept free before the first paint. */
export function welcomeBack(): void {
  showMarks('.parts');
  const link = document.querySelector<HTMLAnchorElement>('.resume a');
  const [way, goal] = link?.children ?? [];
  if (!link || !way || !goal) return;
  const chapters = [...document.querySelectorAll<HTMLAnchorElement>('.parts a[data-chapter]')];
  const next = resume(
    openProgress().progress,
    chapters.map(({ dataset }) => dataset['chapter'] ?? ''),
  );
  const chapter = chapters.find(({ dataset }) => dataset['chapter'] === next?.chapter);
  if (next && chapter) {
    way.textContent = 'Go on where you left off:';
    goal.textContent = [chapter.textContent, next.section].filter(Boolean).join(' · ');
    link.href = next.anchor ? `${chapter.href}#${encodeURIComponent(next.anchor)}` : chapter.href;
  }
  link.hidden = false;
}
