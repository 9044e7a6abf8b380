import type { ControllerCase } from '../../domain/controllerCase/case';
import type { CaseEvent } from '../../domain/controllerCase/events';
import { urgentHoursOf } from '../../domain/controllerCase/processor';
import type { Said } from '../../domain/exchange/message';
import { allParties } from '../party/readParties';
import type { Context } from '../ports/ports';
import { freezeExchange } from './freezeExchange';
import { processorPeer } from './peers';

/** What is acknowledged or asked goes to the processor's own installation, where its party is let in and has an address. */
export async function withExchange(ctx: Context, one: ControllerCase, event: CaseEvent): Promise<CaseEvent> {
  if (event.type !== 'processor.acknowledged' && event.type !== 'processor.asked') return event;
  const said = one.source === null || event.values.byItself ? null : saidOf(event, one.source.noticeId);
  const peer = said && (await processorPeer(ctx, one));
  if (said === null || peer === null) return event;
  const partyId = (await allParties(ctx)).find(({ key }) => key === peer.key)?.id ?? '';
  const id = `${said.kind}-${said.kind === 'question' ? said.questionId : said.version}-exchange`;
  const at = ctx.ports.now().toISOString();
  const deliverables = await freezeExchange(ctx, one.id, { id, partyId, peer, at, said });
  return { ...event, values: { ...event.values, deliverables } } as typeof event;
}

type Act = Extract<CaseEvent, { type: 'processor.acknowledged' | 'processor.asked' }>;
type Acted = Extract<Said, { kind: 'acknowledgement' | 'question' }>;

/** Null for what came without a version: the processor's notice has none to acknowledge. */
function saidOf(event: Act, noticeId: string): Acted | null {
  if (event.type === 'processor.asked') {
    const { questionId, text } = event.values;
    return { kind: 'question', noticeId, questionId, text: text ?? '…', urgentHours: urgentHoursOf(event.values) };
  }
  const { version, name, function: role } = event.values;
  return version === null
    ? null
    : { kind: 'acknowledgement', noticeId, version, name: name ?? '–', function: role ?? '–' };
}
