/**
 * The environment variables of the simulated process.
 *
 * @module
 */

import { PerProcess } from './process.ts';

const variables = new PerProcess<Record<string, string>>(
  () => Object.create(null) as Record<string, string>,
);

/** The environment variables; empty when a process starts. @models os:environ */
export function environ(): Record<string, string> {
  return variables.value;
}
