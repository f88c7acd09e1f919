import { HttpResponse } from '#runtime/django/http';
import type { HttpRequest } from '#runtime/django/http/request';
import { reverse } from '#runtime/django/urls';

export function home(): HttpResponse {
  const addresses = [
    reverse('year', { args: [2019] }),
    reverse('article', { kwargs: { year: 2019, title: 'on-slashes' } }),
    reverse('day', { args: [2] }),
    '/old/2006/',
    '/days/someday/',
  ];
  const items = addresses.map((address) => `<li><a href="${address}">${address}</a></li>`);
  return new HttpResponse(`<h1>Addresses</h1><ul>${items.join('')}</ul>`);
}

export function article(
  _request: HttpRequest,
  { year, title = 'all' }: { year: number | string; title?: string },
): HttpResponse {
  console.log('year is a', typeof year);
  return new HttpResponse(`<h1>${year}</h1><p>Articles: ${title}</p><p><a href="/">Back</a></p>`);
}

export function day(_request: HttpRequest, { number }: { number: number }): HttpResponse {
  return new HttpResponse(`<p>Day ${number} of the week. <a href="/">Back</a></p>`);
}
