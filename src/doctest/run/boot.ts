/**
 * The first thing that a thread runs, as text: it lets the thread load modules that were made ready
 * for it. What it imports must be Node's own.
 *
 * @module
 */

import { registerHooks } from 'node:module';
import { workerData } from 'node:worker_threads';
import type { ThreadData } from './protocol.ts';

const data = workerData as ThreadData;
const { entry, modules, loaded } = data;

// What this text needs, a process that a snippet starts in the same way must not get.
const own = /^--(input-type|experimental-vm-modules)/;
process.execArgv = process.execArgv.filter((argument) => !own.test(argument));

registerHooks({
  resolve(specifier, context, nextResolve) {
    const asked = /^from:(\S+) (.*)$/.exec(specifier);
    if (asked) return nextResolve(asked[2] ?? '', { ...context, parentURL: asked[1] });
    const url = modules.has(specifier)
      ? specifier
      : modules.get(context.parentURL ?? '')?.imports.get(specifier);
    return url === undefined ? nextResolve(specifier, context) : { url, shortCircuit: true };
  },
  load(url, context, nextLoad) {
    loaded.push(url);
    data.hear?.(url);
    const module = modules.get(url);
    if (!module) return nextLoad(url, context);
    return { format: module.format, source: module.code, shortCircuit: true };
  },
});

await import(entry);
