export const DEBUG = true;
export const SECRET_KEY = 'only for the playground';
export const ROOT_URLCONF = 'mysite.urls';

export const MIDDLEWARE = ['mysite.middleware.Outer', 'mysite.middleware.gate'];
