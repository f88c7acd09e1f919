/**
 * Marks at their lines: they move with the text, and go when their line is changed.
 *
 * @module
 */

import {
  type EditorState,
  type Extension,
  type Range,
  StateEffect,
  StateField,
  type Text,
  type Transaction,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap } from '@codemirror/view';
import { type Mark, spell, summarise } from './mark.ts';
import { MarkWidget } from './mark-widget.ts';

interface Placed {
  mark: Mark;
  /** Where its line begins. */
  from: number;
}

interface Shown {
  placed: readonly Placed[];
  drawn: DecorationSet;
}

const place = StateEffect.define<readonly Mark[]>();

const shown = StateField.define<Shown>({
  create: () => ({ placed: [], drawn: Decoration.none }),
  update(before, transaction) {
    const fresh = transaction.effects.find((effect) => effect.is(place));
    if (fresh) return draw(settle(fresh.value, transaction.newDoc), transaction.newDoc);
    return transaction.docChanged
      ? draw(follow(before.placed, transaction), transaction.newDoc)
      : before;
  },
  provide: (field) => EditorView.decorations.from(field, ({ drawn }) => drawn),
});

/** What an editor needs to show marks, and F8 and Shift+F8 to go among them. */
export function marks(): Extension {
  const keys = [
    { key: 'F8', run: (view: EditorView) => go(view, 1), preventDefault: true },
    { key: 'Shift-F8', run: (view: EditorView) => go(view, -1), preventDefault: true },
  ];
  return [shown, keymap.of(keys)];
}

/** Shows these marks in place of those there were, and says how many there are. */
export function showMarks(view: EditorView, marks: readonly Mark[]): void {
  const effects: StateEffect<unknown>[] = [place.of(marks)];
  if (marks.length > 0) effects.push(EditorView.announce.of(summarise(marks)));
  view.dispatch({ effects });
}

function settle(marks: readonly Mark[], text: Text): Placed[] {
  return marks
    .map((mark) => {
      const line = Math.min(Math.max(1, mark.line), text.lines);
      return { mark: { ...mark, line }, from: text.line(line).from };
    })
    .toSorted((a, b) => a.from - b.from);
}

function follow(marks: readonly Placed[], { changes, startState, newDoc }: Transaction): Placed[] {
  return marks
    .filter(({ from }) => !changes.touchesRange(from, startState.doc.lineAt(from).to))
    .map(({ mark, from }) => {
      const line = newDoc.lineAt(changes.mapPos(from, 1));
      return { mark: { ...mark, line: line.number }, from: line.from };
    });
}

function draw(placed: readonly Placed[], text: Text): Shown {
  const ranges = placed.flatMap(({ mark, from }): Range<Decoration>[] => {
    const block = mark.kind !== 'held';
    const widget = Decoration.widget({ widget: new MarkWidget(mark), block, side: 1 });
    const line = Decoration.line({ class: `marked ${mark.kind}` });
    return [line.range(from), widget.range(text.lineAt(from).to)];
  });
  return { placed, drawn: Decoration.set(ranges, true) };
}

function go(view: EditorView, way: 1 | -1): boolean {
  const next = nextOf(view.state, way);
  if (!next) return false;
  view.dispatch({
    selection: { anchor: next.from },
    effects: [
      EditorView.scrollIntoView(next.from, { y: 'center' }),
      EditorView.announce.of(spell(next.mark)),
    ],
  });
  return true;
}

function nextOf(state: EditorState, way: 1 | -1): Placed | undefined {
  const marks = state.field(shown).placed;
  const here = state.doc.lineAt(state.selection.main.head).from;
  return way > 0
    ? (marks.find(({ from }) => from > here) ?? marks[0])
    : (marks.findLast(({ from }) => from < here) ?? marks.at(-1));
}
