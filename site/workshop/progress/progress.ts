/**
 * How far a reader has come. Every change carries its time and the later one wins, so that two
 * records of one reader can be merged in any order.
 *
 * @module
 */

/** What is marked: chapters read; snippets run, `chapter#snippet`; exercises attempted, solved. */
export const KINDS = ['read', 'ran', 'attempted', 'solved'] as const;

/** What a mark says. */
export type Kind = (typeof KINDS)[number];

/** When a thing was marked, and when that was taken back: milliseconds since 1970, or 0. */
export interface Mark {
  made: number;
  takenBack: number;
}

/** Where the reader was last. */
export interface Place {
  /** The chapter's id: `1-wsgi/environ`. */
  chapter: string;
  /** The anchor of the section, or `''` above the first one. */
  anchor: string;
  /** The section's heading, or `''`. */
  section: string;
  /** Whether the chapter's end had come. */
  done: boolean;
  /** Milliseconds since 1970. */
  at: number;
}

/** All that is known of a reader. Never changed in place. */
export interface Progress {
  /** Nothing up to this time counts any more: milliseconds since 1970. */
  cleared: number;
  marks: Readonly<Record<Kind, ReadonlyMap<string, Mark>>>;
  place: Place | undefined;
}

/** Of somebody who has just opened the book. */
export const NOTHING: Progress = {
  cleared: 0,
  marks: { read: new Map(), ran: new Map(), attempted: new Map(), solved: new Map() },
  place: undefined,
};

/** Whether a thing is marked and was not taken back. */
export function isMarked(progress: Progress, kind: Kind, name: string): boolean {
  const mark = progress.marks[kind].get(name);
  return mark !== undefined && mark.made > mark.takenBack;
}

/** The names that are marked, in alphabetical order. */
export function namesOf(progress: Progress, kind: Kind): string[] {
  return [...progress.marks[kind].keys()]
    .filter((name) => isMarked(progress, kind, name))
    .toSorted();
}

/** Marks a thing. What is marked already stays as it is. */
export function mark(progress: Progress, kind: Kind, name: string, now: number): Progress {
  if (isMarked(progress, kind, name)) return progress;
  const takenBack = progress.marks[kind].get(name)?.takenBack ?? 0;
  const made = Math.max(now, takenBack + 1, progress.cleared + 1);
  return withMark(progress, kind, name, { made, takenBack });
}

/** Takes a mark back. */
export function takeBack(progress: Progress, kind: Kind, name: string, now: number): Progress {
  const found = progress.marks[kind].get(name);
  if (!found || !isMarked(progress, kind, name)) return progress;
  return withMark(progress, kind, name, { ...found, takenBack: Math.max(now, found.made) });
}

/** Moves the place to resume. */
export function moveTo(progress: Progress, place: Omit<Place, 'at'>, now: number): Progress {
  const after = Math.max(progress.cleared, progress.place?.at ?? 0);
  return { ...progress, place: { ...place, at: Math.max(now, after + 1) } };
}

/** Forgets everything, in every record with which this one will be merged. */
export function clear(progress: Progress, now: number): Progress {
  const times = KINDS.flatMap((kind) =>
    [...progress.marks[kind].values()].flatMap(({ made, takenBack }) => [made, takenBack]),
  );
  const latest = times.reduce((a, b) => Math.max(a, b), Math.max(now, progress.place?.at ?? 0));
  return { ...NOTHING, cleared: Math.max(latest, progress.cleared + 1) };
}

/** Adds what another record has marked, as if it were done now where it is not marked here. */
export function add(progress: Progress, other: Progress, now: number): Progress {
  const added = KINDS.reduce(
    (sum, kind) => namesOf(other, kind).reduce((sum, name) => mark(sum, kind, name, now), sum),
    progress,
  );
  const { place } = other;
  if (!place || (progress.place && progress.place.at >= Math.min(place.at, now))) return added;
  return moveTo(added, place, Math.min(place.at, now));
}

/** One record of what two say. The order does not matter, nor how often. */
export function merge(a: Progress, b: Progress): Progress {
  const cleared = Math.max(a.cleared, b.cleared);
  const [read, ran, attempted, solved] = KINDS.map((kind) => {
    const marks = new Map<string, Mark>();
    for (const [name, { made, takenBack }] of [...a.marks[kind], ...b.marks[kind]]) {
      const known = marks.get(name) ?? { made: 0, takenBack: 0 };
      const latest = {
        made: Math.max(made, known.made),
        takenBack: Math.max(takenBack, known.takenBack),
      };
      if (Math.max(latest.made, latest.takenBack) > cleared) marks.set(name, latest);
    }
    return marks;
  }) as [Map<string, Mark>, Map<string, Mark>, Map<string, Mark>, Map<string, Mark>];
  const place = later(a.place, b.place);
  return {
    cleared,
    marks: { read, ran, attempted, solved },
    place: place && place.at > cleared ? place : undefined,
  };
}

function later(a: Place | undefined, b: Place | undefined): Place | undefined {
  if (!a || !b) return a ?? b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return JSON.stringify(Object.entries(a).toSorted()) > JSON.stringify(Object.entries(b).toSorted())
    ? a
    : b;
}

function withMark(progress: Progress, kind: Kind, name: string, mark: Mark): Progress {
  const marks = new Map(progress.marks[kind]).set(name, mark);
  return { ...progress, marks: { ...progress.marks, [kind]: marks } };
}
