export const DEBUG = true;
export const SECRET_KEY = 'only for the playground';
export const ROOT_URLCONF = 'mysite.urls';

// Without it, an address that lacks its last slash is just not found.
export const MIDDLEWARE = ['django.middleware.common.CommonMiddleware'];
