import { beforeEach, describe, expect, test } from 'vitest';
import { freshSettings, settings } from '#runtime/django/conf';
import { Engine, TemplateDoesNotExist, TemplateSyntaxError } from '#runtime/django/template';
import { makeContext } from '#runtime/django/template/context';
import type { EngineOptions } from '#runtime/django/template/engine';
import { MultiValueDict } from '#runtime/django/utils/datastructures';
import { markSafe } from '#runtime/django/utils/safestring';
import { catchWarnings } from '#runtime/warnings';

const templates = {
  'base.html': '<b>{% block a %}A{% endblock %}|{% block b %}B{% endblock b %}</b>',
  'child.html': '{% extends "base.html" %}{% block a %}child, {{ block.super }}{% endblock %}',
  'part.html': 'part of {{ x }}{# unseen #}',
  'bad.html': 'first\n{% if %}',
};

beforeEach(() => {
  freshSettings();
});

function rendered(source: string, names: object = {}, options: EngineOptions = {}): string {
  const loaders = [['django.template.loaders.locmem.Loader', templates] as const];
  const engine = new Engine({ loaders, ...options });
  return engine.fromString(source).render(makeContext({ ...names }));
}

function mistake(source: string): TemplateSyntaxError {
  try {
    rendered(source);
  } catch (error) {
    if (error instanceof TemplateSyntaxError) return error;
    throw error;
  }
  throw new Error('the template was read');
}

describe('what is put in', () => {
  test('is escaped, unless it is marked as HTML or the engine is told not to', () => {
    const names = { a: `<a b="c" d='e'>&`, safe: markSafe('<i>') };
    expect(rendered('{{ a }}|{{ safe }}', names)).toBe(
      '&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;|<i>',
    );
    expect(rendered('{{ a }}', { a: '<' }, { autoescape: false })).toBe('<');
  });

  test('is escaped once, whatever filters say so', () => {
    const names = { a: '<a>', safe: markSafe('<i>') };
    expect(
      rendered('{{ a|safe }} {{ a|escape }} {{ safe|escape }} {{ safe|force_escape }}', names),
    ).toBe('<a> &lt;a&gt; <i> &lt;i&gt;');
    expect(rendered('{{ safe|upcase }}', names)).toBe('&lt;I&gt;');
  });

  test('is text as Python writes it', () => {
    const names = { none: null, yes: true, list: [1, 'x'], dict: { a: 1.5 } };
    expect(rendered('{{ none }} {{ yes }} {{ list }} {{ dict }} {{ True }}', names)).toBe(
      'None True [1, &#39;x&#39;] {&#39;a&#39;: 1.5} True',
    );
  });

  test('is nothing for a name that there is not, or what the engine says', () => {
    expect(rendered('({{ nope }}{{ nope.deeper }})')).toBe('()');
    expect(rendered('({{ nope }})', {}, { stringIfInvalid: 'INVALID' })).toBe('(INVALID)');
  });
});

describe('a name', () => {
  test('looks into mappings, then at attributes, and calls functions', () => {
    const names = {
      map: new Map([['k', 'in the map']]),
      many: new MultiValueDict([['q', ['first', 'last']]]),
      object: {
        here: 'attribute',
        call() {
          return `${this.here} of a call`;
        },
      },
      list: ['a', 'b'],
      Class: class Named {
        own = 1;
      },
    };
    expect(
      rendered(
        '{{ map.k }}, {{ many.q }}, {{ object.here }}, {{ object.call }}, {{ list.1 }}',
        names,
      ),
    ).toBe('in the map, last, attribute, attribute of a call, b');
    expect(rendered('{{ Class }}', names)).toBe('&lt;class &#39;Named&#39;&gt;');
  });

  test('that begins with an underscore is never found', () => {
    expect(rendered('({{ o._secret }}{{ o.__proto__ }})', { o: { _secret: 1 } })).toBe('()');
  });

  test('whose function throws throws the same', () => {
    const mine = new RangeError('mine');
    const names = {
      broken() {
        throw mine;
      },
    };
    expect(() => rendered('{{ broken }}', names)).toThrow(mine);
    expect(() => rendered('{% if broken %}{% endif %}', names)).toThrow(mine);
  });
});

describe('the tags', () => {
  test('choose, repeat, and count empty text and 0 as false', () => {
    expect(
      rendered('{% for i in l %}{% if i %}{{ forloop.index }}{{ i }},{% endif %}{% endfor %}', {
        l: ['a', '', 0, 'b'],
      }),
    ).toBe('1a,4b,');
  });

  test('take in other templates, and fill the blocks of one around', () => {
    expect(rendered('{% include "part.html" %}', { x: '<' })).toBe('part of &lt;');
    expect(rendered('{% include which %}', { which: 'part.html', x: 1 })).toBe('part of 1');
    expect(rendered('{% render "part.html", x: 3 %}', { x: 1 })).toBe('part of 3');
    expect(rendered('{% include "child.html" %}')).toBe('<b>child, A|B</b>');
    expect(() => rendered('{% extends "none.html" %}')).toThrow(TemplateDoesNotExist);
  });

  test('leave comments out', () => {
    expect(rendered('a{# {{ b }} #}c{% comment %}d{% endcomment %}{# e')).toBe('ac{# e');
  });

  test('put the token into a form, and warn a developer who has none', () => {
    const form = '{% csrf_token %}';
    expect(rendered(form, { csrf_token: 'a<b' })).toBe(
      '<input type="hidden" name="csrfmiddlewaretoken" value="a&lt;b">',
    );
    expect([rendered(form, { csrf_token: 'NOTPROVIDED' }), rendered(form)]).toEqual(['', '']);
    settings.DEBUG = true;
    expect(catchWarnings(() => rendered(form)).map(String)).toEqual([
      'UserWarning: A {% csrf_token %} was used in a template, but the context did not provide the value.  This is usually caused by not using RequestContext.',
    ]);
  });
});

describe('a mistake in a template', () => {
  test('is an error as it is read', () => {
    for (const source of ['{% nope %}', '{{ a', '{% if a %}', '{{ a|nope }}', '{% block x %}']) {
      expect(mistake(source)).toBeInstanceOf(TemplateSyntaxError);
    }
  });

  test('says where it is, in a template that is taken in too', () => {
    expect(mistake('one\ntwo {% nope %}').templateDebug).toEqual({
      name: '<unknown source>',
      message: 'tag "nope" not found',
      line: 2,
      sourceLines: [
        [1, 'one'],
        [2, 'two {% nope %}'],
      ],
    });
    expect(mistake('{% include "bad.html" %}').templateDebug).toMatchObject({
      name: 'bad.html',
      line: 2,
    });
  });
});
