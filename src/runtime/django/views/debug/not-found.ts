/**
 * What a developer sees where nothing is.
 *
 * @module
 */

import { Module } from '../../../importlib.ts';
import { settings } from '../../conf.ts';
import type { HttpRequest } from '../../http/request.ts';
import { HttpResponse, HttpResponseNotFound } from '../../http/response.ts';
import { resolve } from '../../urls/base.ts';
import { Resolver404 } from '../../urls/exceptions.ts';
import { dottedName } from '../../urls/resolver-match.ts';
import type { UrlEntry } from '../../urls/types.ts';
import type { SafeText } from '../../utils/safestring.ts';
import { html, page } from './markup.ts';

const HTML = { contentType: 'text/html' };

type Tried = readonly (readonly UrlEntry[])[];

/** 404 with the patterns that were tried; a welcome with 200 where the URLconf is still empty. @models django.views.debug:technical_404_response */
export function technical404Response(request: HttpRequest, exception: Error): HttpResponse {
  const found = exception instanceof Resolver404 ? (exception as Resolver404<UrlEntry>) : null;
  const tried = found?.tried ?? null;
  if (tried && isUntouched(request, tried)) return defaultUrlconf(request);
  const raisedBy = viewNameOf(request);
  const title = `Page not found at ${request.pathInfo}`;
  const body = html`<h1>Page not found <small>(404)</small></h1>
    <table>
      <tr>
        <th scope="row">Method</th>
        <td>${request.META.REQUEST_METHOD ?? ''}</td>
      </tr>
      <tr>
        <th scope="row">Address</th>
        <td>${request.buildAbsoluteUri()}</td>
      </tr>
      ${
        raisedBy
          ? html`<tr>
              <th scope="row">Raised by</th>
              <td>${raisedBy}</td>
            </tr>`
          : ''
      }
    </table>
    ${tried && tried.length > 0 ? patternList(urlconfOf(request), tried, found?.path ?? request.pathInfo.slice(1)) : html`<p>${exception.message}</p>`}
    <footer>
      <p>
        You see this because <code>DEBUG = True</code> is in the settings. With <code>False</code> a
        visitor sees the page of the status alone.
      </p>
    </footer>`;
  return new HttpResponseNotFound(page(title, body), HTML);
}

/** What a site shows that has no addresses yet. @models django.views.debug:default_urlconf */
export function defaultUrlconf(_request: HttpRequest): HttpResponse {
  const body = html`<h1>The site runs</h1>
    <p>Django is installed, and no address of your own is in the URLconf yet.</p>
    <footer>
      <p>
        You see this because <code>DEBUG = True</code> is in the settings and the URLconf is empty.
      </p>
    </footer>`;
  return new HttpResponse(page('The site runs', body), HTML);
}

function isUntouched(request: HttpRequest, tried: Tried): boolean {
  if (tried.length === 0) return true;
  const [steps = []] = tried;
  const [entry] = steps;
  if (request.path !== '/' || tried.length !== 1 || steps.length !== 1) return false;
  return (
    entry !== undefined &&
    'appName' in entry &&
    entry.appName === 'admin' &&
    entry.namespace === 'admin'
  );
}

function urlconfOf(request: HttpRequest): string {
  const urlconf = 'urlconf' in request ? request.urlconf : settings.ROOT_URLCONF;
  if (typeof urlconf === 'string') return urlconf;
  return urlconf instanceof Module ? urlconf.__name__ : 'a list of patterns';
}

function viewNameOf(request: HttpRequest): string {
  try {
    return dottedName(resolve(request.path).func);
  } catch (error) {
    if (error instanceof Resolver404) return '';
    throw error;
  }
}

function patternList(urlconf: string, tried: Tried, path: string): SafeText {
  const entries = tried.map((steps) => html`<li><code>${steps.map(step)}</code></li> `);
  return html`<p>
      The URLconf is <code>${urlconf}</code>. These patterns were tried, in this order:
    </p>
    <ol>
      ${entries}
    </ol>
    <p>None of them matches ${path ? html`<code>${path}</code>` : 'the empty path'}.</p>`;
}

function step(entry: UrlEntry, index: number, steps: readonly UrlEntry[]): string {
  const isLast = index === steps.length - 1;
  const name = isLast && 'name' in entry && entry.name ? ` [name='${entry.name}']` : '';
  return `${String(entry.pattern)}${name} `;
}
