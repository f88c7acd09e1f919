/**
 * The surprises: what the book says of each, and playing their scenes.
 *
 * @module
 */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Surprise } from '../../site/surprises/surprises.ts';
import { pitfallCases } from './django/cases/pitfalls.ts';
import { replayPitfalls } from './django/replay/pitfalls.ts';
import { readRecording, recordingPath } from './files.ts';
import type { Case, Out, Recorder, Recording } from './model.ts';

export type { Surprise } from '../../site/surprises/surprises.ts';

const ROOT = join(import.meta.dirname, '../..');
const SUITE = 'django-pitfalls';

/** What a scene told. */
export interface PlayedScene {
  title: string;
  told: string[];
}

/** A surprise whose scenes were played. */
export interface Played {
  surprise: Surprise;
  /** On what, such as `Django 2.2.28 on CPython 3.11.7`. */
  on: string;
  scenes: PlayedScene[];
  /** Whether the scenes told what is recorded of real Django. */
  asRecorded: boolean;
  /** The scenes' texts, from the root of the project on. */
  files: string[];
}

/** All surprises, in order. */
export function readSurprises(): Surprise[] {
  const text = readFileSync(join(ROOT, 'content/surprises.json'), 'utf8');
  return (JSON.parse(text) as { surprises: Surprise[] }).surprises;
}

/** Plays a surprise on the runtime. */
export async function playOnRuntime(surprise: Surprise): Promise<Played> {
  const outs: Out[] = [];
  const cases = casesOf(surprise);
  for (const input of cases) outs.push(await replayPitfalls(input));
  return played(surprise, 'the runtime', cases, outs);
}

/** Plays a surprise on real Django. */
export function playOnDjango(surprise: Surprise, record: Recorder): Played {
  const recording: Recording = record({ suite: SUITE, cases: casesOf(surprise) });
  const on = `Django ${recording.django} on CPython ${recording.python}`;
  const { cases } = recording;
  return played(
    surprise,
    on,
    cases.map((entry) => entry.in),
    cases.map((entry) => entry.out),
  );
}

function casesOf({ number }: Surprise): Case[] {
  return pitfallCases().filter((input) => input['surprise'] === number);
}

function played(surprise: Surprise, on: string, cases: Case[], outs: Out[]): Played {
  const scenes = cases.map((input, index) => ({
    title: String(input['scene']),
    told: (outs[index]?.['told'] ?? []) as string[],
  }));
  const recorded = readRecording(recordingPath(SUITE)).cases.filter(
    (entry) => entry.in['surprise'] === surprise.number,
  );
  const asRecorded =
    JSON.stringify(recorded.map(({ out }) => out['told'])) ===
    JSON.stringify(scenes.map(({ told }) => told));
  return { surprise, on, scenes, asRecorded, files: filesOf(surprise) };
}

function filesOf({ number }: Surprise): string[] {
  const digits = String(number).padStart(2, '0');
  return [
    ...globSync(`src/runtime/examples/surprises/**/${digits}-*.ts`, { cwd: ROOT }),
    ...globSync(`test/oracle/django/surprises/${digits}_*.py`, { cwd: ROOT }),
  ];
}
