import { beforeEach, describe, expect, test } from 'vitest';
import { StringIO } from '#runtime/io';
import {
  addHandler,
  Filter,
  getLogger,
  Handler,
  type LogRecord,
  NullHandler,
  root,
  setLastResort,
  StreamHandler,
} from '#runtime/logging';
import { startProcess } from '#runtime/process';
import { setStreams } from '#runtime/sys';

let stream: StringIO;
let errors: StringIO;

beforeEach(() => {
  startProcess();
  stream = new StringIO();
  errors = new StringIO();
  setStreams({ stderr: errors });
});

describe('a logger', () => {
  test('takes what is as grave as the next level above it asks for', () => {
    const logger = getLogger('shop.basket');
    expect([logger.level, logger.getEffectiveLevel(), String(logger)]).toEqual([
      0,
      30,
      '<Logger shop.basket (WARNING)>',
    ]);
    expect([logger.isEnabledFor('info'), logger.isEnabledFor('warning')]).toEqual([false, true]);
    getLogger('shop').setLevel('INFO');
    expect(logger.isEnabledFor('info')).toBe(true);
    expect(String(root)).toBe('<RootLogger root (WARNING)>');
  });

  test('hands records to its handlers, then to those above, unless it lets none go on', () => {
    const inner = new StreamHandler({ stream });
    const outer = new StreamHandler({ stream });
    outer.terminator = ' above\n';
    const logger = getLogger('shop.basket');
    logger.addHandler(inner);
    logger.addHandler(inner);
    getLogger('shop').addHandler(outer);
    logger.warning('one');
    logger.propagate = false;
    logger.warning('two');
    logger.removeHandler(inner);
    logger.warning('three');
    expect(stream.getvalue()).toBe('one\none above\ntwo\n');
  });

  test('asks its own filters, not those of the loggers above', () => {
    root.addHandler(new StreamHandler({ stream }));
    getLogger('shop').addFilter(() => false);
    getLogger('shop').warning('dropped');
    getLogger('shop.basket').warning('kept');
    expect(stream.getvalue()).toBe('kept\n');
  });

  test('that is disabled says nothing', () => {
    root.addHandler(new StreamHandler({ stream }));
    getLogger('shop').disabled = true;
    getLogger('shop').critical('dropped');
    getLogger('shop.basket').critical('kept');
    expect(stream.getvalue()).toBe('kept\n');
  });

  test('is the same for a name, and forgets what was set when the process ends', () => {
    expect(getLogger('a')).toBe(getLogger('a'));
    getLogger('a').setLevel('DEBUG');
    startProcess();
    expect([getLogger('a').level, getLogger('').name]).toEqual([0, 'root']);
  });

  test('wants a level that there is', () => {
    const refusal = (level: unknown) => {
      try {
        getLogger('a').setLevel(level as string);
        return '';
      } catch (error) {
        return `${(error as Error).name}: ${(error as Error).message}`;
      }
    };
    expect([refusal('info'), refusal(null), refusal(1.5), refusal(15)]).toEqual([
      "ValueError: Unknown level: 'info'",
      'TypeError: Level not an integer or a valid string: None',
      'TypeError: Level not an integer or a valid string: 1.5',
      '',
    ]);
    expect(String(getLogger('a'))).toBe('<Logger a (Level 15)>');
  });
});

describe('a handler', () => {
  test('takes what is grave enough and passes its filters', () => {
    const handler = new StreamHandler({ stream });
    handler.setLevel('ERROR');
    handler.addFilter(new Filter({ name: 'shop' }));
    root.addHandler(handler);
    for (const name of ['shop', 'shop.basket', 'shopping']) {
      getLogger(name).warning(`${name} warns`);
      getLogger(name).error(`${name} fails`);
    }
    expect(stream.getvalue()).toBe('shop fails\nshop.basket fails\n');
    expect(String(handler)).toBe('<StreamHandler (ERROR)>');
  });

  test('writes to standard error unless told', () => {
    root.addHandler(new StreamHandler());
    getLogger('a').error('on stderr');
    expect(errors.getvalue()).toBe('on stderr\n');
  });

  test('that fails to write says so on standard error, and the program goes on', () => {
    const broken = {
      write: () => {
        throw new Error('disk full');
      },
      flush: () => {},
    };
    root.addHandler(new StreamHandler({ stream: broken }));
    getLogger('a').error('lost');
    expect(errors.getvalue()).toMatch(
      /^--- Logging error ---\n.*Error: disk full\nMessage: lost\n$/s,
    );
  });

  test('has to say what it does', () => {
    root.addHandler(new Handler());
    expect(() => getLogger('a').error('x')).toThrow(
      'emit must be implemented by Handler subclasses',
    );
  });
});

test('the last resort is handed what no handler is, once there is one', () => {
  getLogger('a').error('to nobody');
  setLastResort(new StreamHandler({ stream }));
  getLogger('a').error('to the last resort');
  getLogger('a').addHandler(new NullHandler());
  getLogger('a').error('to the handler that does nothing');
  expect(stream.getvalue()).toBe('to the last resort\n');
});

test('a listener hears every record, whatever the levels say', () => {
  const heard: LogRecord[] = [];
  const stop = addHandler((record) => heard.push(record));
  getLogger('a').debug('small', { extra: { key: 1 } });
  stop();
  getLogger('a').debug('unheard');
  expect(heard.map(({ name, level, message, extra }) => [name, level, message, extra])).toEqual([
    ['a', 'debug', 'small', { key: 1 }],
  ]);
});

test('an exception is logged as an error', () => {
  root.addHandler(new StreamHandler({ stream }));
  getLogger('a').exception('it broke', new RangeError('far'));
  expect(stream.getvalue()).toMatch(/^it broke\nTraceback .*RangeError: far\n$/s);
});
