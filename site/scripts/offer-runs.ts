/**
 * Run and Edit on every snippet that a page can run. What they do is loaded when a reader's pointer
 * or focus comes to one of them, or a link brings code along.
 *
 * @module
 */

import type { Bench } from '../workshop/run/bench.ts';
import { announce } from './announce.ts';

let asked: Promise<Bench> | undefined;

/** Puts the buttons into the bars. */
export function offerRuns(): void {
  for (const snippet of document.querySelectorAll<HTMLElement>('.snippet[data-runs]')) {
    const before = Number(snippet.dataset['runs']);
    const those = before === 1 ? 'the snippet' : `the ${before} snippets`;
    const run = before ? `Runs ${those} before it, then this one` : 'Runs this snippet';
    const acts = document.createElement('span');
    acts.className = 'acts';
    acts.append(
      offer(snippet, 'Run', run),
      offer(snippet, 'Edit', 'Opens an editor with this snippet'),
    );
    snippet.querySelector('.bar')?.append(acts);
  }
  const follow = (): void => {
    if (location.hash.includes('!edit=')) use((bench) => bench.follow(location.hash));
  };
  addEventListener('hashchange', follow);
  follow();
}

function offer(snippet: HTMLElement, label: 'Run' | 'Edit', title: string): HTMLElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'copy act';
  made.dataset['act'] = label;
  made.textContent = label;
  made.title = title;
  made.addEventListener('click', () =>
    use((bench) => (label === 'Run' ? bench.run(snippet) : bench.edit(snippet))),
  );
  for (const sign of ['pointerenter', 'focus'])
    made.addEventListener(sign, () => use((bench) => bench.warm()), { once: true });
  return made;
}

function use(act: (bench: Bench) => unknown): void {
  asked ??= import('../workshop/run/bench.ts').then(({ openBench }) => openBench());
  asked.then(act).catch(() => {
    asked = undefined;
    announce('What runs snippets could not be loaded');
  });
}
