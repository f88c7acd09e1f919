/**
 * Bundles what runs in the sandbox: each program as the text of one module that imports nothing.
 *
 * @module
 */

import { join } from 'node:path';
import { rolldown, type Plugin } from 'rolldown';
import { tracedModules } from '../../../src/trace/vite-plugin.ts';
import { runtimeModules } from './runtime-modules.ts';

const root = process.cwd();

/** Where functions with tags report their calls. */
const TRACED = ['src/runtime/', 'site/workshop/programs/traced/mysite/'];

/** How to bundle one entry. */
export interface BundleOptions {
  /** From the project's root. */
  entry: string;
  format: 'esm' | 'iife';
  /** Whether the runtime reports its calls. */
  traced?: boolean;
  /** Names of the code and the text that takes their place. */
  define?: Record<string, string>;
}

/** The text of a bundle. Names of functions and classes stay: a reader sees them. */
export async function bundle(options: BundleOptions): Promise<string> {
  const { entry, format, traced = false, define = {} } = options;
  const library = join(root, 'src/trace/calls.ts');
  const folders = traced ? TRACED.map((folder) => new URL(folder, `file://${root}/`)) : [];
  const traces = folders.map((folder) => tracedModules(folder, library));
  const bundled = await rolldown({
    input: join(root, entry),
    cwd: root,
    platform: 'browser',
    treeshake: { moduleSideEffects: true },
    moduleTypes: { '.py': 'text', '.html': 'text', '.txt': 'text' },
    transform: { define },
    plugins: [...(traces as Plugin[]), runtimeModules()],
  });
  const { output } = await bundled.generate({
    format,
    keepNames: true,
    codeSplitting: false,
    minify: { compress: true, mangle: false, codegen: true },
  });
  await bundled.close();
  const [chunk] = output;
  const outside = [...chunk.imports, ...chunk.dynamicImports];
  if (output.length > 1 || outside.length > 0)
    throw new Error(`${entry} needs more than itself: ${outside.join(', ')}`);
  return chunk.code;
}
