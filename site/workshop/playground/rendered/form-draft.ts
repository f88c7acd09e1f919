/**
 * A form that was filled in on a drawn page, as a request.
 *
 * @module
 */

import { addressOf, EMPTY, type Draft } from '../draft.ts';
import type { FilledForm } from './messages.ts';

const BOUNDARY = '----playground-form-boundary';

/**
 * The request that a browser would send for a form on the page at `from`; undefined where it
 * leads to another host. Uploaded files are taken as text.
 */
export async function draftOfForm(form: FilledForm, from: string): Promise<Draft | undefined> {
  const path = addressOf(form.action, from);
  if (path === undefined) return undefined;
  const { method, encoding, fields } = form;
  const plain = new URLSearchParams(
    fields.map(([name, value]) => [name, typeof value === 'string' ? value : value.name]),
  );
  if (method === 'GET') return { ...EMPTY, path: `${path.split('?', 1)[0]}?${plain}` };
  if (encoding === 'multipart/form-data') {
    const headers = `Content-Type: multipart/form-data; boundary=${BOUNDARY}`;
    return { method, path, headers, body: await multipart(fields) };
  }
  const headers = 'Content-Type: application/x-www-form-urlencoded';
  return { method, path, headers, body: plain.toString() };
}

async function multipart(fields: FilledForm['fields']): Promise<string> {
  const parts = fields.map(async ([name, value]) => {
    const says = `Content-Disposition: form-data; name="${escape(name)}"`;
    if (typeof value === 'string') return `--${BOUNDARY}\r\n${says}\r\n\r\n${value}\r\n`;
    const type = value.type || 'application/octet-stream';
    const head = `${says}; filename="${escape(value.name)}"\r\nContent-Type: ${type}`;
    return `--${BOUNDARY}\r\n${head}\r\n\r\n${await value.text()}\r\n`;
  });
  return `${(await Promise.all(parts)).join('')}--${BOUNDARY}--\r\n`;
}

function escape(text: string): string {
  return text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
