import { path } from '#runtime/django/urls';
import { home } from './views.ts';

export const urlpatterns = [path('', home)];
