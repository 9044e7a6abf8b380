import { factsFor } from '../../domain/incident/incident';
import { dueOf } from '../../domain/notice/case';
import { shownRevision } from '../../domain/notice/fold';
import { changedParts, stampOf, type Telling } from '../../domain/notice/telling';
import { waysTo } from '../../domain/notice/waysTo';
import { done, refused, type Result } from '../../domain/shared/errors';
import { measuresOf } from './consultedMeasures';
import { reportTextOf, severityOf, toldOf } from './letterParts';
import type { FullCase } from './readCase';
import { recipientsOf } from './recipientsOf';

/** What letters frozen now would tell this controller beside the items. */
export function tellingOf(fullCase: FullCase): Telling {
  const { notice, incident, agreement } = fullCase;
  const { alertedAt, detectedAt, awareAt, ...known } = toldOf(fullCase);
  const { ruledOut, clock } = incident;
  const due = dueOf(fullCase);
  return {
    facts: {
      ...known,
      systems: factsFor(incident, notice.opened.agreementId).systems ?? [],
      severity: severityOf(fullCase),
      text: reportTextOf(fullCase),
      toldBySubs: fullCase.subNotices.map(({ seq }) => seq),
      ruledOut: ruledOut && { at: ruledOut.at, evidence: ruledOut.evidenceRefs.length },
    },
    measures: measuresOf(fullCase),
    chronology: {
      alertedAt,
      detectedAt,
      awareAt,
      status: clock.status,
      t0: due?.t0 ?? null,
      dueAt: due?.dueAt ?? null,
    },
    contract: { agreementId: agreement.id, version: agreement.version },
    recipients: recipientsOf(fullCase).map((contact) => {
      return { contactId: contact.id, name: contact.name, ways: waysTo(contact, fullCase.offers) };
    }),
  };
}

/** On what somebody acts who was shown this notice and what it would tell. */
export type Seen = { revision: number; stamp: string };

export const seenOf = (fullCase: FullCase): Seen => ({
  revision: shownRevision(fullCase.notice),
  stamp: stampOf(tellingOf(fullCase)),
});

/** Refuses who sends letters that would not tell what they told when they were shown, and says in what. */
export function tellsTheSame(fullCase: FullCase, { stamp }: Seen): Result<null> {
  const letter = changedParts(stamp, tellingOf(fullCase));
  if (letter.length === 0) return done(null);
  return refused({ code: 'revision.stale', current: shownRevision(fullCase.notice), changed: [], letter });
}
