/**
 * What a worker is told before a reader presses Run.
 *
 * @module
 */

/** The modules that a chapter imports, by their specifiers: the worker loads them beforehand. */
export interface Preparation {
  prepare: string[];
}
