/**
 * Which steps a reader sees: those on the request's way, or every call.
 *
 * @module
 */

import type { Step, Trace } from './model.ts';

/** How much is shown. */
export type Detail = 'way' | 'every call';

const ON_THE_WAY = [
  /^django\.core\.wsgi:/,
  /^django:setup$/,
  /^django\.utils\.log:(?:configure_logging|log_response)$/,
  /^django\.apps\.registry:Apps\.populate$/,
  /^django\.apps\.config:AppConfig\.(?:create|import_models)$/,
  /\.apps:\w+Config\.ready$/,
  /^django\.apps\.config:AppConfig\.ready$/,
  /^django\.core\.handlers\.wsgi:WSGI\w+\.__\w+__$/,
  /^django\.core\.handlers\.base:/,
  /^django\.core\.handlers\.exception:/,
  /^django\.core\.servers\.basehttp:\w+\.(?:handle_one_request|get_environ|close|handle_error)$/,
  /^wsgiref\.handlers:BaseHandler\.(?:run|setup_environ|start_response|finish_response|write|send_headers|finish_content|close|handle_error|log_exception|error_output)$/,
  /^django\.utils\.deprecation:MiddlewareMixin\.__call__$/,
  /Middleware\.(?:process_\w+|__call__|__init__)$/,
  /^mysite\./,
  /^django\.urls\.resolvers:URLResolver\.(?:resolve|resolve_error_handler)$/,
  /^django\.http\.response:\w+\.(?:__init__|close)$/,
  /^django\.template\.response:\w+\.(?:__init__|render)$/,
  /^django\.dispatch\.dispatcher:Signal\.send(?:_robust)?$/,
  /^django\.db:/,
  /^django\.urls\.base:set_(?:urlconf|script_prefix)$/,
  /^django\.views\.(?:defaults|csrf):/,
  /^django\.shortcuts:/,
];

/** Whether a function is one of those that a request's way is told by. */
export function isOnTheWay(name: string): boolean {
  return ON_THE_WAY.some((pattern) => pattern.test(name));
}

/** The numbers of the steps that are shown, in order. What carries an event is shown in any case. */
export function shownSteps(
  { names, steps }: Pick<Trace, 'names' | 'steps'>,
  detail: Detail,
): number[] {
  const all = steps.map((_, index) => index);
  if (detail === 'every call') return all;
  const onTheWay = names.map(isOnTheWay);
  const isShown = (step: Step): boolean =>
    step.events !== undefined || onTheWay[step.name] === true;
  return all.filter((index) => isShown(steps[index] as Step));
}
