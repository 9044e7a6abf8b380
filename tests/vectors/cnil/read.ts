/** One row of the CNIL's open data on notified breaches: what each column says, in the published words. */
export type OpenDataRow = {
  line: number;
  month: string;
  sector: string;
  natures: string[];
  band: string;
  data: string[];
  sensitive: boolean;
  origins: string[];
  causes: string[];
  informed: string;
};

const HEADINGS = [
  'Date de réception de la notification',
  "Secteur d'activité de l'organisme concerné",
  'Natures de la violation',
  'Nombre de personnes impactées',
  'Typologies des données impactées',
  'Données sensibles',
  "Origines de l'incident",
  "Causes de l'incident",
  'Information des personnes',
];

/** Windows-1252 where it is not Latin-1: bytes 0x80 to 0x9F. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const decode = (bytes: Uint8Array): string =>
  [...bytes]
    .map((byte) => (byte < 0x80 || byte > 0x9f ? String.fromCharCode(byte) : HIGH.charAt(byte - 0x80)))
    .join('');

/** Cells of one line: `;` between them, quotes around what holds one. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, quoted, bare]) =>
    (quoted?.replaceAll('""', '"') ?? bare ?? '').replaceAll("''", "'").replaceAll('\u00a0', ' ').trim(),
  );

/** A comma without a space after it parts two values; one with a space belongs to a value. */
const several = (cell: string | undefined): string[] => (cell ?? '').split(/,(?=\S)/);

/** @throws Error for a file of another form */
export function readOpenData(bytes: Uint8Array): OpenDataRow[] {
  const [note, head, ...lines] = decode(bytes).split(/\r?\n/);
  if (note?.startsWith('Extraction générée le ') !== true) throw new Error('line 1 is no note of an extraction');
  const headings = cellsOf(head ?? '');
  if (headings.join('|') !== HEADINGS.join('|')) throw new Error(`line 2 has other headings: ${headings.join('|')}`);
  return lines.flatMap((text, index) => (text === '' ? [] : [rowOf(cellsOf(text), index + 3)]));
}

function rowOf(cells: string[], line: number): OpenDataRow {
  const [month = '', sector = '', natures, band = '', data, sensitive, origins, causes, informed = ''] = cells;
  if (cells.length !== HEADINGS.length) throw new Error(`line ${line} has ${cells.length} cells`);
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) throw new Error(`line ${line}: ${month} is no month`);
  return {
    line,
    month,
    sector,
    natures: several(natures),
    band,
    data: several(data),
    sensitive: sensitive === 'Oui',
    origins: several(origins),
    causes: several(causes),
    informed,
  };
}
