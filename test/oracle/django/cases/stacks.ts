/**
 * What a case of suite django-middleware is made of.
 *
 * @module
 */

/** What a hook, a view or an error view does: a kind, and what that is given. */
export type Action = [kind: string, ...given: (string | number | boolean | null)[]];

/** The hooks of a layer. */
export type Hook = 'request' | 'view' | 'template' | 'exception' | 'response';

/** One layer. */
export type Layer = {
  /** A class with `MiddlewareMixin`, a class with `__call__`, a function, or a name that leads nowhere. */
  style: 'mixin' | 'class' | 'function' | 'missing';
  /** The hooks that it has, and what each does; one that does nothing goes on. */
  hooks: { [hook in Hook]?: Action | null };
  /** What making it does. */
  init?: Action;
  /** How it calls the next one: two times, or in a `try`. */
  call?: 'twice' | 'catch';
  /** Whether its hooks look at the status of what they are given; true unless said otherwise. */
  looks?: false;
};

/** A request to a stack of layers, outermost first. */
export type Stack = {
  debug: boolean;
  /** `DEBUG_PROPAGATE_EXCEPTIONS`. */
  propagate?: true;
  path: string;
  layers: Layer[];
  view: Action | null;
  /** The error views of the URLconf, by status. */
  handlers?: { [status: string]: Action | null };
};

/** All five hooks, in the order in which a request can meet them. */
export const HOOKS: readonly Hook[] = ['request', 'view', 'template', 'exception', 'response'];
