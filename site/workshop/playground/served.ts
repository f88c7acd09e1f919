/**
 * What the playground's page and the program that serves its project say to each other.
 *
 * @module
 */

/** Where an import stands in a module's text, quotes included, and where it leads. */
export interface ProjectImport {
  start: number;
  end: number;
  specifier: string;
  /** The path of the project's file that it leads to; absent for modules of the runtime. */
  target?: string;
}

/** A module of the project as JavaScript. */
export interface ProjectModule {
  /** Its path in the project: `mysite/views.ts`. */
  path: string;
  /** Python's name for it: `mysite.views`. */
  name: string;
  isPackage: boolean;
  text: string;
  imports: ProjectImport[];
}

/** A request as a client sends it. */
export interface SentRequest {
  method: string;
  /** Path and query, as they stand in the first line. */
  target: string;
  /** Values are latin-1, as on the wire. */
  headers: [name: string, value: string][];
  body: Uint8Array;
}

/** To the program: start the server with a project, once; then answer requests. */
export type ToServer =
  | {
      type: 'start';
      /** Every file of the project by its path; templates are read from here. */
      files: Record<string, string>;
      /** Each after those that it imports. */
      modules: ProjectModule[];
      /** The path of the module that has the application. */
      entry: string;
      /** Python's name of the settings, in a project that has any. */
      settings?: string;
    }
  | { type: 'request'; request: SentRequest };

/** A place in a file of the project. */
export interface ProjectPlace {
  path: string;
  line: number;
  column: number;
}

/** An error that was raised. */
export interface Raised {
  name: string;
  message: string;
  /** The places in the project that it came through, innermost first. */
  places: ProjectPlace[];
}

/** A record of the log. */
export interface LogLine {
  logger: string;
  level: string;
  text: string;
  raised?: Raised;
}

/** What went on in the server meanwhile. */
export interface Noise {
  /** What was printed, and what was written to standard error. */
  terminal: string;
  log: LogLine[];
}

/** How the start went. */
export interface Started extends Noise {
  /** Modules that raised when they were run; whoever imports them by name is told so. */
  broken: { path: string; raised: Raised }[];
  /** Why there is no application, where there is none. */
  missing?: string;
}

/** What became of a request. */
export interface Served extends Noise {
  /** What went over the wire. */
  bytes: Uint8Array;
  /** How many bytes were handed on at a time. */
  pieces: number[];
  /** Whether the client hung up because there was too much. */
  hungUp: boolean;
  /** What the server itself could not handle. */
  raised?: Raised;
}

/** The most bytes that the client takes of a response. */
export const MOST_BYTES = 2 * 1024 * 1024;
