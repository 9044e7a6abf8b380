/** One septet each (3GPP TS 23.038); a sign that is in neither list would make the whole message UCS-2, 70 signs long. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Two septets each. */
const EXTENDED = '^{}\\[~]|€';

const REPLACED: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u202f': ' ',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  œ: 'oe',
  Œ: 'OE',
};

/** The text in signs of the GSM alphabet: accents that it lacks go, and what it cannot say at all is a question mark. */
export const toGsm7 = (text: string): string => [...text.normalize('NFC')].map(signOf).join('');

function signOf(sign: string): string {
  if (BASIC.includes(sign) || EXTENDED.includes(sign)) return sign;
  const replaced = REPLACED[sign];
  if (replaced !== undefined) return replaced;
  const bare = sign.normalize('NFD').replaceAll(/\p{Mn}/gu, '');
  return bare !== '' && [...bare].every((one) => BASIC.includes(one)) ? bare : '?';
}

/** How long a text of that alphabet is, in septets. */
export const septetsOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (EXTENDED.includes(sign) ? 2 : 1), 0);

export const LONGEST_SMS = 160;
