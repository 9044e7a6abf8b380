import { isOneLine } from '../shared/words';

/** Where a postal address stands in a row; without a column of cities no row has a whole one. */
export type PostalColumns = {
  address: number;
  complement: number | null;
  postcode: number | null;
  city: number | null;
  country: number | null;
};

const NAMES = {
  address: ['address', 'adresse', 'street', 'rue'],
  complement: ['address2', 'adresse2', 'complement', 'complément'],
  postcode: ['postcode', 'zip', 'cp', 'code postal', 'code_postal'],
  city: ['city', 'ville', 'commune'],
  country: ['country', 'pays'],
} as const;

/** What fits behind the window of an envelope, characters a line. */
const LONGEST_LINE = 60;

/** Null: the file has no postal addresses; `twice`: two columns hold the same. */
export function postalColumnsOf(placesOf: (names: readonly string[]) => number[]): PostalColumns | 'twice' | null {
  const [address, complement, postcode, city, country] = [
    placesOf(NAMES.address),
    placesOf(NAMES.complement),
    placesOf(NAMES.postcode),
    placesOf(NAMES.city),
    placesOf(NAMES.country),
  ];
  if (address[0] === undefined) return null;
  const isTwice = [address, complement, postcode, city, country].some(({ length }) => length > 1);
  if (isTwice) return city[0] === undefined ? null : 'twice';
  return {
    address: address[0],
    complement: complement[0] ?? null,
    postcode: postcode[0] ?? null,
    city: city[0] ?? null,
    country: country[0] ?? null,
  };
}

/**
 * The lines on an envelope: name, complement, street, postcode and city, country in capitals (UPU S42). A postcode may be
 * missing, since not every country has them.
 *
 * @param at the text of a column, trimmed; empty where there is none
 * @returns null where the row has no postal address at all
 */
export function postalIn(
  columns: PostalColumns,
  at: (place: number | null) => string,
  name: string,
): string[] | 'postalIncomplete' | 'postalInvalid' | null {
  const [address, complement, city] = [at(columns.address), at(columns.complement), at(columns.city)];
  if (address === '' && city === '') return null;
  if (address === '' || city === '' || name === '') return 'postalIncomplete';
  const place = `${at(columns.postcode)} ${city}`.trim();
  const lines = [name, complement, address, place, at(columns.country).toUpperCase()].filter((line) => line !== '');
  return lines.every((line) => line.length <= LONGEST_LINE && isOneLine(line)) ? lines : 'postalInvalid';
}
