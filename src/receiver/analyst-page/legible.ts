// Makes hostile text legible: invisible characters spelt out, addresses disarmed.
import { FORBIDDEN_SCHEMES } from '../../core/report/vocabulary.ts';

// A whole emoji comes first, because joiners and selectors are part of it. Invisible characters follow: controls, marks
// that reorder text, fillers, tags, private and unpaired characters. Tab and line feed are layout, so they stay. The
// flag `v` matches sequences of code points; a literal with it would need a newer target.
const UNSEEN = new RegExp(
  String.raw`(\p{RGI_Emoji})|[[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800]--[\t\n]]`,
  'gv',
);

const codeOf = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** Spells out the characters that would hide or reorder text: `⟨U+202E⟩`. */
export function spellUnseen(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, (character, emoji?: string) => emoji ?? `⟨U+${codeOf(character)}⟩`);
}

const WEB_ADDRESS = /(https?|ftp):(\/\/[^\s/?#]*)/gi;
const FORBIDDEN = new RegExp(String.raw`\b(${FORBIDDEN_SCHEMES.join('|')}):(?=\S)`, 'gi');

/** Disarms the addresses in a text, so that no program takes them for links: `hxxps://exemple[.]fr/page`. */
export function defang(text: string): string {
  return text
    .replace(WEB_ADDRESS, (_, scheme: string, host: string) => {
      return `${scheme.replace(/tt/i, 'xx').replace(/^ft/i, 'fx')}:${host.replaceAll('.', '[.]')}`;
    })
    .replace(FORBIDDEN, '$1[:]');
}

/** A text, disarmed and spelt out. */
export const legible = (text = ''): string => spellUnseen(defang(text));

/** An address of any scheme, the same: `magnet[:]?xt=…`. */
export const legibleAddress = (text = ''): string => {
  const defanged = defang(text);
  return spellUnseen(defanged === text ? text.replace(':', '[:]') : defanged);
};
