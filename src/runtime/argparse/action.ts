/**
 * What a parser knows of one argument.
 *
 * @module
 */

/** What is done when an argument is met. */
export type ActionKind = 'store' | 'store_true' | 'store_false' | 'append' | 'help' | 'version';

/** How many values an argument takes: one, perhaps one, any number, at least one. */
export type Nargs = null | '?' | '*' | '+';

/** What Python's keyword arguments of `add_argument()` are. */
export interface ArgumentOptions {
  action?: ActionKind;
  /** Where the value is kept; made of the names unless told. */
  dest?: string;
  default?: unknown;
  /** A number is asked for; text unless told. */
  type?: 'int';
  choices?: readonly (string | number)[];
  nargs?: '?' | '*' | '+';
  /** What stands for the value in the help. */
  metavar?: string;
  help?: string;
  required?: boolean;
  /** What the action `version` prints. */
  version?: string;
}

/** One argument of a parser. @models argparse:Action */
export interface Action {
  readonly kind: ActionKind;
  /** Such as `--verbosity`; none for an argument that goes by its place. */
  readonly optionStrings: readonly string[];
  readonly dest: string;
  readonly fallback: unknown;
  readonly isInteger: boolean;
  readonly choices: readonly (string | number)[] | null;
  readonly nargs: Nargs;
  readonly metavar: string | null;
  readonly help: string | null;
  readonly required: boolean;
  readonly version: string;
}

const WITHOUT_VALUE: ReadonlySet<ActionKind> = new Set<ActionKind>([
  'store_true',
  'store_false',
  'help',
  'version',
]);

/** Whether an argument takes a value at all. */
export function takesValue({ kind }: Action): boolean {
  return !WITHOUT_VALUE.has(kind);
}

/** An argument by its names: options begin with a hyphen, the name of any other is where it is kept. */
export function makeAction(names: readonly string[], options: ArgumentOptions): Action {
  const optionStrings = names.filter((name) => name.startsWith('-'));
  const kind = options.action ?? 'store';
  const nargs = options.nargs ?? null;
  return {
    kind,
    optionStrings,
    dest: options.dest ?? destOf(names, optionStrings),
    fallback: options.default ?? (kind === 'store_true' ? false : kind === 'store_false' || null),
    isInteger: options.type === 'int',
    choices: options.choices ?? null,
    nargs,
    metavar: options.metavar ?? null,
    help: options.help ?? null,
    required:
      optionStrings.length > 0 ? (options.required ?? false) : nargs !== '?' && nargs !== '*',
    version: options.version ?? '',
  };
}

/** How an argument is called in a message. @models argparse:_get_action_name */
export function nameOf({ optionStrings, metavar, dest }: Action): string {
  return optionStrings.length > 0 ? optionStrings.join('/') : (metavar ?? dest);
}

/** What stands for the value: its choices, or a name. */
export function placeholderOf(action: Action): string {
  if (action.metavar !== null) return action.metavar;
  if (action.choices) return `{${action.choices.join(',')}}`;
  return action.optionStrings.length > 0 ? action.dest.toUpperCase() : action.dest;
}

function destOf(names: readonly string[], optionStrings: readonly string[]): string {
  if (optionStrings.length === 0) return names[0] ?? '';
  const long = optionStrings.find((name) => name.startsWith('--')) ?? optionStrings[0] ?? '';
  return long.replace(/^-+/, '').replaceAll('-', '_');
}
