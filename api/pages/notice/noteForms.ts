import type { Recipient } from '../../../domain/delivery/events';
import { contactsConcerned, everyContact } from '../../../application/notice/recipientsOf';
import type { FullCase } from '../../../application/notice/readCase';
import type { Asker } from '../../../application/policies/asker';
import { mayCloseNotice, mayNoteNotice, mayReplayDelivery } from '../../../application/policies/notice';
import type { Name } from '../../../application/ports/people';
import { canReplay } from '../../../domain/delivery/outbox';
import type { NotingCommand } from '../../../domain/notice/commands';
import { type Notice, newestVersion } from '../../../domain/notice/fold';
import { openCalls } from '../../../domain/notice/openCalls';
import { cutAt } from '../../../domain/shared/cutAt';
import type { Option } from '../../../templates/pages/parts/form';
import type { Said, Word } from '../../../templates/pages/words/word';
import type { Question } from '../forms/question';
import type { Sheet } from '../forms/sheet';
import { area, moment, reason, urgent } from '../forms/kit';

/** An act on a notice beside its versions, as a form. */
export type NoteForm = {
  segment: string;
  label: Word;
  policy(asker: Asker): boolean;
  /** Documents may come with what it says. */
  files?: true;
  intro: readonly Said[];
  /** What the button does, where something leaves. */
  submit?: Word;
  /** `names`: of our own people, by id. `zone`: in which hours are typed. */
  questions(fullCase: FullCase, names: ReadonlyMap<string, Name>, zone: string): readonly Question[];
  /** `id`: follows from the form's own key, so that the form sent twice makes one thing. */
  commands(sheet: Sheet, fullCase: FullCase, id: string): NotingCommand[];
};

const pick = (name: string, label: Word, names: readonly [string, Word][]): Question => ({
  name,
  kind: 'pick',
  label: { key: label },
  missing: 'err.choose',
  options: names.map(([value, key]): Option => ({ value, label: { key } })),
});

const contactsIn = (fullCase: FullCase): Option[] =>
  contactsConcerned(fullCase).map(({ id, name, phone }) => ({
    value: id,
    label: [name, phone].filter(Boolean).join(', '),
  }));

export const contactOf = (fullCase: FullCase): Question => ({
  name: 'contactId',
  kind: 'select',
  label: { key: 'ask.contact' },
  options: contactsIn(fullCase),
});

const isAck = (sheet: Sheet): boolean => sheet.text('reached') === 'ack';

/** Our own people whom somebody still has to call about this notice. */
const peopleToCall = (notice: Notice): string[] => [
  ...new Set(openCalls(notice).flatMap(({ to }) => (to.kind === 'person' ? [to.id] : []))),
];

const whoIn = (agreement: FullCase['agreement'], { kind, id }: Recipient): string =>
  kind === 'organisation'
    ? (agreement.document?.controller.name ?? '–')
    : (everyContact(agreement).find((one) => one.id === id)?.name ?? id);

/** When it was said that is keyed in afterwards; in the minute of what it is about, after it. */
export const saidAt = ({ notice }: FullCase, zone: string): Question =>
  moment('at', 'ask.saidAt', zone, null, {
    optional: true,
    near: [
      ...[...notice.versions, ...notice.outbox].map(({ frozenAt }) => frozenAt),
      ...notice.questions.map(({ askedAt }) => askedAt),
      ...notice.measures.flatMap(({ proposedAt }) => proposedAt ?? []),
    ],
  });

/** What it becomes in a command. */
export const saidIn = (sheet: Sheet): { at?: string | undefined } => ({ at: sheet.instantOr('at') ?? undefined });

/** What left of any version and may leave again, newest first. */
export const replayable = ({ notice, agreement }: FullCase): Option[] =>
  notice.versions.toReversed().flatMap(({ number, deliverableIds }) =>
    notice.outbox
      .filter((outgoing) => deliverableIds.includes(outgoing.id) && canReplay(outgoing))
      .map(({ id, to, channel }) => ({
        value: id,
        label: {
          key: `ask.replay.${channel}`,
          values: { n: number, who: whoIn(agreement, to) },
        },
      })),
  );

export const noteForms: readonly NoteForm[] = [
  {
    segment: 'call',
    label: 'ask.call',
    policy: mayNoteNotice,
    intro: [{ key: 'ask.callIntro' }],
    questions: (fullCase, names, zone) => [
      {
        name: 'contactId',
        kind: 'select',
        label: { key: 'ask.contact' },
        options: [
          ...contactsIn(fullCase),
          ...peopleToCall(fullCase.notice).map((id) => ({ value: id, label: names.get(id)?.name ?? id })),
        ],
      },
      pick('reached', 'ask.reached', [
        ['ack', 'ask.reachedAck'],
        ['yes', 'ask.reachedYes'],
        ['no', 'ask.reachedNo'],
      ]),
      { name: 'name', kind: 'text', label: { key: 'ask.callName' }, optional: true },
      { name: 'function', kind: 'text', label: { key: 'ask.callFunction' }, optional: true },
      saidAt(fullCase, zone),
      area('note', 'ask.callNote', { optional: true }),
    ],
    commands: (sheet, { notice, agreement }) => {
      const contactId = sheet.text('contactId');
      const contact = everyContact(agreement).find(({ id }) => id === contactId);
      const call: NotingCommand & { kind: 'logCall' } = {
        kind: 'logCall',
        contactId,
        reached: sheet.text('reached') !== 'no',
        note: sheet.textOr('note') ?? undefined,
        at: sheet.instantOr('at') ?? undefined,
      };
      const version = newestVersion(notice)?.number;
      // one of our own people who answers has acknowledged nothing for the controller
      if (!isAck(sheet) || version === undefined || contact === undefined) return [call];
      const name = sheet.textOr('name') ?? contact.name;
      const role = sheet.textOr('function') ?? contact.role;
      // first what may be refused for its hour: then nothing of the two is written
      return [{ kind: 'acknowledge', version, contactId, via: 'call', name, function: role, at: call.at }, call];
    },
  },
  {
    segment: 'question',
    label: 'ask.noteQuestion',
    policy: mayNoteNotice,
    files: true,
    intro: [{ key: 'ask.noteQuestionIntro' }],
    questions: (fullCase, _names, zone) => [
      contactOf(fullCase),
      area('text', 'caseAsk.question'),
      urgent,
      saidAt(fullCase, zone),
    ],
    commands: (sheet, _fullCase, questionId) => [
      {
        kind: 'ask',
        questionId,
        contactId: sheet.text('contactId'),
        text: sheet.text('text'),
        urgentHours: sheet.number('urgentHours'),
        via: 'call',
        at: sheet.instantOr('at') ?? undefined,
      },
    ],
  },
  {
    segment: 'answer',
    label: 'ask.answer',
    policy: mayNoteNotice,
    files: true,
    intro: [{ key: 'ask.answerIntro' }],
    submit: 'ask.answerGo',
    questions: (fullCase, _names, zone) => [
      {
        name: 'questionId',
        kind: 'select',
        label: { key: 'ask.question' },
        options: fullCase.notice.questions
          .filter(({ answeredAt }) => answeredAt === null)
          .map(({ id, text }) => ({ value: id, label: cutAt(text ?? id, 120) })),
      },
      area('text', 'ask.answerText'),
      saidAt(fullCase, zone),
    ],
    commands: (sheet) => [
      { kind: 'answer', questionId: sheet.text('questionId'), text: sheet.text('text'), ...saidIn(sheet) },
    ],
  },
  {
    segment: 'replay',
    label: 'ask.replay',
    policy: mayReplayDelivery,
    intro: [{ key: 'ask.replayIntro' }],
    submit: 'ask.replayGo',
    questions: (fullCase) => [
      { name: 'deliverableId', kind: 'select', label: { key: 'ask.replayWhat' }, options: replayable(fullCase) },
    ],
    commands: (sheet) => [{ kind: 'replay', deliverableId: sheet.text('deliverableId') }],
  },
  {
    segment: 'explain',
    label: 'ask.explain',
    policy: mayNoteNotice,
    intro: [],
    questions: () => [
      pick('what', 'ask.explainWhat', [
        ['late', 'ask.explainLate'],
        ['missing', 'ask.explainMissing'],
        ['silence', 'ask.explainSilence'],
      ]),
      reason,
    ],
    commands: (sheet) => {
      const what = sheet.text('what');
      const said = what === 'missing' || what === 'silence' ? what : 'late';
      return [{ kind: 'explain', what: said, reason: sheet.text('reason') }];
    },
  },
  {
    segment: 'close',
    label: 'ask.closeNotice',
    policy: mayCloseNotice,
    intro: [],
    questions: () => [
      pick('ground', 'ask.ground', [
        ['confirmed', 'ask.groundConfirmed'],
        ['ladderExhausted', 'ask.groundLadder'],
        ['silence', 'ask.groundSilence'],
      ]),
      area('reason', 'ask.reason', { optional: true }),
    ],
    commands: (sheet) => {
      const ground = sheet.text('ground');
      const said = ground === 'ladderExhausted' || ground === 'silence' ? ground : 'confirmed';
      return [{ kind: 'close', ground: said, reason: sheet.textOr('reason') ?? undefined }];
    },
  },
  {
    segment: 'reopen',
    label: 'ask.reopenNotice',
    policy: mayCloseNotice,
    intro: [],
    questions: () => [reason],
    commands: (sheet) => [{ kind: 'reopen', reason: sheet.text('reason') }],
  },
];
