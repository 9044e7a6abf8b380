import type { Deliverable } from '../../domain/delivery/events';
import type { NoticeEvent } from '../../domain/notice/events';
import { isHandedOn } from '../../domain/notice/handing';
import { changeMeasures, isMeasureEvent } from '../../domain/notice/measures';
import type { FullCase } from '../notice/readCase';
import type { Context } from '../ports/ports';
import { hasOpenedThere, measureMessages } from './exchangeMeasures';
import { freezeExchange } from './freezeExchange';
import { freezeFile } from './freezeFile';
import { controllerPeer } from './peers';

type Told = Extract<NoticeEvent, { type: 'notice.answered' | 'file.kept' | `notice.measure${string}` }>;

/**
 * An answer goes to the installation that asked, and its documents after it; what becomes of a measure to the one where a
 * version has opened the case, as long as the agreement is tied to it.
 */
export async function withExchange(ctx: Context, fullCase: FullCase, event: NoticeEvent): Promise<NoticeEvent> {
  const deliverables = await messagesOf(ctx, fullCase, event);
  return deliverables === null ? event : ({ ...event, values: { ...event.values, deliverables } } as Told);
}

async function messagesOf(ctx: Context, fullCase: FullCase, event: NoticeEvent): Promise<Deliverable[] | null> {
  if (isMeasureEvent(event)) return ofMeasure(ctx, fullCase, event);
  switch (event.type) {
    case 'notice.answered':
      return answerMessage(ctx, fullCase, event);
    case 'file.kept':
      return fileMessage(ctx, fullCase, event);
    default:
      return null;
  }
}

/** A document with an answer goes where the answer went; with a question it came from there, or stays. */
async function fileMessage(
  ctx: Context,
  { notice, agreement }: FullCase,
  { values: file }: Told & { type: 'file.kept' },
): Promise<Deliverable[]> {
  if (file.about.kind !== 'answer' || !isAskedThere(notice, file.about.questionId)) return [];
  const peer = controllerPeer(agreement);
  return peer === null
    ? []
    : freezeFile(ctx, notice.id, { peer, partyId: notice.opened.partyId, noticeId: notice.id, file });
}

const isAskedThere = ({ questions }: FullCase['notice'], questionId: string): boolean =>
  questions.some(({ id, via }) => id === questionId && via === 'exchange');

async function answerMessage(
  ctx: Context,
  { notice, agreement }: FullCase,
  { values: { questionId, text } }: Told & { type: 'notice.answered' },
): Promise<Deliverable[]> {
  const peer = isAskedThere(notice, questionId) ? controllerPeer(agreement) : null;
  if (peer === null) return [];
  const at = ctx.ports.now().toISOString();
  return freezeExchange(ctx, notice.id, {
    id: `answer-${questionId}-exchange`,
    partyId: notice.opened.partyId,
    peer,
    at,
    said: { kind: 'answer', noticeId: notice.id, questionId, answeredAt: at, text: text ?? '…' },
  });
}

async function ofMeasure(
  ctx: Context,
  fullCase: FullCase,
  event: Exclude<Told, { type: 'notice.answered' | 'file.kept' }>,
): Promise<Deliverable[]> {
  const { notice } = fullCase;
  if (!isHandedOn(notice) || !hasOpenedThere(notice)) return [];
  const at = ctx.ports.now().toISOString();
  const measures = changeMeasures(notice.measures, event, at);
  const about = measures.filter(({ id }) => id === event.values.measureId);
  return measureMessages(ctx, { ...fullCase, notice: { ...notice, measures: about } }, at);
}
