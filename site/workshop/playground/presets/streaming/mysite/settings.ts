export const DEBUG = true;
export const SECRET_KEY = 'only for the playground';
export const ROOT_URLCONF = 'mysite.urls';
