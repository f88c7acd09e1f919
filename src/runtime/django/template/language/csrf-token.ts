/**
 * The tag that puts the token into a form.
 *
 * @module
 */

import { type Context as Scope, type Emitter, Tag } from 'liquidjs';
import { str } from '../../../repr.ts';
import { UserWarning } from '../../../builtins.ts';
import { warn } from '../../../warnings.ts';
import { settings } from '../../conf.ts';
import { escape } from '../../utils/html.ts';

/** The hidden field of a form; nothing where there is no token. @models django.template.defaulttags:CsrfTokenNode */
export class CsrfTokenTag extends Tag {
  /** Writes the field. @models django.template.defaulttags:CsrfTokenNode.render */
  *render(scope: Scope, emitter: Emitter): Generator<unknown, void, unknown> {
    const token = yield scope._get(['csrf_token']);
    if (token) emitter.write(field(str(token)));
    else if (settings.DEBUG) warnOfMissingToken();
  }
}

function field(token: string): string {
  if (token === 'NOTPROVIDED') return '';
  return `<input type="hidden" name="csrfmiddlewaretoken" value="${String(escape(token))}">`;
}

function warnOfMissingToken(): void {
  warn(
    'A {% csrf_token %} was used in a template, but the context did not provide the value.  This is usually caused by not using RequestContext.',
    UserWarning,
  );
}
