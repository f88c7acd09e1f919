export const DEBUG = true;
export const SECRET_KEY = 'only for the playground';
export const ROOT_URLCONF = 'mysite.urls';

export const MIDDLEWARE = [
  'django.middleware.common.CommonMiddleware',
  'django.middleware.csrf.CsrfViewMiddleware',
];

export const TEMPLATES = [
  { BACKEND: 'django.template.backends.django.DjangoTemplates', DIRS: ['/templates'] },
];
