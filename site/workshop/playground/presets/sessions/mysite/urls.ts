import { path } from '#runtime/django/urls';
import { forget, visits } from './views.ts';

export const urlpatterns = [path('', visits, { name: 'visits' }), path('forget/', forget)];
