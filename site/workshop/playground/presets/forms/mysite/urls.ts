import { path } from '#runtime/django/urls';
import { guests } from './views.ts';

export const urlpatterns = [path('', guests, { name: 'guests' })];
