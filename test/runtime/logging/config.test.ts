import { beforeEach, describe, expect, test } from 'vitest';
import { StringIO } from '#runtime/io';
import { getLogger, Handler, type LogRecord, root, StreamHandler } from '#runtime/logging';
import { dictConfig } from '#runtime/logging/config';
import { registerModule } from '#runtime/importlib';
import { startProcess } from '#runtime/process';
import { setStreams } from '#runtime/sys';

let out: StringIO;
let made: unknown[];

class Keeping extends Handler {
  readonly records: LogRecord[] = [];

  constructor(options: object) {
    super();
    made.push(options);
  }

  override emit(record: LogRecord): void {
    this.records.push(record);
  }
}

registerModule('site.logs', {
  Keeping,
  makeFilter:
    ({ word }: { word: string }) =>
    (record: LogRecord) =>
      record.message.includes(word),
});

beforeEach(() => {
  startProcess();
  out = new StringIO();
  made = [];
  setStreams({ stdout: out, stderr: out });
});

function refusal(config: Record<string, unknown>): string[] {
  try {
    dictConfig(config);
    return [];
  } catch (error) {
    const { name, message, cause } = error as Error;
    return [
      `${name}: ${message}`,
      ...(cause instanceof Error ? [`${cause.name}: ${cause.message}`] : []),
    ];
  }
}

describe('a configuration', () => {
  test('makes formatters, filters, handlers and loggers, and ties them together', () => {
    dictConfig({
      version: 1,
      formatters: { short: { format: '{levelname}:{message}', style: '{' } },
      filters: { money: { '()': 'site.logs.make_filter', word: 'money' }, shop: { name: 'shop' } },
      handlers: {
        out: {
          class: 'logging.StreamHandler',
          stream: 'ext://sys.stdout',
          formatter: 'short',
          filters: ['money', 'shop'],
          level: 'INFO',
        },
      },
      loggers: { shop: { level: 'DEBUG', handlers: ['out'], propagate: false } },
      root: { level: 'ERROR', handlers: ['out'] },
    });
    getLogger('shop.basket').info('money spent');
    getLogger('shop').info('time spent');
    getLogger('shop').debug('money counted');
    getLogger('other').error('money lost elsewhere');
    expect(out.getvalue()).toBe('INFO:money spent\n');
    expect([root.level, getLogger('shop').propagate]).toEqual([40, false]);
  });

  test('gives a handler the rest of its entry, in the spelling of this language', () => {
    dictConfig({
      version: 1,
      handlers: { kept: { class: 'site.logs.Keeping', include_html: true } },
    });
    expect(made).toEqual([{ includeHtml: true }]);
  });

  test('silences loggers that it does not name, but not those below one that it names', () => {
    for (const name of ['django', 'django.request', 'shop', 'shop.basket']) getLogger(name);
    getLogger('shop.basket').setLevel('ERROR');
    dictConfig({ version: 1, loggers: { shop: { level: 'INFO' } } });
    const disabled = () =>
      ['django', 'django.request', 'shop', 'shop.basket'].map((name) => getLogger(name).disabled);
    expect(disabled()).toEqual([true, true, false, false]);
    expect(getLogger('shop.basket').level).toBe(0);
    dictConfig({ version: 1, disable_existing_loggers: false });
    expect(disabled()).toEqual([false, false, false, false]);
  });

  test('leaves alone the loggers that are asked for later', () => {
    dictConfig({ version: 1 });
    expect(getLogger('late').disabled).toBe(false);
  });

  test('replaces the handlers of the loggers that it names', () => {
    const before = new StreamHandler({ stream: out });
    getLogger('shop').addHandler(before);
    getLogger('other').addHandler(before);
    dictConfig({ version: 1, disable_existing_loggers: false, loggers: { shop: {} } });
    expect([getLogger('shop').handlers, getLogger('other').handlers]).toEqual([[], [before]]);
  });

  test('can change levels alone', () => {
    dictConfig({
      version: 1,
      handlers: { out: { class: 'logging.StreamHandler', level: 'ERROR' } },
      loggers: { shop: { handlers: ['out'], level: 'INFO' } },
    });
    dictConfig({
      version: 1,
      incremental: true,
      handlers: { out: { level: 'INFO' } },
      loggers: { shop: { propagate: false } },
      root: { level: 'DEBUG' },
    });
    getLogger('shop').info('now heard');
    expect([out.getvalue(), root.level, getLogger('shop').handlers.length]).toEqual([
      'now heard\n',
      10,
      1,
    ]);
    expect(refusal({ version: 1, incremental: true, handlers: { zz: { level: 'INFO' } } })).toEqual(
      ["ValueError: No handler found with name 'zz'"],
    );
  });
});

describe('a configuration that will not do', () => {
  const handler = (entry: object) => refusal({ version: 1, handlers: { a: entry } });
  const unable = "ValueError: Unable to configure handler 'a'";

  test('says its version first', () => {
    expect([refusal({}), refusal({ version: 2 })]).toEqual([
      ["ValueError: dictionary doesn't specify a version"],
      ['ValueError: Unsupported version: 2'],
    ]);
  });

  test('names the entry, and carries what is wrong with it', () => {
    expect(handler({})).toEqual([
      unable,
      "AttributeError: 'NoneType' object has no attribute 'split'",
    ]);
    expect(handler({ class: 'no.such.Handler' })).toEqual([
      unable,
      "ValueError: Cannot resolve 'no.such.Handler': No module named 'no'",
    ]);
    expect(handler({ class: 'logging.NoHandler' })).toEqual([
      unable,
      "ValueError: Cannot resolve 'logging.NoHandler': No module named 'logging.NoHandler'",
    ]);
    expect(handler({ class: 'logging.NullHandler', level: 'info' })).toEqual([
      unable,
      "ValueError: Unknown level: 'info'",
    ]);
    expect(handler({ class: 'logging.NullHandler', formatter: 'x' })).toEqual([
      unable,
      "ValueError: Unable to set formatter 'x'",
    ]);
    expect(handler({ class: 'logging.NullHandler', filters: ['x'] })).toEqual([
      unable,
      "ValueError: Unable to add filter 'x'",
    ]);
    expect(refusal({ version: 1, formatters: { f: { format: 'x', style: '?' } } })).toEqual([
      "ValueError: Unable to configure formatter 'f'",
      'ValueError: Style must be one of: %,{,$',
    ]);
    expect(refusal({ version: 1, filters: { f: { '()': 'nope' } } })).toEqual([
      "ValueError: Unable to configure filter 'f'",
      "ValueError: Cannot resolve 'nope': No module named 'nope'",
    ]);
    expect(refusal({ version: 1, loggers: { l: { handlers: ['x'] } } })).toEqual([
      "ValueError: Unable to configure logger 'l'",
      "ValueError: Unable to add handler 'x'",
    ]);
    expect(refusal({ version: 1, root: { handlers: ['x'] } })).toEqual([
      'ValueError: Unable to configure root logger',
      "ValueError: Unable to add handler 'x'",
    ]);
  });
});
