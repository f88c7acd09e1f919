/**
 * A layer with all five hooks, and a template, that tell when they are entered.
 *
 * @module
 */

import type { Answer } from '../../django/core/handlers/types.ts';
import type { HttpRequest } from '../../django/http.ts';
import type { HttpResponseBase } from '../../django/http/response-base.ts';
import type { Template } from '../../django/template/backends.ts';
import { MiddlewareMixin } from '../../django/utils/deprecation.ts';
import { tell } from './scene.ts';

/** The hooks by Python's names. */
type Hook =
  | 'process_request'
  | 'process_view'
  | 'process_template_response'
  | 'process_exception'
  | 'process_response';

/** What a hook goes on to do. */
export type Answers = { [hook in Hook]?: () => Answer };

/** Makes a layer whose hooks tell that they are entered, then do what is given for them, or go on. */
export function tellingLayer(name: string, answers: Answers = {}) {
  function entered(hook: Hook, seen = ''): Answer {
    tell(`${name}.${hook}${seen}`);
    return answers[hook]?.();
  }

  return class Layer extends MiddlewareMixin {
    processRequest(_request: HttpRequest): Answer {
      return entered('process_request');
    }

    processView(): Answer {
      return entered('process_view');
    }

    processTemplateResponse(_request: HttpRequest, response: HttpResponseBase): HttpResponseBase {
      return entered('process_template_response') ?? response;
    }

    processException(_request: HttpRequest, exception: Error): Answer {
      return entered('process_exception', ` ${exception.name}`);
    }

    processResponse(_request: HttpRequest, response: HttpResponseBase): HttpResponseBase {
      return entered('process_response', ` ${response.statusCode}`) ?? response;
    }
  };
}

/** A template that tells when it is rendered, and throws what it is given. */
export function tellingTemplate(text: string, error: Error | null = null): Template {
  return {
    render() {
      tell('the template is rendered');
      if (error !== null) throw error;
      return text;
    },
  };
}
