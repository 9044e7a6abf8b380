import { sealHeader } from '../../application/journal/sealHeader';
import { LONGEST_MESSAGE, type MessageHeader } from '../../domain/exchange/message';
import type { Installation } from './twoHouses';

/** What a message is made from: one that the processor has sent, and the two sides. */
export type Sent = {
  noticeId: string;
  bytes: string;
  header: MessageHeader;
  processor: Installation;
  controller: Installation;
};

const seal = ({ engine }: Installation, header: MessageHeader) => sealHeader(engine, header);
const says = ({ processor, header }: Sent, said: MessageHeader['said']) => seal(processor, { ...header, said });
const answer = (noticeId: string): MessageHeader['said'] => {
  return { kind: 'answer', noticeId, questionId: 'q0', answeredAt: new Date().toISOString(), text: 'Oui.' };
};
const originOf = ({ house, orgId }: Installation) => house.ports.proofs.notary.origin(orgId);
const inTenMinutes = ({ now }: Installation) => new Date(now().getTime() + 600_000).toISOString();

/** Each with what it is answered. */
export const forgedMessages: readonly [name: string, status: number, code: string, (sent: Sent) => Promise<string>][] =
  [
    ['no message at all', 400, 'unreadable', async () => 'bonjour'],
    ['a character of it is another', 400, 'altered', async ({ bytes }) => bytes.replace('SLIME', 'SLIMF')],
    [
      'forged: sealed by another key under its name',
      400,
      'altered',
      ({ controller, header }) => seal(controller, header),
    ],
    [
      'of a sender that nobody recorded',
      403,
      'stranger',
      ({ controller, header }) => seal(controller, { ...header, origin: originOf(controller) }),
    ],
    [
      'for another organisation',
      421,
      'misaddressed',
      ({ processor, header }) => seal(processor, { ...header, to: 'vigie.test/other' }),
    ],
    [
      'made in the future',
      425,
      'ahead',
      ({ processor, controller, header }) => seal(processor, { ...header, madeAt: inTenMinutes(controller) }),
    ],
    ['an answer about a notice that never came', 404, 'unknown', (sent) => says(sent, answer('n0'))],
    ['an answer to what nobody asked', 422, 'invalid', (sent) => says(sent, answer(sent.noticeId))],
    [
      'no envelope within',
      422,
      'invalid',
      (sent) =>
        says(sent, {
          kind: 'version',
          envelope: 'x',
          text: 'Oui.',
          certain: true,
          nature: [],
          knownAt: null,
          upward: null,
        }),
    ],
    ['longer than any message', 413, 'tooLarge', async () => 'x'.repeat(LONGEST_MESSAGE + 1)],
  ];

/** A version of another notice of the same sender. */
export async function versionOf({ processor, header }: Sent, id: string, version: number): Promise<string> {
  if (header.said.kind !== 'version') throw new Error('no version');
  const [line = ''] = header.said.envelope.split('\n');
  const envelope = JSON.parse(line);
  const notice = { ...envelope.notice, id, version, kind: 'initial' };
  const other = await sealHeader(processor.engine, { ...envelope, notice });
  return seal(processor, { ...header, said: { ...header.said, envelope: other } });
}

/** An acknowledgement by the controller of a notice that is not tied to it. */
export const untiedAct = ({ processor, controller, header }: Sent): Promise<string> =>
  seal(controller, {
    ...header,
    origin: originOf(controller),
    to: originOf(processor),
    said: { kind: 'acknowledgement', noticeId: 'n0', version: 1, name: 'X', function: 'Y' },
  });

/** Of measures: to whom, what, and with what it is answered. `known` is proposed, in other words. */
export function measuresForged(
  sent: Sent,
  known: string,
): readonly [to: Installation, message: Promise<string>, code: string][] {
  const { noticeId, processor, controller, header } = sent;
  const which = { noticeId, measureId: 'm0' };
  const now = new Date().toISOString();
  const by = { name: 'X', function: 'Y' };
  const word = { kind: 'word' as const, ...which, verdict: 'agreed' as const, text: null, ...by };
  const back = { ...header, origin: originOf(controller), to: originOf(processor) };
  const verdict = { ...word, kind: 'verdict' as const, answeredAt: now, via: 'link' as const };
  const proposed = { kind: 'proposal' as const, proposedAt: now, dueAt: inTenMinutes(controller), urgentHours: null };
  return [
    [processor, seal(controller, { ...back, said: word }), 'invalid'],
    [processor, seal(controller, { ...back, said: { ...word, noticeId: 'n0' } }), 'stranger'],
    [controller, says(sent, verdict), 'invalid'],
    [controller, says(sent, { ...verdict, noticeId: 'n0' }), 'unknown'],
    [controller, says(sent, { ...proposed, noticeId, measureId: known, what: 'Autre.' }), 'superseded'],
    [
      controller,
      says(sent, { kind: 'taking', ...which, noticeId: 'n0', what: '.', takenAt: now, reason: '.' }),
      'unknown',
    ],
  ];
}
