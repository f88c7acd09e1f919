import { describe, expect, it } from 'vitest';
import { comparedNames, readNotCompared, taggedNames } from '#trace/subject';

describe('what is compared', () => {
  const { functions, methods, classes, closed } = comparedNames();

  it('is every tagged function on the way of a request', () => {
    for (const name of [
      'django.core.handlers.base:BaseHandler.get_response',
      'django.core.handlers.exception:convert_exception_to_response.<locals>.inner',
      'django.dispatch.dispatcher:Signal._live_receivers',
      'django.contrib.sessions.middleware:SessionMiddleware.process_request',
    ]) {
      expect(functions).toContain(name);
    }
  });

  it('is nothing that lies below it', () => {
    const below = [...functions].filter((name) =>
      /^django\.(?:conf|apps|template\.engine)/.test(name),
    );
    expect(below).toEqual([]);
  });

  it('knows methods from functions, and classes', () => {
    expect(methods).toContain('django.dispatch.dispatcher:Signal.send');
    expect(methods).not.toContain('django.urls.base:reverse');
    expect(classes).toContain('django.http.response:HttpResponse');
  });

  it('leaves out what is listed, and what is listed is tagged', () => {
    const tagged = taggedNames().functions;
    const left = readNotCompared();
    for (const name of left.flatMap((one) => one.functions)) {
      expect(tagged).toContain(name);
      expect(functions).not.toContain(name);
    }
    for (const name of left.flatMap(({ insides = [] }) => insides)) {
      expect(tagged).toContain(name);
      expect(closed).toContain(name);
    }
  });
});
