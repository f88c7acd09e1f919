/**
 * The language of templates: Liquid, which looks much like Django's own, with Django's rules for
 * what is escaped and for what a name means.
 *
 * @module
 */

import {
  AssertionError,
  Liquid,
  LiquidError,
  LayoutTag,
  type Template as Parsed,
  toValue,
  type Token,
} from 'liquidjs';
import { str } from '../../repr.ts';
import { conditionalEscape, escape } from '../utils/html.ts';
import { markSafe } from '../utils/safestring.ts';
import type { Context } from './backends.ts';
import { type TemplateDebug, TemplateSyntaxError } from './exceptions.ts';
import { CsrfTokenTag } from './language/csrf-token.ts';
import { Names } from './language/names.ts';

type LiquidOptions = ConstructorParameters<typeof Liquid>[0];

/** How a language is set up. */
export interface LanguageOptions {
  /** Whether what is put in is escaped. */
  autoescape: boolean;
  /** What stands for a name that there is not. */
  stringIfInvalid: string;
  /** Another template, read. @throws {TemplateDoesNotExist} @throws {TemplateSyntaxError} */
  find(templateName: string): Parsed[];
}

/** A comment of Django's, `{# … #}` on one line, which Liquid does not know. */
const COMMENT = /\{#.*?#\}/g;

/** Liquid that looks for no files: other templates come from Django's loaders. */
class LoadedLiquid extends Liquid {
  readonly #find: LanguageOptions['find'];

  constructor(find: LanguageOptions['find'], options: LiquidOptions) {
    super(options);
    this.#find = find;
  }

  override *_parsePartialFile(name: string): Generator<unknown, Parsed[]> {
    return (yield this.#find(name)) as Parsed[];
  }

  override *_parseLayoutFile(name: string): Generator<unknown, Parsed[]> {
    return (yield this.#find(name)) as Parsed[];
  }
}

/** Reads and renders templates. It keeps to interpretation: no code is made of a template. */
export class Language {
  readonly #liquid: Liquid;

  constructor(options: LanguageOptions) {
    const { autoescape, stringIfInvalid } = options;
    this.#liquid = new LoadedLiquid(options.find, {
      jsTruthy: true,
      ownPropertyOnly: false,
      strictFilters: true,
      outputEscape(value: unknown) {
        const plain = toValue(value) as unknown;
        const text = plain === undefined ? stringIfInvalid : textOf(plain);
        return autoescape ? String(conditionalEscape(text)) : String(text);
      },
    });
    this.#liquid.registerTag('extends', LayoutTag);
    this.#liquid.registerTag('csrf_token', CsrfTokenTag);
    this.#liquid.registerFilter('safe', (value: unknown) => markSafe(str(value)));
    this.#liquid.registerFilter('escape', (value: unknown) => conditionalEscape(textOf(value)));
    this.#liquid.registerFilter('force_escape', (value: unknown) => escape(str(value)));
  }

  /** Reads a template. @param name what an error calls it. @throws {TemplateSyntaxError} */
  parse(source: string, name: string): Parsed[] {
    try {
      return this.#liquid.parse(source.replaceAll(COMMENT, ''), name);
    } catch (error) {
      throw originOf(error);
    }
  }

  /** Renders a template that was read. @throws what a name or another template throws. */
  render(parsed: Parsed[], names: Context): string {
    const scope = new Names(names, this.#liquid);
    try {
      return str(this.#liquid.renderSync(parsed, scope));
    } catch (error) {
      throw originOf(error);
    }
  }
}

/** Text that is HTML stays so; all else is text as Python writes it. */
function textOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && '__html__' in value ? value : str(value);
}

/** The error that Liquid wrapped; a mistake in the template where it is Liquid's own. */
function originOf(error: unknown): unknown {
  if (!LiquidError.is(error)) return error;
  const { originalError, token } = error as { originalError?: unknown; token?: Token };
  if (LiquidError.is(originalError)) return originOf(originalError);
  const isForeign = WHILE_RENDERING.has(error.name) && !(originalError instanceof AssertionError);
  return isForeign ? originalError : syntaxError((originalError ?? error) as Error, token);
}

/** The errors that Liquid wraps around what a name or another template throws. */
const WHILE_RENDERING: ReadonlySet<string> = new Set(['RenderError', 'UndefinedVariableError']);

/** What Liquid adds to its messages: where the mistake is, which is told otherwise here. */
const PLACE = /(?:, file:.*?)?, line:\d+, col:\d+$/s;
const LINES_AROUND = 10;

function syntaxError(error: Error, token: Token | undefined): TemplateSyntaxError {
  const found = new TemplateSyntaxError(error.message.replace(PLACE, ''));
  if (token) found.templateDebug = debugOf(token, found.message);
  return found;
}

/** @models django.template.base:Template.get_exception_info */
function debugOf(token: Token, message: string): TemplateDebug {
  const [line = 1] = token.getPosition();
  const lines = token.input.split('\n').map((text, index) => [index + 1, text] as const);
  const around = ([number]: readonly [number, string]) => Math.abs(number - line) <= LINES_AROUND;
  return { name: token.file ?? '', message, line, sourceLines: lines.filter(around) };
}
