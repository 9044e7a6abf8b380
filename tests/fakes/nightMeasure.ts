import { noteNotice } from '../../application/notice/noteNotice';
import type { Night } from './night';
import { must } from './realHouse';

/** Two measures on which a controller is consulted: one waits for its word, one could not wait. */
export async function proposeMeasure({ as }: Night, noticeId: string): Promise<void> {
  const ctx = as('sacha');
  const what = 'Fermer l’accès des partenaires au portail.';
  const proposal = { kind: 'proposeMeasure' as const, measureId: 'm1', declaredId: null, what, urgentHours: 12 };
  must(await noteNotice({ ctx, input: { noticeId, key: 'm1', command: proposal } }));
  const reason = 'Les données sortaient encore.';
  const taking = { kind: 'takeMeasure' as const, measureId: 'm2', declaredId: null, what: 'Serveur isolé.', reason };
  must(await noteNotice({ ctx, input: { noticeId, key: 'm2', command: taking } }));
}
