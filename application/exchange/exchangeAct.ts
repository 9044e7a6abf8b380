import type { ControllerCase } from '../../domain/controllerCase/case';
import type { CaseEvent, CaseEventOf } from '../../domain/controllerCase/events';
import { urgentHoursOf } from '../../domain/controllerCase/processor';
import { actIdOf, type FromController } from '../../domain/exchange/message';
import { allParties } from '../party/readParties';
import type { Context } from '../ports/ports';
import { freezeExchange } from './freezeExchange';
import { freezeFile } from './freezeFile';
import { type Peer, processorPeer } from './peers';

/**
 * What is acknowledged, asked or said on a measure goes to the processor's own installation, where its party is let in and
 * has an address; documents with a question go after it.
 */
export async function withExchange(ctx: Context, one: ControllerCase, event: CaseEvent): Promise<CaseEvent> {
  if (event.type === 'file.kept') return withFile(ctx, one, event);
  if (!isAct(event)) return event;
  const said = one.source === null || event.values.byItself ? null : saidOf(event, one.source.noticeId);
  const peer = said && (await processorPeer(ctx, one));
  if (said === null || peer === null) return event;
  const partyId = await partyOf(ctx, peer);
  const id = `${said.kind}-${actIdOf(said)}-exchange`;
  const at = ctx.ports.now().toISOString();
  const deliverables = await freezeExchange(ctx, one.id, { id, partyId, peer, at, said });
  return { ...event, values: { ...event.values, deliverables } } as typeof event;
}

const partyOf = async (ctx: Context, peer: Peer): Promise<string> =>
  (await allParties(ctx)).find(({ key }) => key === peer.key)?.id ?? '';

/** A document with a question that went there. */
async function withFile(ctx: Context, one: ControllerCase, event: CaseEventOf<'file.kept'>): Promise<CaseEvent> {
  const { about } = event.values;
  const isAskedThere =
    about.kind === 'question' &&
    one.processor.questions.some(({ id, exchangeId }) => id === about.questionId && exchangeId !== null);
  const peer = isAskedThere ? await processorPeer(ctx, one) : null;
  if (one.source === null || peer === null) return event;
  const { noticeId } = one.source;
  const sent = { peer, partyId: await partyOf(ctx, peer), noticeId, file: event.values };
  return { ...event, values: { ...event.values, deliverables: await freezeFile(ctx, one.id, sent) } };
}

type Act = Extract<CaseEvent, { type: 'processor.acknowledged' | 'processor.asked' | 'processor.measureAnswered' }>;

const isAct = (event: CaseEvent): event is Act =>
  event.type === 'processor.acknowledged' ||
  event.type === 'processor.asked' ||
  event.type === 'processor.measureAnswered';

/** Null for what came without a version: the processor's notice has none to acknowledge. */
function saidOf(event: Act, noticeId: string): FromController | null {
  switch (event.type) {
    case 'processor.asked': {
      const { questionId, text } = event.values;
      return { kind: 'question', noticeId, questionId, text: text ?? '…', urgentHours: urgentHoursOf(event.values) };
    }
    case 'processor.measureAnswered': {
      const { measureId, verdict, text, name, function: role } = event.values;
      return { kind: 'word', noticeId, measureId, verdict, text, name: name ?? '–', function: role ?? '–' };
    }
    case 'processor.acknowledged': {
      const { version, name, function: role } = event.values;
      const by = { name: name ?? '–', function: role ?? '–' };
      return version === null ? null : { kind: 'acknowledgement', noticeId, version, ...by };
    }
  }
}
