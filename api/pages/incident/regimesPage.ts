import { z } from 'zod';
import { elsewhereOf } from '../../../application/incident/elsewhere';
import { readIncident } from '../../../application/incident/readIncident';
import { mayReadIncidents } from '../../../application/policies/incident';
import { answeredElsewhere, askedOf, unanswered } from '../../../domain/incident/regimes';
import { screeningOf } from '../../../domain/regime/asked';
import type { RegimeId } from '../../../domain/regime/vocabulary';
import { regimesPage } from '../../../templates/pages/regimes';
import { definePage } from '../../http/definePage';
import { againQuery } from '../forms/once';
import { enterHouse, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { cardOf, proposedHours } from '../regimes/cards';
import { referenceOf } from '../rowWords';
import { allowedActs, REGIMES } from './actions';
import { incidentParams } from './page';

/** Other laws, asked of an incident: what is asked, what was answered, what is owed and by when. */
export const incidentRegimesPageOf = (house: PageHouse) =>
  definePage({
    path: `/o/{orgId}/incidents/{incidentId}/${REGIMES}`,
    audience: 'member',
    policy: mayReadIncidents,
    params: incidentParams,
    query: z.object(againQuery),
    async render(visit) {
      const { incidentId } = visit.params;
      const path = `/incidents/${incidentId}`;
      const inside = await enterHouse(house, visit, 'incidents', `${path}/${REGIMES}`);
      if (!inside.ok) return inside;
      const { ctx, frame } = inside.value;
      const read = await readIncident({ ctx, input: { incidentId } });
      if (!read.ok) return read;
      const incident = read.value;
      const elsewhere = await elsewhereOf(ctx, incident);
      const asked = askedOf(incident);
      const { running, notConcerned } = screeningOf(asked);
      const acts = allowedActs(incident, ctx).filter(({ home }) => home === REGIMES);
      const of = { asked, path, acts, inside: inside.value, now: visit.now };
      const cards = (ids: readonly RegimeId[]) => ids.map((id) => cardOf(of, id));
      const there = answeredElsewhere(incident, elsewhere);
      return shownAs(
        regimesPage(frame, {
          path,
          room: { href: '/incidents', label: { key: 'nav.incidents' } },
          reference: referenceOf(incident),
          isAgain: visit.query.again === '1',
          unanswered: cards(unanswered(incident, elsewhere)),
          running: cards(running),
          notConcerned: cards(notConcerned),
          exclude: acts.some(({ kind }) => kind === 'regime.exclude') ? `${path}/${REGIMES}/exclude` : null,
          elsewhere:
            elsewhere === null || there.length === 0
              ? null
              : {
                  reference: elsewhere.reference,
                  href: `/cases/${elsewhere.id}/${REGIMES}`,
                  regimes: there.map((id) => ({ key: `regime.${id}` as const })),
                },
          proposedHours: proposedHours(),
        }),
      );
    },
  });
