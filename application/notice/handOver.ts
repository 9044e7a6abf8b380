import { takeAcknowledgement } from '../controllerCase/takeAcknowledgement';
import { takeAnswer } from '../controllerCase/takeAnswer';
import { takeAnswerFile } from '../controllerCase/takeAnswerFile';
import { takeMeasure } from '../controllerCase/takeMeasure';
import type { MeasureSaid } from '../../domain/consultation/said';
import type { NoticeEvent } from '../../domain/notice/events';
import { isSuspected } from '../../domain/notice/case';
import type { VersionState } from '../../domain/notice/fold';
import { acknowledgementId, type ToHand } from '../../domain/notice/handing';
import { mailTo } from '../../domain/notice/mailTo';
import { measureSaid, tellingsOf } from '../../domain/notice/measureSaid';
import { maskLinks } from '../../domain/notice/maskLinks';
import { cutAt } from '../../domain/shared/cutAt';
import { done, refused, type Result } from '../../domain/shared/errors';
import { LONGEST_LETTER } from '../../domain/shared/words';
import { storedFile } from '../file/storedFile';
import { isAdmitted } from '../inside/isAdmitted';
import { isFinal } from '../inside/isFinal';
import { openedBy } from '../received/openedBy';
import { takeVersion } from '../received/takeVersion';
import type { Context } from '../ports/ports';
import { copyText } from './copyText';
import type { FullCase } from './readCase';
import { sealedFor } from './readEnvelope';
import { upwardIn } from './toldWords';

/**
 * A version, an acknowledgement, an answer or a measure is handed to the organisation of who is told, which takes it in as from anywhere: by its
 * signed envelope, under a key of its own, so that done twice it is there once. What it refuses is known to be refused; any
 * other fault is tried again.
 */
export async function handOver(
  ctx: Context,
  fullCase: FullCase,
  { what, id }: Pick<ToHand, 'what' | 'id'>,
): Promise<Result<NoticeEvent>> {
  const orgId = fullCase.agreement.inside;
  const to = orgId !== null && (await isAdmitted(ctx, orgId)) ? receiverOf(ctx, orgId) : null;
  const taken = to && (await handed[what](ctx, to, fullCase, id));
  if (taken !== null && !taken.ok && !isFinal(taken.error)) return taken;
  return done({ type: 'notice.handed', values: { what, id, result: taken?.ok === true ? 'taken' : 'refused' } });
}

const receiverOf = ({ ports }: Context, orgId: string): Context => ({
  orgId,
  actor: { kind: 'system', id: 'inside' },
  roles: [],
  ports,
});

async function handVersion(ctx: Context, to: Context, fullCase: FullCase, id: string): Promise<Result<unknown>> {
  const { notice } = fullCase;
  const version = notice.versions.find(({ number }) => String(number) === id);
  if (version === undefined || version.inside !== to.orgId) return refused({ code: 'subject.unknown' });
  const isLone = version.kind === 'withdrawal' && (await openedBy(to, sourceOf(ctx, notice))) === null;
  if (isLone) return refused({ code: 'subject.unknown' }); // of what it was not handed, there is nothing to take back
  const [first] = notice.versions;
  const contactId = contactOf(notice, version);
  const text = contactId && (await copyText(ctx, notice, { version: version.number, contactId }));
  const input = {
    envelope: await sealedFor(ctx, notice, version, contactId),
    receivedAt: version.frozenAt, // it left and was there in one
    text: cutAt(maskLinks(text || notice.opened.reference), LONGEST_LETTER),
    certain: !isSuspected(version),
    nature: version.told.nature,
    knownAt: first === undefined || first === version ? null : first.frozenAt, // told before, though not handed (E5)
    upward: upwardIn(fullCase, version.items),
  };
  return takeVersion({ ctx: to, input });
}

/** The first contact to whom the version went by mail: its words, and its documents, are the controller's. */
const contactOf = (notice: FullCase['notice'], version: VersionState): string | null =>
  notice.outbox.find(({ to }) => mailTo(notice, version, to.id) !== undefined)?.to.id ?? null;

/** By its link or on the telephone: the case knows what was said to us in its name. */
async function handAcknowledgement(ctx: Context, to: Context, { notice }: FullCase, id: string) {
  const read = notice.acknowledgements.find((one) => acknowledgementId(one) === id);
  if (read === undefined) return refused({ code: 'subject.unknown' });
  const { version, name, function: role, at: acknowledgedAt } = read;
  return takeAcknowledgement({
    ctx: to,
    input: { ...sourceOf(ctx, notice), version, acknowledgedAt, name: name ?? '–', function: role ?? '–' },
  });
}

/** An answer whose words were erased meanwhile is handed without them. */
async function handAnswer(ctx: Context, to: Context, { notice }: FullCase, id: string): Promise<Result<unknown>> {
  const question = notice.questions.find((one) => one.id === id);
  if (question === undefined || question.answeredAt === null) return refused({ code: 'subject.unknown' });
  const { answeredAt, answer } = question;
  return takeAnswer({
    ctx: to,
    input: { ...sourceOf(ctx, notice), questionId: id, answeredAt, text: answer ?? '…' },
  });
}

/** A document with an answer, as it was kept; one that was erased meanwhile is handed to nobody. */
async function handFile(ctx: Context, to: Context, { notice }: FullCase, id: string): Promise<Result<unknown>> {
  const file = notice.files.find(({ seq }) => String(seq) === id);
  if (file === undefined || file.about.kind !== 'answer') return refused({ code: 'subject.unknown' });
  const sent = await storedFile(ctx, notice.id, file);
  if (sent === null) return refused({ code: 'subject.unknown' });
  const { questionId } = file.about;
  const named = String(file.seq);
  return takeAnswerFile({ ctx: to, input: { ...sent, ...sourceOf(ctx, notice), questionId, named, via: 'account' } });
}

/** What is proposed, was taken meanwhile, or was answered by another way. */
const handMeasure =
  (kind: MeasureSaid['kind']) =>
  async (ctx: Context, to: Context, fullCase: FullCase, id: string): Promise<Result<unknown>> => {
    const { notice } = fullCase;
    const measure = notice.measures.find((one) => one.id === id);
    const said = measure === undefined ? null : measureSaid(fullCase, measure, kind);
    if (measure === undefined || said === null) return refused({ code: 'subject.unknown' });
    const last = tellingsOf(measure, notice.versions).at(-1);
    const settled = last === undefined || last === kind ? null : measureSaid(fullCase, measure, last);
    return takeMeasure({ ctx: to, input: { origin: sourceOf(ctx, notice).origin, said, settled } });
  };

const handed = {
  version: handVersion,
  acknowledgement: handAcknowledgement,
  answer: handAnswer,
  file: handFile,
  proposal: handMeasure('proposal'),
  taking: handMeasure('taking'),
  verdict: handMeasure('verdict'),
} satisfies Record<ToHand['what'], typeof handVersion>;

/** As its envelopes name it. */
const sourceOf = ({ orgId, ports }: Context, { id }: FullCase['notice']) => ({
  origin: ports.proofs.notary.origin(orgId),
  noticeId: id,
});
