/**
 * The command `check`.
 *
 * @module
 */

import { apps } from '../../../apps/registry.ts';
import { CRITICAL, DEBUG, ERROR, INFO, tagExists, WARNING } from '../../checks.ts';
import { registry } from '../../checks/registry.ts';
import { BaseCommand, CommandError, type CommandParser, type Options } from '../base.ts';

const LEVELS: Record<string, number> = { CRITICAL, ERROR, WARNING, INFO, DEBUG };

/** Runs the system checks. @models django.core.management.commands.check:Command */
export class Command extends BaseCommand {
  override readonly help = 'Checks the entire Django project for potential problems.';
  override readonly requiresSystemChecks = false;

  /** @models django.core.management.commands.check:Command.add_arguments */
  override addArguments(parser: CommandParser): void {
    parser.addArgument('args', { metavar: 'app_label', nargs: '*' });
    parser.addArgument('--tag', '-t', {
      action: 'append',
      dest: 'tags',
      help: 'Run only checks labeled with given tag.',
    });
    parser.addArgument('--list-tags', { action: 'store_true', help: 'List available tags.' });
    parser.addArgument('--deploy', { action: 'store_true', help: 'Check deployment settings.' });
    parser.addArgument('--fail-level', {
      default: 'ERROR',
      choices: Object.keys(LEVELS),
      help: 'Message level that will cause the command to exit with a non-zero status. Default is ERROR.',
    });
  }

  /** @throws {CommandError} @throws {LookupError} @models django.core.management.commands.check:Command.handle */
  override handle(appLabels: readonly string[], options: Options): void {
    const includeDeploymentChecks = Boolean(options['deploy']);
    if (options['list_tags']) {
      const tags = [...registry.tagsAvailable(includeDeploymentChecks)].toSorted();
      this.stdout.write(tags.join('\n'));
      return;
    }
    const appConfigs =
      appLabels.length > 0 ? appLabels.map((label) => apps.getAppConfig(label)) : null;
    const tags = options['tags'] as readonly string[] | null;
    const invalid = tags?.find((tag) => !tagExists(tag, includeDeploymentChecks));
    if (invalid !== undefined) {
      throw new CommandError(`There is no system check with the "${invalid}" tag.`);
    }
    const failLevel = LEVELS[String(options['fail_level'])] ?? ERROR;
    this.check({ appConfigs, tags, displayNumErrors: true, includeDeploymentChecks, failLevel });
  }
}
