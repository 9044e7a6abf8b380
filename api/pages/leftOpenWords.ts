import { z } from 'zod';
import { RecordNeed } from '../../domain/controllerCase/recordRegion';
import type { Language } from '../../domain/letters/head';
import { cutAt } from '../../domain/shared/cutAt';
import type { Json } from '../../domain/shared/jcs';
import type { Said } from '../../templates/pages/words/word';
import { needNames } from '../authority/recordWords';

const LONGEST = 300;
const Reasons = z.array(z.object({ fields: z.array(RecordNeed), reason: z.string() }));

/** Which fields of the record an entry leaves open by which reason, where it has several. */
export function leftOpenWords({ reasons }: Record<string, Json>, language: Language): Said[] {
  return (Reasons.safeParse(reasons).data ?? []).map(({ fields, reason }) => ({
    key: 'detail.leftOpen',
    values: {
      fields: needNames(language, fields),
      reason: cutAt(reason, LONGEST),
    },
  }));
}
