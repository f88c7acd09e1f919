import type { HttpRequest } from '#runtime/django/http/request';
import type { HttpResponse } from '#runtime/django/http';
import { redirect, render } from '#runtime/django/shortcuts';

/** They stay as long as the server runs: a change of a file restarts it. */
const names: string[] = [];

export function guests(request: HttpRequest): HttpResponse {
  if (request.method !== 'POST') return render(request, 'guests.html', { names });
  names.push(request.POST.get('name', ''));
  return redirect('guests');
}
