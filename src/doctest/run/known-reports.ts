/**
 * Reports on files that have not changed, so that nothing is found out twice.
 *
 * @module
 */

import { statSync } from 'node:fs';

interface Known<Report> {
  text: string;
  report: Promise<Report>;
  /** Whether every module that was loaded for it is as it was. */
  isFresh: () => Promise<boolean>;
}

/** Keeps the last report on each file; two who ask at once get one answer. */
export class KnownReports<Report extends { dependencies: string[] }> {
  readonly #known = new Map<string, Known<Report>>();

  /** The report on a file with a certain text: the known one, or that of `judge`. */
  async get(file: string, text: string, judge: () => Promise<Report>): Promise<Report> {
    const known = this.#known.get(file);
    if (known?.text === text && (await known.isFresh())) return known.report;
    const report = judge();
    const stamp = report.then(
      ({ dependencies }) => stampOf(dependencies),
      () => this.#known.delete(file),
    );
    const isFresh = async () => (await stamp) === stampOf((await report).dependencies);
    this.#known.set(file, { text, report, isFresh });
    return report;
  }
}

/** The state of every module that was loaded. */
function stampOf(dependencies: string[]): string {
  const parts = dependencies.map((path) => {
    const { mtimeMs, size } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0 };
    return `${path} ${mtimeMs} ${size}`;
  });
  return parts.join('\n');
}
