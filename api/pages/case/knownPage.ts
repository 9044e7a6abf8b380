import { z } from 'zod';
import { readKnownAt } from '../../../application/journal/readKnownAt';
import type { Asker } from '../../../application/policies/asker';
import { mayReadCases } from '../../../application/policies/controllerCase';
import { mayReadJournal } from '../../../application/policies/journal';
import { newestFirst } from '../../../application/controllerCase/readCases';
import { casePage } from '../../../templates/pages/case';
import { definePage } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { enterHouse, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { NOTHING } from './sending';
import { caseView } from './view';

/** "What did we know when this was decided?" The case as the journal knew it once an entry of it was written. */
export const caseKnownPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/cases/{controllerCaseId}/known/{seq}',
    audience: 'member',
    policy: (asker: Asker) => mayReadCases(asker) && mayReadJournal(asker),
    params: z.object({ orgId: OrgId, controllerCaseId: Id, seq: z.coerce.number().int().positive() }),
    async render(visit) {
      const { controllerCaseId: id, seq } = visit.params;
      const inside = await enterHouse(house, visit, 'cases', `/cases/${id}/known/${seq}`);
      if (!inside.ok) return inside;
      const { ctx, frame } = inside.value;
      const known = await readKnownAt({ ctx, input: { subject: { kind: 'controllerCase', id }, entry: seq } });
      if (!known.ok) return known;
      const { state, entries, at } = known.value;
      const then = { ...inside.value, frame: { ...frame, now: at } };
      const view = caseView(state, then, {
        entries: newestFirst(entries),
        approvals: [],
        sending: NOTHING,
        incident: null,
        isAgain: false,
        exerciseEnded: false,
        now: new Date(at),
        isPast: true,
      });
      return shownAs(casePage(frame, view));
    },
  });
