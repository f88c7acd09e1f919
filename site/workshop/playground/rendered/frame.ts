/**
 * The script of the page that draws responses. It runs in an opaque origin, under a policy that
 * lets no other script run and nothing be loaded; links and forms are told to the page around it.
 *
 * @module
 */

import { harmless } from './harmless.ts';
import type { FromRendered, ToRendered } from './messages.ts';

const isApart = self.origin === 'null' && parent !== self;
if (isApart) addEventListener('message', begin, { once: true });
else document.body.textContent = 'This page does nothing by itself: the playground draws in it.';

function begin({ source, ports }: MessageEvent): void {
  const [port] = ports;
  if (source !== parent || !port) return;
  const tell = (message: FromRendered): void => port.postMessage(message);
  port.addEventListener('message', ({ data }: MessageEvent<ToRendered>) => {
    draw(data.html);
    const { title, documentElement } = document;
    tell({ type: 'drawn', title, height: documentElement.scrollHeight });
  });
  document.addEventListener('click', (event) => follow(event, tell), true);
  document.addEventListener('auxclick', (event) => event.preventDefault(), true);
  document.addEventListener('submit', (event) => submit(event, tell), true);
  port.start();
}

function draw(html: string): void {
  const made = harmless(html);
  const root = document.documentElement;
  for (const { name } of Array.from(root.attributes)) root.removeAttribute(name);
  for (const { name, value } of made.documentElement.attributes) root.setAttribute(name, value);
  root.replaceChildren(document.adoptNode(made.head), document.adoptNode(made.body));
}

function follow(event: MouseEvent, tell: (message: FromRendered) => void): void {
  const target = event.target instanceof Element ? event.target : null;
  const link = target?.closest('a, area');
  const address = link?.getAttribute('href') ?? link?.getAttribute('xlink:href');
  if (address === null || address === undefined) return;
  event.preventDefault();
  if (!address.startsWith('#')) tell({ type: 'follow', address });
  else document.getElementById(address.slice(1))?.scrollIntoView();
}

function submit(event: SubmitEvent, tell: (message: FromRendered) => void): void {
  event.preventDefault();
  const { target: form, submitter } = event;
  if (!(form instanceof HTMLFormElement)) return;
  const said = (name: string): string =>
    submitter?.getAttribute(`form${name}`) ?? form.getAttribute(name) ?? '';
  tell({
    type: 'submit',
    method: said('method').toUpperCase() === 'POST' ? 'POST' : 'GET',
    action: said('action'),
    encoding: said('enctype').toLowerCase(),
    fields: [...new FormData(form, submitter)],
  });
}
