/**
 * The names of charsets, as Python finds them: in any case, with any marks between the words.
 *
 * @module
 */

/** How a charset is read. */
export type CharsetKind =
  | { kind: 'utf-8' | 'latin-1' | 'ascii' }
  | { kind: 'utf-16'; order: 'le' | 'be' | null }
  | { kind: 'single'; label: string; patches?: Record<number, string> }
  | { kind: 'multi'; charset: string; label: string }
  /** A codec of Python between bytes and bytes, which is no charset. */
  | { kind: 'no text' };

const KINDS = new Map<string, CharsetKind>();

function know(kind: CharsetKind, names: string): void {
  for (const name of names.split(' ')) KINDS.set(name, kind);
}

function single(label: string, names: string, patches?: Record<number, string>): void {
  know({ kind: 'single', label, ...(patches && { patches }) }, names);
}

function multi(charset: string, label: string, names: string): void {
  know({ kind: 'multi', charset, label }, `${charset} ${names}`);
}

const CONTROLS = Object.fromEntries(
  Array.from({ length: 32 }, (_, at) => [0x80 + at, String.fromCharCode(0x80 + at)]),
);

know({ kind: 'utf-8' }, 'utf_8 utf8 u8 utf utf8_ucs2 utf8_ucs4 cp65001');
know(
  { kind: 'latin-1' },
  'latin_1 latin1 latin l1 8859 iso8859 iso8859_1 iso_8859_1 iso_8859_1_1987 iso_ir_100 cp819 ibm819 csisolatin1',
);
know(
  { kind: 'ascii' },
  'ascii us_ascii us 646 iso646_us iso_646.irv_1991 iso_ir_6 ansi_x3.4_1968 ansi_x3_4_1968 ansi_x3.4_1986 cp367 ibm367 csascii',
);
know({ kind: 'utf-16', order: null }, 'utf_16 utf16 u16');
know({ kind: 'utf-16', order: 'le' }, 'utf_16_le utf_16le unicodelittleunmarked');
know({ kind: 'utf-16', order: 'be' }, 'utf_16_be utf_16be unicodebigunmarked');
single('iso-8859-2', 'iso8859_2 iso_8859_2 latin2 l2');
single('iso-8859-3', 'iso8859_3 iso_8859_3 latin3 l3');
single('iso-8859-4', 'iso8859_4 iso_8859_4 latin4 l4');
single('iso-8859-5', 'iso8859_5 iso_8859_5 cyrillic csisolatincyrillic iso_ir_144');
single('iso-8859-6', 'iso8859_6 iso_8859_6 arabic asmo_708 ecma_114 iso_ir_127');
single('iso-8859-7', 'iso8859_7 iso_8859_7 greek greek8 ecma_118 elot_928 iso_ir_126');
single('iso-8859-8', 'iso8859_8 iso_8859_8 hebrew csisolatinhebrew iso_ir_138');
single('windows-1254', 'iso8859_9 iso_8859_9 latin5 l5 iso_ir_148', CONTROLS);
single('iso-8859-10', 'iso8859_10 iso_8859_10 latin6 l6');
single('iso-8859-13', 'iso8859_13 iso_8859_13 latin7 l7');
single('iso-8859-14', 'iso8859_14 iso_8859_14 latin8 l8');
single('iso-8859-15', 'iso8859_15 iso_8859_15 latin9 l9');
single('iso-8859-16', 'iso8859_16 iso_8859_16 latin10 l10');
for (let page = 1250; page <= 1258; page += 1) {
  single(`windows-${page}`, `cp${page} ${page} windows_${page}`);
}
single('windows-874', 'cp874');
single('ibm866', 'cp866 866 ibm866 csibm866');
single('koi8-r', 'koi8_r cskoi8r');
single('koi8-u', 'koi8_u', { 0xae: '\u255d', 0xbe: '\u256c' });
single('macintosh', 'mac_roman macroman macintosh');
single('x-mac-cyrillic', 'mac_cyrillic maccyrillic');
multi('cp932', 'shift_jis', '932 ms932 mskanji ms_kanji windows_31j');
multi('shift_jis', 'shift_jis', 'shiftjis sjis s_jis csshiftjis');
multi('euc_jp', 'euc-jp', 'eucjp ujis u_jis');
multi('euc_kr', 'euc-kr', 'euckr korean ksc5601 ks_c_5601 ks_c_5601_1987 ksx1001');
multi('gbk', 'gbk', '936 cp936 ms936');
multi('gb2312', 'gbk', 'chinese csiso58gb231280 euc_cn euccn gb2312_1980');
multi('big5', 'big5', 'big5_tw csbig5');
know(
  { kind: 'no text' },
  'base64 base_64 base64_codec bz2 bz2_codec hex hex_codec quopri quopri_codec quoted_printable quotedprintable rot13 rot_13 uu uu_codec zip zlib zlib_codec',
);

/** What a name means; `null` for one that is not known. @models codecs:lookup */
export function charsetOf(name: string): CharsetKind | null {
  const words = name.toLowerCase().match(/[\p{L}\p{N}.]+/gu) ?? [];
  const key = words.join('_').replaceAll(/[^\0-\x7f]/g, '');
  return KINDS.get(key) ?? KINDS.get(key.replaceAll('.', '_')) ?? null;
}
