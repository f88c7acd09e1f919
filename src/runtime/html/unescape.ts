/**
 * Character references of HTML, undone.
 *
 * @module
 */

const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const ASCII =
  'Tab:\t NewLine:\n excl:! quot:" QUOT:" num:# dollar:$ percnt:% amp:& AMP:& apos:\' lpar:( rpar:) ast:* midast:* plus:+ comma:, period:. sol:/ colon:: semi:; lt:< LT:< equals:= gt:> GT:> quest:? commat:@ lsqb:[ lbrack:[ bsol:\\ rsqb:] rbrack:] Hat:^ lowbar:_ UnderBar:_ grave:` DiacriticalGrave:` lcub:{ lbrace:{ verbar:| vert:| VerticalLine:| rcub:} rbrace:} fjlig:fj';
const WITHOUT_SEMICOLON = new Set(['quot', 'QUOT', 'amp', 'AMP', 'lt', 'LT', 'gt', 'GT']);

const NAMES = new Map<string, string>();

for (const pair of ASCII.split(' ')) {
  const colon = pair.indexOf(':');
  const [name, text] = [pair.slice(0, colon), pair.slice(colon + 1)];
  NAMES.set(`${name};`, text);
  if (WITHOUT_SEMICOLON.has(name)) NAMES.set(name, text);
}
for (const [at, name] of [...LATIN_1.split(' ').entries(), [9, 'COPY'], [14, 'REG']] as const) {
  NAMES.set(name, String.fromCharCode(0xa0 + at)).set(`${name};`, String.fromCharCode(0xa0 + at));
}

const REFERENCE = /&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)/gu;
const WINDOWS = new TextDecoder('windows-1252');
const NO_CHARACTER = '\ufffd';

/**
 * A text without its character references: numbers, and those names that mean a character of
 * Latin-1. The other two thousand names of HTML stay as they are. @models html:unescape
 */
export function unescape(text: string): string {
  return text.replaceAll(REFERENCE, (whole, reference: string) =>
    reference.startsWith('#') ? ofNumber(reference) : ofName(whole, reference),
  );
}

function ofName(whole: string, reference: string): string {
  for (let end = reference.length; end > 1; end -= 1) {
    const found = NAMES.get(reference.slice(0, end));
    if (found !== undefined) return found + reference.slice(end);
  }
  return whole;
}

function ofNumber(reference: string): string {
  const digits = reference.replace(/^#/, '').replace(/;$/, '');
  const point = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  if (point === 0 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return NO_CHARACTER;
  if (point === 13) return '\r';
  if (point >= 0x80 && point < 0xa0) return WINDOWS.decode(Uint8Array.of(point));
  return isInvalid(point) ? '' : String.fromCodePoint(point);
}

function isInvalid(point: number): boolean {
  const isControl = point === 0x7f || (point < 0x20 && ![9, 10, 12, 13].includes(point));
  return isControl || (point >= 0xfdd0 && point <= 0xfdef) || (point & 0xfffe) === 0xfffe;
}
