/**
 * What the playground's page and the frame that draws responses say to each other.
 *
 * @module
 */

/** A form as it was filled in. */
export interface FilledForm {
  type: 'submit';
  method: string;
  /** As it stands in the form; `''` for the page itself. */
  action: string;
  encoding: string;
  fields: [name: string, value: string | File][];
}

/** From the frame: what it drew, and what the reader did there. */
export type FromRendered =
  | { type: 'drawn'; title: string; height: number }
  | { type: 'follow'; address: string }
  | FilledForm;

/** To the frame: the HTML to draw. */
export interface ToRendered {
  html: string;
}
