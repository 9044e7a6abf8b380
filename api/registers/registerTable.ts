import type { Register, RegisterPage } from '../../application/register/readRegister';
import type { RegisterRow } from '../../application/register/registerRows';
import type { Language } from '../../domain/letters/head';
import { momentWords } from '../../templates/pages/frame/moment';
import { writeDay } from '../../templates/grammar';
import { type Phrase, phrase } from '../../templates/pages/words/word';
import type { WrittenTable } from '../../templates/register/table';
import { columnWord, writeCell } from '../../templates/register/writeCell';
import type { RegisterQuery } from './registerQuery';
import { datedName } from '../http/datedName';

/** In which language and zone a register is written, at which instant. */
export type Writing = { language: Language; zone: string; now: string };

export const headOf = ({ columns }: Pick<RegisterPage, 'columns'>, { language }: Writing): string[] =>
  columns.map((key) => columnWord(language, key));

export const cellsOf = ({ cells }: Pick<RegisterRow, 'cells'>, { language, zone }: Writing): string[] =>
  cells.map((cell) => writeCell(language, zone, cell));

/** What it is called. `contract`: reference of the contract whose journal it is. */
export function titleOfRegister({ exercise }: RegisterQuery, contract: string | null): Phrase {
  if (contract !== null) return { key: 'register.contractLong', values: { contract } };
  return { key: exercise === 'true' ? 'register.exercisesLong' : 'register.breachesLong' };
}

/** A register as a file wants it. */
export function registerTable(register: Register, asked: RegisterQuery, writing: Writing): WrittenTable {
  const { language, now } = writing;
  const { contract } = register;
  const say = (said: Phrase) => phrase(language, said);
  return {
    language,
    title: say(titleOfRegister(asked, contract)),
    scope: say(periodOf(asked, language)),
    fileName: datedName(contract === null ? 'vigie-register' : 'vigie-contract-journal', writing),
    head: headOf(register, writing),
    rows: written(register.rows, writing),
    total: register.total,
    notes: [
      say({ key: contract === null ? 'register.intro' : 'register.contractIntro' }),
      say({ key: 'register.madeAt', values: { at: momentWords(now, writing, 'long') } }),
    ],
    exercise: asked.exercise === 'true',
  };
}

function periodOf({ from, to }: RegisterQuery, language: Language): Phrase {
  const values = { from: writeDay(language, from ?? '1970-01-01'), to: writeDay(language, to ?? '1970-01-01') };
  if (from !== undefined) return { key: to === undefined ? 'register.since' : 'register.period', values };
  return to === undefined ? { key: 'register.always' } : { key: 'register.until', values };
}

async function* written(rows: AsyncIterable<RegisterRow>, writing: Writing): AsyncGenerator<string[]> {
  for await (const row of rows) yield cellsOf(row, writing);
}
