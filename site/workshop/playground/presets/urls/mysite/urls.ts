import { path, registerConverter, rePath } from '#runtime/django/urls';
import { DayConverter } from './converters.ts';
import { article, day, home } from './views.ts';

registerConverter(DayConverter, 'day');

export const urlpatterns = [
  path('', home),
  path('articles/<int:year>/', article, { name: 'year' }),
  path('articles/<int:year>/<slug:title>/', article, { name: 'article' }),
  path('days/<day:number>/', day, { name: 'day' }),
  rePath('^old/(?P<year>[0-9]{4})/$', article),
];
