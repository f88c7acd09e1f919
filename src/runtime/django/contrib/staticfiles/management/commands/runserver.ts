/**
 * The command `runserver` of a site with static files.
 *
 * @module
 */

import { registerModule } from '../../../../../importlib.ts';
import type { WSGIApplication } from '../../../../../wsgiref/types.ts';
import { settings } from '../../../../conf.ts';
import type { CommandParser, Options } from '../../../../core/management/base.ts';
import { Command as RunserverCommand } from '../../../../core/management/commands/runserver.ts';
import { StaticFilesHandler } from '../../../staticfiles.ts';

/** Serves the site and its static files. @models django.contrib.staticfiles.management.commands.runserver:Command */
export class Command extends RunserverCommand {
  override readonly help =
    'Starts a lightweight Web server for development and also serves static files.';

  /** @models django.contrib.staticfiles.management.commands.runserver:Command.add_arguments */
  override addArguments(parser: CommandParser): void {
    super.addArguments(parser);
    parser.addArgument('--nostatic', {
      action: 'store_false',
      dest: 'use_static_handler',
      help: 'Tells Django to NOT automatically serve static files at STATIC_URL.',
    });
    parser.addArgument('--insecure', {
      action: 'store_true',
      dest: 'insecure_serving',
      help: 'Allows serving static files even if DEBUG is False.',
    });
  }

  /** The site's application, behind one for static files where they are to be served. @models django.contrib.staticfiles.management.commands.runserver:Command.get_handler */
  override getHandler(options: Options): WSGIApplication {
    const application = super.getHandler(options);
    if (!options['use_static_handler']) return application;
    if (!settings.DEBUG && !options['insecure_serving']) return application;
    const handler = new StaticFilesHandler(application);
    return (environ, startResponse) => handler.__call__(environ, startResponse);
  }
}

registerModule('django.contrib.staticfiles.management.commands.runserver', { Command });
