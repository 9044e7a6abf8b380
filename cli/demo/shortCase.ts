import type { Contract } from './agreements';
import { SHORT_HOURS } from './fixtures';
import type { Notice } from './shapes';
import { SOON_MS, type Stage } from './stage';

export const SHORT_MS = SHORT_HOURS * 3_600_000;
export type ShortCase = { incidentId: string; noticeId: string; reference: string; t0Ms: number; dueMs: number };

/** Chapter 2: signalled by a tool, declared, known to be a breach; from here nobody acts. */
export async function beginShortCase({ story, acts, house, now }: Stage, contract: Contract): Promise<ShortCase> {
  story.chapter('2');
  const { text } = story;
  const alertedAt = now().toISOString();
  const signalled = await acts.signal('tool', {
    text: text('2.text'),
    source: 'tool',
    alertedAt,
    declarant: { name: 'detector', email: `detector-${house.orgId.slice(-8)}@demo.example` },
    looksLike: 'intrusion',
  });
  story.check(/^SIG-\d{4}-\d+$/.test(signalled.receipt), '2.signal', { ref: signalled.receipt });
  const { incidentId } = signalled;

  await acts.decide('onCall', incidentId, 'triage', { firstFacts: text('2.basis') });
  await acts.decide('manager', incidentId, 'declaration', {
    incidentKind: 'intrusion',
    severity: 'high',
    harmed: 'security',
    leadId: house.members.manager.personId,
    basis: text('2.basis'),
  });
  const declared = await acts.incident(incidentId);
  story.check(declared.stage === 'INCIDENT', '2.triage', { ref: declared.ref });

  const awareAt = now().toISOString();
  await acts.decide('onCall', incidentId, 'awareness', {
    awareAt,
    detectedAt: awareAt,
    nature: ['confidentiality'],
    touched: [{ agreementId: contract.id, role: 'processor' }],
    why: text('2.why'),
  });
  story.check((await acts.incident(incidentId)).stage === 'BREACH', '2.aware', { at: story.at(awareAt) });

  const notice = await theOneNotice({ story, acts }, incidentId, contract.id);
  story.check(notice.delivery === 'DRAFT', '2.opened', { reference: notice.reference });
  const dueMs = Date.parse(notice.clock.dueAt);
  story.check(dueMs === Date.parse(awareAt) + SHORT_MS, '2.due', { seconds: SHORT_MS / 1_000, due: story.at(dueMs) });
  return { incidentId, noticeId: notice.id, reference: notice.reference, t0Ms: Date.parse(awareAt), dueMs };
}

/** One incident that touches one agreement has exactly one notice. */
export async function theOneNotice(
  { story, acts }: Pick<Stage, 'story' | 'acts'>,
  incidentId: string,
  agreementId: string,
): Promise<Notice> {
  const [row] = await story.until(
    async () => {
      const rows = (await acts.noticesOf(incidentId)).filter((one) => one.agreementId === agreementId);
      return rows.length === 1 ? rows : null;
    },
    SOON_MS,
    '2.opened',
  );
  return acts.notice(row?.id ?? '');
}
