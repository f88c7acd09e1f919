import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { book } from './doctest.config.ts';
import { bookStandIn } from './site/integrations/book-stand-in.ts';
import { exercises } from './site/markdown/exercises.ts';
import { glossary } from './site/glossary/glossary.ts';
import { rows } from './site/markdown/rows.ts';
import { terms } from './site/markdown/terms.ts';
import { doctest } from './src/doctest/astro/doctest.ts';

const fixture = process.env.ROUND_TRIP_CONTENT !== undefined;

/**
 * The doctest engine. The fixture of the tests brings its own results and runs nothing;
 * `DOCTEST=off` judges nothing and `DOCTEST=typescript` no Python, to measure what judging costs:
 * the site has the same files.
 */
const engine = fixture
  ? undefined
  : doctest(
      { ...book, python: process.env.DOCTEST !== 'typescript' },
      { run: process.env.DOCTEST !== 'off' },
    );

const firstPaint = readFileSync(new URL('./site/scripts/first-paint.js', import.meta.url), 'utf8');
const firstPaintHash = `sha256-${createHash('sha256').update(firstPaint).digest('base64')}`;

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  output: 'static',
  trailingSlash: 'always',
  ...(process.env.SITE ? { site: process.env.SITE } : {}),
  ...(process.env.BASE ? { base: process.env.BASE } : {}),
  ...(process.env.ROUND_TRIP_CACHE ? { cacheDir: process.env.ROUND_TRIP_CACHE } : {}),
  server: { port: Number(process.env.PORT ?? 4321) },
  devToolbar: { enabled: false },
  integrations: [...(engine ? [engine.integration] : []), mdx()],
  markdown: {
    processor: satteri({
      mdastPlugins: engine ? [engine.mdast] : [],
      hastPlugins: [terms(glossary), rows(), exercises()],
    }),
    syntaxHighlight: false,
  },
  build: { inlineStylesheets: 'never' },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
      scriptDirective: { resources: ["'self'"], hashes: [firstPaintHash] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    ...(process.env.ROUND_TRIP_CACHE ? { cacheDir: `${process.env.ROUND_TRIP_CACHE}/vite` } : {}),
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    plugins: [bookStandIn()],
  },
});
