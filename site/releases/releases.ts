/**
 * What one release of Django after the other did with the same requests.
 *
 * @module
 */

import file from '../../test/golden/releases.json' with { type: 'json' };

/** From one release on, until the next change. */
export interface Change {
  /** The first of the releases asked in which it was so, such as `3.2`. */
  since: string;
  outcome: string;
}

/** One question, and how the answer changed. */
export interface Probe {
  question: string;
  changes: Change[];
}

const QUESTIONS: Readonly<Record<string, string>> = {
  view_returns_a_str: 'A view returns a str, without any layer around it',
  layer_returns_none: 'The outermost layer returns nothing',
  view_calls_sys_exit: 'A view calls sys.exit()',
  system_exit_has_a_branch: 'Is there a branch for SystemExit in exception.py?',
  asynchronous_view: 'A view is a coroutine function, under WSGI',
  asgi_handler: 'Is there get_asgi_application()?',
  headers_of_the_layers: 'What do the layers for security and for frames add?',
  file_is_closed_by_the_server:
    'A file is sent through wsgi.file_wrapper, and closed by the server',
  app_config_is_found: 'An app has a config in apps.py, and INSTALLED_APPS names only the app',
  time_zone_aware_by_default: 'Is USE_TZ on by default?',
};

/** The releases that were asked, oldest first. */
export const askedReleases: readonly string[] = file.releases;

/** The series of the last of them, such as `5.2`. */
export const latestSeries: string = seriesOf(askedReleases.at(-1) ?? '');

/** Every question with the changes of its answer, in the order of the recording. @throws an `Error` where one has no words. */
export function readProbes(): Probe[] {
  return Object.entries(file.probes).map(([name, answers]) => {
    const question = QUESTIONS[name];
    if (question === undefined) throw new Error(`Nothing says in words what "${name}" asks.`);
    return { question, changes: changesOf(answers) };
  });
}

/** Where an answer became another. @param answers by release. */
export function changesOf(answers: Readonly<Record<string, string>>): Change[] {
  const changes: Change[] = [];
  for (const release of askedReleases) {
    const outcome = answers[release] ?? '';
    if (changes.at(-1)?.outcome !== outcome) changes.push({ since: seriesOf(release), outcome });
  }
  return changes;
}

function seriesOf(release: string): string {
  return release.split('.').slice(0, 2).join('.');
}
