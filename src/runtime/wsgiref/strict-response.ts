/**
 * What the strict validator asks of a status, of headers and of an error.
 *
 * @module
 */

import { repr } from '../repr.ts';
import type { ExcInfo } from '../sys.ts';
import { findControlCharacter } from './control-characters.ts';
import { holdTo } from './strict-checks.ts';
import { exceedsLatin1 } from './strict-environ.ts';
import type { Header } from './types.ts';
import { isHopByHop } from './util.ts';

const STATUS = /^\d{3} \S(?:.*\S)?$/;
const OF_THE_CONNECTION = new Set(['trailer', 'proxy-connection']);

/** Asks for three digits, a space and a reason. @throws {ClauseError} for rows 13, 56 and 57. */
export function checkStrictStatus(status: string): void {
  holdTo(
    57,
    findControlCharacter(status) === null,
    () => `The status ${repr(status)} holds a control character.`,
  );
  holdTo(
    13,
    !exceedsLatin1(status),
    () => `The status ${repr(status)} holds a character above U+00FF.`,
  );
  holdTo(
    56,
    STATUS.test(status),
    () => `The status ${repr(status)} is not three digits, one space and a reason.`,
  );
}

/** Asks for a header that an application may send. @throws {ClauseError} for rows 13, 62, 65 and 82. */
export function checkStrictHeader([name, value]: Header): void {
  const lower = name.toLowerCase();
  holdTo(
    82,
    lower !== 'transfer-encoding',
    () => `The header ${repr(`${name}: ${value}`)} applies a transfer coding.`,
  );
  holdTo(
    65,
    !isHopByHop(name) && !OF_THE_CONNECTION.has(lower),
    () => `The header ${repr(`${name}: ${value}`)} concerns the connection.`,
  );
  holdTo(
    62,
    findControlCharacter(value) === null,
    () => `The header ${repr(`${name}: ${value}`)} holds a control character.`,
  );
  holdTo(
    13,
    !exceedsLatin1(value),
    () => `The header ${repr(`${name}: ${value}`)} holds a character above U+00FF.`,
  );
}

/** Asks for what `sysExcInfo()` gives. @throws {ClauseError} for row 70. */
export function checkStrictExcInfo(excInfo: ExcInfo): void {
  const [type, error] = excInfo;
  holdTo(
    70,
    excInfo.length === 3 &&
      (error instanceof Error ? type === error.constructor : type === typeof error),
    () => `exc_info is ${repr(excInfo)}, not a class, its error and a traceback.`,
  );
}
