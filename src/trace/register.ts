/**
 * `node --import ./src/trace/register.ts program.ts` runs a program with a runtime that reports
 * its calls.
 *
 * @module
 */

import { traceModules } from './node-loader.ts';

traceModules(new URL('../runtime/', import.meta.url));
