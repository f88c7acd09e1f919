/**
 * The command `runserver`.
 *
 * @module
 */

import { SystemExit } from '../../../../builtins.ts';
import { registerModule } from '../../../../importlib.ts';
import { environ } from '../../../../os.ts';
import { repr } from '../../../../repr.ts';
import { time } from '../../../../time.ts';
import type { WSGIApplication } from '../../../../wsgiref/types.ts';
import { settings } from '../../../conf.ts';
import { raiseLastException } from '../../../utils/autoreload.ts';
import { runWithReloader } from '../../../utils/autoreload/run-with-reloader.ts';
import { getInternalWsgiApplication, run, WSGIServer } from '../../servers/basehttp.ts';
import {
  BaseCommand,
  CommandError,
  type CommandParser,
  type Options,
  type Outcome,
} from '../base.ts';
import { longDate } from './long-date.ts';
import { parseAddrport } from './addrport.ts';

const REASONS: Record<string, string> = {
  EACCES: "You don't have permission to access that port.",
  EADDRINUSE: 'That port is already in use.',
  EADDRNOTAVAIL: "That IP address can't be assigned to.",
};

/** Serves the site on this computer. @models django.core.management.commands.runserver:Command */
export class Command extends BaseCommand {
  override readonly help: string = 'Starts a lightweight Web server for development.';
  override readonly requiresSystemChecks = false;
  override readonly stealthOptions = ['shutdown_message'];
  readonly defaultAddr: string = '127.0.0.1';
  readonly defaultAddrIpv6: string = '::1';
  readonly defaultPort: string = '8000';
  readonly protocol: string = 'http';
  readonly serverClass: typeof WSGIServer = WSGIServer;
  addr = '';
  port = '';
  rawIpv6 = false;

  /** @models django.core.management.commands.runserver:Command.add_arguments */
  override addArguments(parser: CommandParser): void {
    parser.addArgument('addrport', { nargs: '?', help: 'Optional port number, or ipaddr:port' });
    parser.addArgument('--ipv6', '-6', {
      action: 'store_true',
      dest: 'use_ipv6',
      help: 'Tells Django to use an IPv6 address.',
    });
    parser.addArgument('--nothreading', {
      action: 'store_false',
      dest: 'use_threading',
      help: 'Tells Django to NOT use threading.',
    });
    parser.addArgument('--noreload', {
      action: 'store_false',
      dest: 'use_reloader',
      help: 'Tells Django to NOT use the auto-reloader.',
    });
  }

  /** @models django.core.management.commands.runserver:Command.execute */
  override execute(args: readonly string[], options: Options): Outcome {
    if (options['no_color']) environ()['DJANGO_COLORS'] = 'nocolor';
    return super.execute(args, options);
  }

  /** The application that is served. @models django.core.management.commands.runserver:Command.get_handler */
  getHandler(_options: Options): WSGIApplication {
    return getInternalWsgiApplication();
  }

  /** Reads the address, then serves. @throws {CommandError} @models django.core.management.commands.runserver:Command.handle */
  override handle(_args: readonly string[], options: Options): Promise<void> {
    if (!settings.DEBUG && settings.ALLOWED_HOSTS.length === 0) {
      throw new CommandError('You must set settings.ALLOWED_HOSTS if DEBUG is False.');
    }
    const wantsIpv6 = Boolean(options['use_ipv6']);
    const given = options['addrport'] ? String(options['addrport']) : this.defaultPort;
    const { addr, port, isIpv6 } = parseAddrport(given, wantsIpv6);
    this.port = port;
    this.addr = addr || (wantsIpv6 ? this.defaultAddrIpv6 : this.defaultAddr);
    this.rawIpv6 = addr ? isIpv6 : wantsIpv6;
    return this.run(options);
  }

  /** Serves, under a reloader where one is wanted. @models django.core.management.commands.runserver:Command.run */
  run(options: Options): Promise<void> {
    const serve = () => this.innerRun(options);
    return options['use_reloader'] ? runWithReloader(serve) : serve();
  }

  /** Checks the site, says where it is served, and serves it until it is interrupted. @throws {SystemExit} @models django.core.management.commands.runserver:Command.inner_run */
  async innerRun(options: Options): Promise<void> {
    raiseLastException();
    this.stdout.write('Performing system checks...\n\n');
    this.check({ displayNumErrors: true });
    this.stdout.write(longDate(time()));
    this.stdout.write(this.#banner());
    const serving = run(this.addr, Number(this.port), this.getHandler(options), {
      threading: Boolean(options['use_threading']),
      serverClass: this.serverClass,
    });
    const interrupted = interruption();
    try {
      await Promise.race([serving, interrupted.promise]);
    } catch (error) {
      this.#endWith(error);
    } finally {
      interrupted.forget();
    }
    const message = options['shutdown_message'];
    if (message) this.stdout.write(String(message));
    throw new SystemExit(0);
  }

  #banner(): string {
    const addr = this.rawIpv6 ? `[${this.addr}]` : this.addr;
    const quit = process.platform === 'win32' ? 'CTRL-BREAK' : 'CONTROL-C';
    const module = 'SETTINGS_MODULE' in settings ? settings['SETTINGS_MODULE'] : null;
    return [
      `Django version ${this.getVersion()}, using settings ${repr(module)}`,
      `Starting development server at ${this.protocol}://${addr}:${this.port}/`,
      `Quit the server with ${quit}.\n`,
    ].join('\n');
  }

  #endWith(error: unknown): never {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    this.stderr.write(`Error: ${REASONS[code] ?? error.message}`);
    process.exit(1);
  }
}

function interruption(): { promise: Promise<void>; forget: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  process.once('SIGINT', resolve);
  return { promise, forget: () => void process.off('SIGINT', resolve) };
}

registerModule('django.core.management.commands.runserver', { Command });
