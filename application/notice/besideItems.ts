import type { Language } from '../../domain/letters/head';
import type { BesideItems } from '../../domain/letters/notice';
import { isSuspected } from '../../domain/notice/case';
import type { VersionState } from '../../domain/notice/fold';
import { letterItems } from './letterParts';
import type { FullCase } from './readCase';
import { subProcessorsOf, toldBySubsOf } from './subsInLetter';
import { KEPT, timelineOf } from './versionLetter';

/**
 * The other sections of a version, as its letter told them: what sub-processors told since is not in it. Null for what has
 * no items: a withdrawal, a report, and once erased.
 */
export function besideItems(fullCase: FullCase, version: VersionState, language: Language): BesideItems | null {
  const { items, told, frozenAt, dueAt } = version;
  if (items === null || fullCase.agreement.document === null) return null;
  const subNotices = fullCase.subNotices.filter(({ recordedAt }) => Date.parse(recordedAt) <= Date.parse(frozenAt));
  const then = { ...fullCase, subNotices };
  const { hours } = fullCase.agreement.terms.breachNotice;
  return {
    timeline: timelineOf(told, version),
    items: letterItems(fullCase, items, told, isSuspected(version)),
    subProcessors: subProcessorsOf(then),
    toldBySubs: toldBySubsOf(then, items),
    evidence: { answer: 'value', value: KEPT[language].evidence },
    complaint: { answer: 'value', value: KEPT[language].complaint },
    writtenAt: frozenAt,
    due: dueAt === null ? null : { hours, dueAt },
  };
}
