/**
 * Views as classes: one instance a request, one method for each of HTTP's.
 *
 * @module
 */

import { AttributeError } from '../../../builtins.ts';
import { getLogger } from '../../../logging.ts';
import { isPlainObject } from '../../../objects.ts';
import { repr } from '../../../repr.ts';
import type { HttpRequest } from '../../http/request.ts';
import type { HttpResponseBase } from '../../http/response-base.ts';
import { HttpResponse, HttpResponseNotAllowed } from '../../http/response.ts';
import type { Kwargs } from '../../urls/types.ts';
import { shareModule } from '../../utils/module-loading.ts';

/** The logger of views, which is that of requests. @models django.views.generic.base:logger */
export const logger = getLogger('django.request', { atImport: true });

/** What a view is called with beside the request: captures without a name, then the record of those with one. */
export type Given = readonly unknown[];

/** A method of a view that answers one of HTTP's. */
export type Handler = (request: HttpRequest, ...given: never[]) => HttpResponseBase;

/** A view made of a class. */
export interface ClassBasedView {
  (request: HttpRequest, ...given: Given): HttpResponseBase;
  /** The class. */
  viewClass: new () => View;
  /** What each instance is given. */
  viewInitkwargs: object;
}

/** A view as a class; a subclass has a method for each of HTTP's that it answers: `get`, `post`. @models django.views.generic.base:View */
export class View {
  /** The methods that it may answer. @models django.views.generic.base:View.http_method_names */
  httpMethodNames: readonly string[] = [
    'get',
    'post',
    'put',
    'patch',
    'delete',
    'head',
    'options',
    'trace',
  ];
  /** What is being asked; there from `setup` on. */
  declare request: HttpRequest;
  /** Captures without a name. */
  declare args: readonly unknown[];
  /** Captures with one. */
  declare kwargs: Kwargs;

  /** The view for a URLconf. @throws a `TypeError` for what is none of the class's attributes, or the name of a method of HTTP. @models django.views.generic.base:View.as_view */
  static asView<V extends View>(this: new () => V, initkwargs: Partial<V> = {}): ClassBasedView {
    rejectForeign(this, initkwargs);
    const view = (request: HttpRequest, ...given: Given) => {
      const self: View = Object.assign(new this(), initkwargs);
      if (has(self, 'get') && !has(self, 'head')) assign(self, 'head', method(self, 'get'));
      self.setup(request, ...given);
      if (!('request' in self)) {
        throw new AttributeError(
          `${this.name} instance has no 'request' attribute. Did you override setup() and forget to call super()?`,
        );
      }
      return self.dispatch(request, ...given);
    };
    shareModule(view, this);
    Object.defineProperty(view, 'name', { value: this.name, configurable: true });
    const { dispatch } = this.prototype as View;
    return Object.assign(view, { viewClass: this, viewInitkwargs: initkwargs }, dispatch);
  }

  /** Keeps what is being asked. @models django.views.generic.base:View.setup */
  setup(request: HttpRequest, ...given: Given): void {
    this.request = request;
    [this.args, this.kwargs] = splitGiven(given);
  }

  /** Calls the method for the request's, or the one that says that there is none. @models django.views.generic.base:View.dispatch */
  dispatch(request: HttpRequest, ...given: Given): HttpResponseBase {
    const name = (request.method ?? '').toLowerCase();
    const known = this.httpMethodNames.includes(name) && has(this, name);
    const handler = known ? method(this, name) : this.httpMethodNotAllowed;
    return handler.call(this, request, ...(given as never[]));
  }

  /** 405, with the methods that it answers. @models django.views.generic.base:View.http_method_not_allowed */
  httpMethodNotAllowed(request: HttpRequest, ..._given: Given): HttpResponseBase {
    logger.warning(`Method Not Allowed (${request.method}): ${request.path}`, {
      extra: { statusCode: 405, request },
    });
    return new HttpResponseNotAllowed(this._allowedMethods());
  }

  /** The methods that it answers, for who asks for them. @models django.views.generic.base:View.options */
  options(_request: HttpRequest, ..._given: Given): HttpResponseBase {
    const response = new HttpResponse();
    response.set('Allow', this._allowedMethods().join(', '));
    response.set('Content-Length', '0');
    return response;
  }

  /** @models django.views.generic.base:View._allowed_methods */
  protected _allowedMethods(): string[] {
    return this.httpMethodNames.filter((name) => has(this, name)).map((name) => name.toUpperCase());
  }
}

/** Captures without a name, and the record of those with one. */
export function splitGiven(given: Given): [args: readonly unknown[], kwargs: Kwargs] {
  const last = given.at(-1);
  return isPlainObject(last) ? [given.slice(0, -1), last] : [given, {}];
}

function rejectForeign(ViewClass: new () => View, initkwargs: object): void {
  const names = Object.keys(initkwargs);
  if (names.length === 0) return;
  const attributes = new ViewClass();
  for (const name of names) {
    if (attributes.httpMethodNames.includes(name)) {
      throw new TypeError(
        `You tried to pass in the ${name} method name as a keyword argument to ${ViewClass.name}(). Don't do that.`,
      );
    }
    if (name in attributes) continue;
    throw new TypeError(
      `${ViewClass.name}() received an invalid keyword ${repr(name)}. as_view only accepts arguments that are already attributes of the class.`,
    );
  }
}

function has(view: View, name: string): boolean {
  return typeof Reflect.get(view, name) === 'function';
}

function method(view: View, name: string): Handler {
  return Reflect.get(view, name) as Handler;
}

function assign(view: View, name: string, handler: Handler): void {
  Reflect.set(view, name, handler);
}
