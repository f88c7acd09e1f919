import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildSite, type BuiltSite, discard } from '../build-site.ts';

const MINUTES = 60_000;
let site: BuiltSite;

beforeAll(async () => {
  site = await buildSite({ content: 'fixture', base: '/book/' });
}, 5 * MINUTES);

afterAll(() => discard(site));

const read = (file: string): string => readFileSync(join(site.folder, file), 'utf8');

it('the appendix has every tagged symbol with its Python, a link to its line, and its cases', () => {
  const page = read('appendix/symbols/django.greeting/index.html').replaceAll('<wbr>', '');
  expect(page).toContain('test/site/fixture/port/words.ts');
  expect(page).toMatch(
    /<td>Greeting\.say<\/td><td><a href="https:\/\/github\.com\/django\/django\/blob\/2\.2\.28\/django\/greeting\/words\.py#L19"[^>]*>Greeting\.say<\/a><\/td><td>2<\/td>/,
  );
  expect(page).toContain('<td>Greeting.name</td><td>Greeting.name</td><td>0</td>');
  expect(page).toContain('how many of 3 recorded cases pass through it');
});

it('its first page leads to each module, and the book leads to it', () => {
  const page = read('appendix/symbols/index.html');
  expect(page).toContain('href="/book/appendix/symbols/django.greeting/#django.greeting.words"');
  expect(page).toMatch(/django\.greeting\.words<\/a><\/td><td>2<\/td><td>1<\/td>/);
  expect(read('index.html').match(/href="\/book\/appendix\/symbols\/"/g)?.length).toBe(2);
});

it('the list that a reader searches has every symbol and where it stands', () => {
  expect(JSON.parse(read('appendix/symbols.json'))).toEqual([
    [
      'Greeting.say',
      'django.greeting.words:Greeting.say',
      '/book/appendix/symbols/django.greeting/#django.greeting.words',
    ],
    [
      'Greeting.name',
      'django.greeting.words:Greeting.name',
      '/book/appendix/symbols/django.greeting/#django.greeting.words',
    ],
  ]);
});

it('without scripts there is nothing to filter with', () => {
  expect(read('appendix/symbols/django.greeting/index.html')).toMatch(
    /<div class="finder"[^>]* hidden>/,
  );
});
