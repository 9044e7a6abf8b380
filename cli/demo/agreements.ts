import { referenceAgreement, SHORT_HOURS, SHORT_MARGIN_MINUTES, shortAgreement } from './fixtures';
import type { Stage } from './stage';

export type Contracts = { reference: Contract; short: Contract };
export type Contract = { id: string; controller: string; email: string };

/** Chapter 1: the reference agreement, and one whose limit is 90 seconds. */
export async function loadAgreements({ story, acts, house }: Stage): Promise<Contracts> {
  story.chapter('1');
  const reference = referenceAgreement();
  const [firstContact] = reference.controller.noticeContacts;
  const email = `dpo-${house.orgId.slice(-8)}@ville.example`;
  const short = shortAgreement(email);
  const loaded = await acts.agreement(reference);
  story.check(loaded.seq > 0, '1.reference', {
    reference: reference.reference,
    controller: reference.controller.name,
    hours: reference.terms.breachNotice.hours,
  });
  const loadedShort = await acts.agreement(short);
  story.check(loadedShort.seq > loaded.seq && loadedShort.id !== loaded.id, '1.short', {
    reference: short.reference,
    controller: short.controller.name,
    seconds: SHORT_HOURS * 3_600,
    margin: SHORT_MARGIN_MINUTES * 60,
  });
  return {
    reference: { id: loaded.id, controller: reference.controller.name, email: firstContact?.email ?? '' },
    short: { id: loadedShort.id, controller: short.controller.name, email },
  };
}
