import type { z } from 'zod';
import type { Asker } from '../../../application/policies/asker';
import type { Context } from '../../../application/ports/ports';
import type { Result } from '../../../domain/shared/errors';
import type { Option } from '../../../templates/pages/parts/form';
import type { Word } from '../../../templates/pages/words/word';
import type { Question } from '../forms/question';
import type { Sheet } from '../forms/sheet';

/** Something of which controllers are told at once, as a form. */
export type Recording<Input extends object> = {
  room: 'vulnerabilities' | 'transfers';
  segment: 'new' | 'outside';
  submit: Word;
  /** Who is told, before the button. */
  warning?: Word;
  title: Word;
  intro: Word;
  policy(asker: Asker): boolean;
  questions(zone: string, around: { agreements: readonly Option[]; incidents: readonly Option[] }): readonly Question[];
  schema: z.ZodType<Input>;
  input(sheet: Sheet): object;
  write(ctx: Context, key: string, input: Input): Promise<Result<{ id: string; created: boolean }>>;
};
