/**
 * Which commands there are, and where.
 *
 * @module
 */

import { importModule, submodulesOf } from '../../../importlib.ts';
import { PerProcess } from '../../../process.ts';
import { apps } from '../../apps/registry.ts';
import { settings } from '../../conf.ts';
import type { BaseCommand } from './base.ts';

/** The name of the application that has a command, or the command itself. */
export type CommandPlace = string | BaseCommand;

const cache = new PerProcess<Map<string, CommandPlace> | null>(() => null);

/** The names of the commands in a package `management`. @models django.core.management:find_commands */
export function findCommands(managementPackage: string): string[] {
  return submodulesOf(`${managementPackage}.commands`).filter((name) => !name.startsWith('_'));
}

/** A command of an application. @throws whatever the import throws. @models django.core.management:load_command_class */
export function loadCommandClass(appName: string, name: string): BaseCommand {
  const module = importModule(`${appName}.management.commands.${name}`);
  return new (module as { Command: new () => BaseCommand }).Command();
}

/** Commands by name: Django's own, and those of the installed applications, the first of which have the last word. Found once. @models django.core.management:get_commands */
export function getCommands(): Map<string, CommandPlace> {
  return (cache.value ??= findAll());
}

/** Has commands be found anew. */
export function clearCommands(): void {
  cache.value = null;
}

function findAll(): Map<string, CommandPlace> {
  const found = new Map<string, CommandPlace>();
  for (const name of findCommands('django.core.management')) found.set(name, 'django.core');
  if (!settings.configured) return found;
  for (const { name: appName } of apps.getAppConfigs().toReversed()) {
    for (const name of findCommands(`${appName}.management`)) found.set(name, appName);
  }
  return found;
}
