/**
 * Modules whose bodies are steps, and what such bodies define.
 *
 * @module
 */

import { AppConfig } from '#runtime/django/apps';
import { getWsgiApplication } from '#runtime/django/core/wsgi';
import { nonAtomicRequests } from '#runtime/django/db/transaction';
import { HttpResponse, type HttpRequest } from '#runtime/django/http';
import { path } from '#runtime/django/urls';
import type { View } from '#runtime/django/urls/types';
import { loadModule, registerModule, unregisterModule } from '#runtime/importlib';
import { environ } from '#runtime/os';
import type { Json } from '../../../model.ts';
import { decodeAll, type Program, type Step, type Verb } from './program.ts';

/** The steps of the bodies of modules, by the names of the modules. */
export type Bodies = Record<string, Step[]>;

/** Registers the modules of a case, whose files lie in a folder; the result takes them away. */
export function registerBodies(program: Program, bodies: Bodies, root = ''): () => void {
  const names = Object.keys(bodies);
  for (const name of names) {
    const run = (module: Program['module']): void => {
      program.modules.push(module);
      try {
        program.do(bodies[name] ?? []);
      } finally {
        program.modules.pop();
      }
    };
    registerModule(name, run, { file: fileOf(bodies, name, root) });
  }
  return () => names.forEach(unregisterModule);
}

/** The path of a module's file. */
export function fileOf(bodies: Bodies, name: string, root: string): string {
  const place = `${root}/${name.replaceAll('.', '/')}`;
  const isPackage = Object.keys(bodies).some((other) => other.startsWith(`${name}.`));
  return isPackage ? `${place}/__init__.py` : `${place}.py`;
}

interface LayerSteps {
  init?: Step[];
  request?: Step[];
  response?: Step[];
}

type Respond = (request: HttpRequest) => unknown;

function layerOf(program: Program, { request = [], response = [] }: LayerSteps, inner: Respond) {
  return (asked: HttpRequest): unknown => {
    const answer = program.do(request) ?? inner(asked);
    program.do(response);
    return answer;
  };
}

/** A class of this name, made ready by steps. */
function configClass(program: Program, name: string, told: Record<string, unknown>, steps: Step[]) {
  const { name: appName, verbose_name: verboseName, ...others } = told;
  const made = {
    [name]: class extends AppConfig {
      override ready(): void {
        program.do(steps);
      }
    },
  };
  const statics = {
    ...others,
    ...(appName !== undefined && { appName }),
    ...(verboseName !== undefined && { verboseName }),
  };
  return Object.assign(made[name] as object, statics);
}

/** Verbs of the bodies of modules, and of imports. */
export const MODULE_VERBS: Record<string, Verb> = {
  define: ({ module }, values: Record<string, Json>) => {
    Object.assign(module, decodeAll(values));
  },
  function: (program, name: string, steps: Step[]) => {
    program.module[name] = () => program.do(steps);
  },
  config: (program, name: string, told: Record<string, Json>, steps: Step[]) => {
    program.module[name] = configClass(program, name, decodeAll(told), steps);
  },
  class: ({ module }, name: string) => {
    module[name] = {
      [name]: class {
        readonly kind = name;
      },
    }[name];
  },
  middleware: (program, name: string, steps: LayerSteps, nothing = false) => {
    program.module[name] = (inner: Respond) => {
      program.do(steps.init ?? []);
      return nothing ? null : layerOf(program, steps, inner);
    };
  },
  view: (program, name: string, steps: Step[], atomic = true) => {
    const view = () => program.do(steps) ?? new HttpResponse(name);
    program.module[name] = atomic ? view : nonAtomicRequests(view);
  },
  urls: ({ module }, routes: [string, string][]) => {
    module['urlpatterns'] = routes.map(([route, view]) => path(route, module[view] as View));
  },
  application: ({ module }) => {
    module['application'] = getWsgiApplication();
  },
  import: (_, name: string) => {
    loadModule(name);
  },
  assign: (_, module: string, name: string, value: Json) => {
    loadModule(module)[name] = value;
  },
  environ: (_, name: string, value: string) => {
    environ()[name] = value;
  },
  'environ default': (_, name: string, value: string) => {
    environ()[name] ??= value;
  },
  variable: (program, name: string) => program.tell('variable', environ()[name] ?? null),
};
