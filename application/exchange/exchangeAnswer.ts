import type { EventOf } from '../../domain/notice/events';
import type { FullCase } from '../notice/readCase';
import type { Context } from '../ports/ports';
import { freezeExchange } from './freezeExchange';
import { controllerPeer } from './peers';

type Answered = EventOf<'notice.answered'>;

/** An answer goes to the installation that asked, as long as the agreement is tied to it. */
export async function withExchange(ctx: Context, { notice, agreement }: FullCase, event: Answered): Promise<Answered> {
  const { questionId, text } = event.values;
  const isAsked = notice.questions.some(({ id, via }) => id === questionId && via === 'exchange');
  const peer = isAsked ? controllerPeer(agreement) : null;
  if (peer === null) return event;
  const at = ctx.ports.now().toISOString();
  const deliverables = await freezeExchange(ctx, notice.id, {
    id: `answer-${questionId}-exchange`,
    partyId: notice.opened.partyId,
    peer,
    at,
    said: { kind: 'answer', noticeId: notice.id, questionId, answeredAt: at, text: text ?? '…' },
  });
  return { ...event, values: { ...event.values, deliverables } };
}
