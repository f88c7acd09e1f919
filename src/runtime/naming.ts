/**
 * Names as Python's code writes them, and as the code here does.
 *
 * @module
 */

/** `status_code` as `statusCode`; a leading underscore stays. */
export function camelCase(name: string): string {
  return name.replaceAll(/(?<=[a-z\d])_([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
}

/** `statusCode` as `status_code`. */
export function snakeCase(name: string): string {
  return name.replaceAll(/(?<=[a-z\d])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
