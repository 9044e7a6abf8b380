import { z } from 'zod';
import { readCheckpoint } from '../../application/journal/readCheckpoint';
import { takeJournal } from '../../application/journal/takeJournal';
import { mayExportJournal, mayTakeJournal } from '../../application/policies/journal';
import { JSON_LINES } from '../../application/ports/documents';
import { MOST_SEEN } from '../../domain/journal/checkpoint';
import { exportPage } from '../../templates/pages/export';
import { definePage } from '../http/definePage';
import { OrgId } from '../http/fields';
import { askedForm } from './forms/asked';
import type { Question } from './forms/question';
import { readSheet } from './forms/sheet';
import { enterHouse, shownAs } from './frame';
import type { PageHouse } from './house';
import { datedName } from '../http/datedName';
import { zoneOf } from '../../application/organisation/zoneOf';

const questions: readonly Question[] = [
  { name: 'seen', kind: 'area', label: { key: 'export.seen' }, hint: { key: 'export.seenHint' }, optional: true },
];

const Seen = z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(MOST_SEEN);

/** The journal as a file, and how it is verified. It is sent by a form: that a copy was given out is an entry. */
export const exportPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/journal/export',
    audience: 'member',
    policy: mayTakeJournal,
    params: z.object({ orgId: OrgId }),
    async render(visit) {
      const entered = await enterHouse(house, visit, 'journal', '/journal/export');
      if (!entered.ok) return entered;
      const { ctx, frame, names } = entered.value;
      const head = await readCheckpoint({ ctx });
      return shownAs(
        exportPage(frame, {
          ...askedForm(questions, visit, { frame, names }),
          action: '/journal/export',
          back: '/journal',
          what: { key: mayExportJournal(ctx) ? 'export.whole' : 'export.audit' },
          verifierKey: head.ok ? head.value.verifierKey : null,
          file: fileName(visit.now, frame.zone),
        }),
      );
    },
    act: {
      form: z.object({ seen: z.string().max(10_000).default('') }),
      async run({ ctx, now }, { form }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const sheet = readSheet(questions, form, 'UTC');
        const seen = Seen.safeParse(
          sheet.ok ? sheet.sheet.lines('seen').map((one) => one.replaceAll(/\s/g, '')) : null,
        );
        if (!seen.success) {
          const issues = [{ pointer: '/seen', message: 'is not the hash of a checkpoint' }];
          return { ok: false, error: { code: 'input.invalid', issues } };
        }
        const taken = await takeJournal({ ctx, seen: seen.data });
        if (!taken.ok) return taken;
        return {
          ok: true,
          value: { lines: taken.value, mediaType: JSON_LINES, fileName: fileName(now, await zoneOf(ctx)) },
        };
      },
    },
  });

const fileName = (now: Date, zone: string): string => `${datedName('journal', { now: now.toISOString(), zone })}.jsonl`;
