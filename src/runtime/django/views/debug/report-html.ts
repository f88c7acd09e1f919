/**
 * A report as a page.
 *
 * @module
 */

import type { TemplateDoesNotExist } from '../../template/exceptions.ts';
import type { Items } from './filter.ts';
import type { Frame, Link } from './frames.ts';
import type { SafeText } from '../../utils/safestring.ts';
import { html, page } from './markup.ts';
import { type Report, type RequestReport, shown } from './report.ts';

/** A report as a page of HTML. */
export function reportAsHtml(report: Report): string {
  const { title, value, request, postmortem, template, links } = report;
  return page(
    title,
    html`<h1>${title}</h1>
      <pre>${value}</pre>
      ${table(summary(report))}
      ${
        postmortem
          ? html`<h2>Templates that were tried</h2>
              ${postmortem.map(engine)}`
          : ''
      }
      ${
        template
          ? html`<h2>${template.name}, line ${template.line}</h2>
              <pre>
${template.sourceLines.map(([line, text]) => `${line === template.line ? '>' : ' '} ${line} ${text}\n`)}</pre>`
          : ''
      }
      ${
        links.length > 0
          ? html`<h2>Traceback</h2>
              ${links.map(link)}`
          : ''
      }
      ${request ? requestTables(request) : html`<p>No request is known.</p>`}
      <h2>Settings</h2>
      <p>Of the module <code>${report.settingsModule}</code>; secrets are hidden.</p>
      ${table(report.settings.map(([name, held]) => [name, shown(held)]))}
      ${
        report.isEmail
          ? ''
          : html`<footer>
              <p>
                You see this because <code>DEBUG = True</code> is in the settings. With
                <code>False</code> a visitor sees the page of the status alone.
              </p>
            </footer>`
      }`,
  );
}

function summary({ request, type, version, serverTime }: Report): Items {
  return [
    ...(request ? [['Method', request.method] as const, ['Address', request.url] as const] : []),
    ...(type === null ? [] : [['Exception', type] as const]),
    ['Django', version],
    ['Time of the server', serverTime],
  ];
}

function requestTables({ user, tables }: RequestReport): SafeText {
  return html`<h2>Request</h2>
    ${user === null ? '' : html`<p>User: ${user}</p>`}
    ${tables.map(
      ([name, items]) =>
        html`<h3>${name}</h3>
          ${items.length > 0 ? table(items.map(([key, value]) => [key, shown(value)])) : html`<p>None.</p>`} `,
    )}`;
}

function engine({ backend, tried, message }: TemplateDoesNotExist): SafeText {
  const attempts = tried.map(
    ([origin, status]) => html`<li>${origin.loaderName ?? ''}: ${origin.name} (${status})</li>`,
  );
  return html`<p>${message} with <code>${backend?.name ?? ''}</code></p>
    <ul>
      ${attempts}
    </ul>`;
}

function link({ exception, frames }: Link, index: number): SafeText {
  const after = index > 0 ? html`<p>It was the cause of the following.</p>` : '';
  return html`${after}
    <ol>
      ${frames.map(frame)}
    </ol>
    <pre>${exception.name}: ${exception.message}</pre>`;
}

function frame({ name, place, variables }: Frame): SafeText {
  const kept = variables.map(([key, value]) => [key, shown(value)] as const);
  return html`<li>
    <code>${name || '(no name)'}</code> ${place}${kept.length > 0 ? table(kept) : ''}
  </li>`;
}

function table(items: Items): SafeText {
  return html`<table>
    ${items.map(
      ([name, value]) =>
        html`<tr>
          <th scope="row">${name}</th>
          <td>${value}</td>
        </tr>`,
    )}
  </table>`;
}
