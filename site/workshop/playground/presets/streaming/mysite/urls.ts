import { path } from '#runtime/django/urls';
import { broken, endless, lines } from './views.ts';

export const urlpatterns = [path('', lines), path('broken/', broken), path('endless/', endless)];
