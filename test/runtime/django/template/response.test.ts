import { beforeEach, expect, test } from 'vitest';
import { freshSettings } from '#runtime/django/conf';
import { HttpRequest, HttpResponse } from '#runtime/django/http';
import { TemplateDoesNotExist } from '#runtime/django/template/loader';
import {
  ContentNotRenderedError,
  SimpleTemplateResponse,
  TemplateResponse,
} from '#runtime/django/template/response';

const backend = {
  name: 'test',
  getTemplate(name: string) {
    if (name !== 'hello.html') throw new TemplateDoesNotExist(name);
    return { render: (context?: object | null) => `hello ${JSON.stringify(context)}` };
  },
};
const text = (response: HttpResponse) => new TextDecoder().decode(response.content);

beforeEach(() => {
  freshSettings({ TEMPLATES: [backend] });
});

test('the body is missing until it is rendered, and what is rendered stays', () => {
  const response = new SimpleTemplateResponse('hello.html', { name: 'Ada' });
  expect(response.isRendered).toBe(false);
  expect(() => response.content).toThrow(ContentNotRenderedError);
  response.contextData = { name: 'Bob' };
  response.render();
  response.contextData = { name: 'Cyd' };
  response.render();
  expect(text(response)).toBe('hello {"name":"Bob"}');
});

test('the first template that exists is taken', () => {
  expect(text(new SimpleTemplateResponse(['no.html', 'hello.html']).render())).toBe('hello null');
  expect(() => new SimpleTemplateResponse(['no.html', 'nor.html']).render()).toThrow(
    'no.html, nor.html',
  );
});

test('setting the body counts as rendering', () => {
  const response = new SimpleTemplateResponse('no.html');
  response.content = 'by hand';
  expect(text(response.render())).toBe('by hand');
});

test('callbacks run after rendering, at once when that is done, and may replace the response', () => {
  const order: string[] = [];
  const other = new HttpResponse('other');
  const response = new SimpleTemplateResponse('hello.html');
  response.addPostRenderCallback(() => void order.push('late'));
  response.addPostRenderCallback(() => other);
  expect(response.render()).toBe(other);
  response.addPostRenderCallback(() => void order.push('at once'));
  expect(order).toEqual(['late', 'at once']);
});

test('TemplateResponse hands its request to the template', () => {
  const request = new HttpRequest();
  const seen: unknown[] = [];
  const template = {
    render: (_context?: object | null, given?: HttpRequest | null) => {
      seen.push(given);
      return '';
    },
  };
  new TemplateResponse(request, template).render();
  expect(seen).toEqual([request]);
});
