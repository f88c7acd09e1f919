/**
 * What a program that runs in the sandbox is made of, and what it is given.
 *
 * @module
 */

/** A module of text. Offsets of each import's specifier, quotes included, in the text. */
export interface TextModule {
  text: string;
  imports: { start: number; end: number; specifier: string }[];
}

/** Where an import leads: a namespace, or the address of a module that was loaded before. */
export type Provided = object | string | undefined;

/** What a program may use of its surroundings. */
export interface Inside {
  /** Tells the page of something while an answer is being made: at most 2,000 times an answer. */
  tell(event: unknown): void;
  /**
   * Loads a module of text.
   *
   * @returns its address, for other modules to import it by, and its namespace.
   * @throws {Error} for an import that leads nowhere, and whatever the module throws.
   */
  load(
    module: TextModule,
    provide: (specifier: string) => Provided,
  ): Promise<{ address: string; namespace: object }>;
}

/** The default export of a program: answers one message after the other. */
export type Answer = (message: unknown, inside: Inside) => unknown;
