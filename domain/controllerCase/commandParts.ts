import { z } from 'zod';
import { FreeText, LetterText } from '../shared/words';

export const kind = <K extends string>(name: K) => ({ kind: z.literal(name) });
export const text = (description: string) => FreeText.meta({ description });
export const letter = (description: string) => LetterText.meta({ description });
export const maybe = (description: string) => FreeText.nullable().default(null).meta({ description });

export const AuthorityId = z.string().min(1).max(100).meta({ description: 'id of the authority, e.g. `cnil`' });
