/**
 * The page of progress: counts, and what can be done with them.
 *
 * @module
 */

import { countChapter, inWords } from './counts.ts';
import { offerFile, readFile } from './files.ts';
import { openProgress } from './open.ts';
import { add, clear, type Progress } from './progress.ts';
import { ProgressTextError, writeExport } from './text.ts';
import { showMarks } from './marks.ts';

const TROUBLES = {
  off: 'This browser keeps nothing for the book: storage is switched off. What you do lasts as long as a page; a file that you import is shown here until you leave.',
  full: 'This browser has no room left for the book, so your last marks last only as long as this page. Export them, or make room in its storage.',
};

/** Shows the counts and follows the buttons. */
export function showProgress(): void {
  const store = openProgress();
  const page = find<HTMLElement>('.progress-page');
  const said = find<HTMLElement>('.said-of-progress');
  const undo = find<HTMLButtonElement>('button.undo');
  const input = find<HTMLInputElement>('input[type=file]');
  const choice = find<HTMLElement>('.import-choice');
  const unread = find<HTMLElement>('.unread');
  let before: Progress | undefined;
  let offered: Progress | undefined;

  const say = (words: string, undoable?: Progress): void => {
    said.textContent = words;
    before = undoable;
    undo.hidden = !undoable;
  };
  const choose = (progress: Progress | undefined): void => {
    offered = progress;
    choice.hidden = !progress;
    if (!progress) return;
    find('.import-choice p').textContent = `The file holds ${inWords(progress)}.`;
    find<HTMLElement>('.import-choice button').focus();
  };
  const adopt = (how: (own: Progress, other: Progress) => Progress, words: string): void => {
    const other = offered;
    if (!other) return;
    const own = store.progress;
    store.change((progress) => how(progress, other));
    choose(undefined);
    say(`${words} You now have ${inWords(store.progress)}.`, own);
    find<HTMLElement>('button.import').focus();
  };

  on('button.export', () => offerFile('round-trip-progress.json', writeExport(store.progress)));
  on('button.import', () => input.click());
  on('button.merge', () => adopt((own, other) => add(own, other, Date.now()), 'Merged.'));
  on('button.replace', () =>
    adopt((own, other) => add(clear(own, Date.now()), other, Date.now()), 'Replaced.'),
  );
  on('button.cancel', () => {
    choose(undefined);
    find<HTMLElement>('button.import').focus();
  });
  on('button.clear', () => {
    const own = store.progress;
    store.change((progress) => clear(progress, Date.now()));
    choose(undefined);
    say(`Cleared: ${inWords(own)}.`, own);
  });
  on('button.undo', () => {
    const own = before;
    if (own) store.change((progress) => add(clear(progress, Date.now()), own, Date.now()));
    say('Undone.');
    find<HTMLElement>('button.import').focus();
  });
  on('button.download-unread', () => offerFile('round-trip-unread.txt', store.unread ?? ''));
  on('button.drop-unread', () => {
    store.dropUnread();
    find<HTMLElement>('button.import').focus();
  });
  input.addEventListener('change', async () => {
    const [file] = input.files ?? [];
    input.value = '';
    if (!file) return;
    say('');
    try {
      choose(await readFile(file));
    } catch (error) {
      if (!(error instanceof ProgressTextError)) throw error;
      choose(undefined);
      say(`${error.message} Nothing has changed.`);
    }
  });

  const show = (): void => {
    find('.sum').textContent = `You have ${inWords(store.progress)}.`;
    const trouble = find<HTMLElement>('.trouble');
    trouble.textContent = store.trouble ? TROUBLES[store.trouble] : '';
    trouble.hidden = !store.trouble;
    unread.hidden = store.unread === undefined;
    for (const row of page.querySelectorAll<HTMLElement>('tr[data-chapter]')) {
      const { ran, solved } = countChapter(store.progress, row.dataset['chapter'] ?? '');
      tell(row, '.ran', ran === 0 ? '' : String(ran));
      const exercises = Number(row.dataset['exercises']);
      tell(row, '.solved', exercises === 0 ? '' : `${solved} of ${exercises}`);
    }
  };
  store.listen(show);
  showMarks('.progress-page');
  show();
}

function tell(row: HTMLElement, cell: string, words: string): void {
  const place = row.querySelector(cell);
  if (place) place.textContent = words;
}

function on(button: string, act: () => void): void {
  find(button).addEventListener('click', act);
}

function find<Kind extends Element>(selector: string): Kind {
  const found = document.querySelector<Kind>(selector);
  if (!found) throw new Error(`The page of progress has no "${selector}".`);
  return found;
}
