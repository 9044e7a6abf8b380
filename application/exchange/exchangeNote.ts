import type { Deliverable } from '../../domain/delivery/events';
import type { NoticeEvent } from '../../domain/notice/events';
import { isHandedOn } from '../../domain/notice/handing';
import { changeMeasures, isMeasureEvent } from '../../domain/notice/measures';
import type { FullCase } from '../notice/readCase';
import type { Context } from '../ports/ports';
import { hasOpenedThere, measureMessages } from './exchangeMeasures';
import { freezeExchange } from './freezeExchange';
import { controllerPeer } from './peers';

type Told = Extract<NoticeEvent, { type: 'notice.answered' | `notice.measure${string}` }>;

/**
 * An answer goes to the installation that asked, what becomes of a measure to the one where a version has opened the case,
 * as long as the agreement is tied to it.
 */
export async function withExchange(ctx: Context, fullCase: FullCase, event: NoticeEvent): Promise<NoticeEvent> {
  if (event.type !== 'notice.answered' && !isMeasureEvent(event)) return event;
  const deliverables = await (event.type === 'notice.answered'
    ? answerMessage(ctx, fullCase, event)
    : ofMeasure(ctx, fullCase, event));
  return { ...event, values: { ...event.values, deliverables } } as Told;
}

async function answerMessage(
  ctx: Context,
  { notice, agreement }: FullCase,
  { values: { questionId, text } }: Told & { type: 'notice.answered' },
): Promise<Deliverable[]> {
  const isAsked = notice.questions.some(({ id, via }) => id === questionId && via === 'exchange');
  const peer = isAsked ? controllerPeer(agreement) : null;
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
  event: Exclude<Told, { type: 'notice.answered' }>,
): Promise<Deliverable[]> {
  const { notice } = fullCase;
  if (!isHandedOn(notice) || !hasOpenedThere(notice)) return [];
  const at = ctx.ports.now().toISOString();
  const measures = changeMeasures(notice.measures, event, at);
  const about = measures.filter(({ id }) => id === event.values.measureId);
  return measureMessages(ctx, { ...fullCase, notice: { ...notice, measures: about } }, at);
}
