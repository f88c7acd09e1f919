/** Views as classes, as `django.views.generic` offers them; those for models are not here. @module */

export { type ClassBasedView, View } from './generic/base.ts';
export { RedirectView } from './generic/redirect-view.ts';
export { TemplateView } from './generic/template-view.ts';
