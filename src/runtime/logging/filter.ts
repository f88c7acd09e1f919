/**
 * Deciding which records go on.
 *
 * @module
 */

import { truth } from '../objects.ts';
import type { LogRecord } from './record.ts';

/** What decides about a record: a function, or an object that has one. */
export type FilterLike = ((record: LogRecord) => unknown) | { filter(record: LogRecord): unknown };

/** Lets the records of a logger and of those below it go on; without a name, all. @models logging:Filter */
export class Filter {
  readonly name: string;

  constructor({ name = '' }: { name?: string } = {}) {
    this.name = name;
  }

  /** Whether a record goes on. @models logging:Filter.filter */
  filter(record: LogRecord): boolean {
    return this.name === '' || `${record.name}.`.startsWith(`${this.name}.`);
  }
}

/** Something with filters, all of which a record has to pass. @models logging:Filterer */
export class Filterer {
  readonly filters: FilterLike[] = [];

  /** Adds a filter, unless it is there. @models logging:Filterer.addFilter */
  addFilter(filter: FilterLike): void {
    if (!this.filters.includes(filter)) this.filters.push(filter);
  }

  /** Removes a filter, if it is there. @models logging:Filterer.removeFilter */
  removeFilter(filter: FilterLike): void {
    const at = this.filters.indexOf(filter);
    if (at >= 0) this.filters.splice(at, 1);
  }

  /** Whether a record passes. @models logging:Filterer.filter */
  filter(record: LogRecord): boolean {
    return this.filters.every((filter) =>
      truth(typeof filter === 'function' ? filter(record) : filter.filter(record)),
    );
  }
}
