import type { BreachRecord } from '../../../domain/authority/breachRecord';
import { codesIn, publicBodyIn, seatQuestions, touchedQuestion } from '../forms/seatForm';
import type { Question } from '../forms/question';
import type { Sheet } from '../forms/sheet';

/** What decides which authority is competent (rule G12), where this case differs from its organisation. */
export const whereQuestions = ({
  publicBody,
  establishments,
  mainEstablishment,
  countries,
}: BreachRecord): Question[] => [
  touchedQuestion((countries ?? []).map(({ country }) => country)),
  ...seatQuestions({
    publicBody: publicBody ?? null,
    establishments: establishments ?? null,
    mainEstablishment: mainEstablishment ?? null,
  }),
];

/** What was given; a country that was there keeps how many persons of it are touched. */
export function whereIn(sheet: Sheet, { countries }: BreachRecord): Record<string, unknown> {
  const publicBody = publicBodyIn(sheet);
  const establishments = codesIn(sheet, 'establishments');
  const [main = null] = codesIn(sheet, 'mainEstablishment');
  const touched = codesIn(sheet, 'touched').map(
    (country) =>
      (countries ?? []).find((one) => one.country === country) ?? { country, persons: { amount: 'unknown' } },
  );
  return {
    ...(publicBody !== null && { publicBody }),
    ...(establishments.length > 0 && { establishments }),
    ...(main !== null && { mainEstablishment: main }),
    ...(touched.length > 0 && { countries: touched }),
  };
}
