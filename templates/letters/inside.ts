import type {
  AlertLetter,
  ReceiptLetter,
  RelayTestLetter,
  ReminderLetter,
  TokenAlarmLetter,
} from '../../domain/letters/inside';
import type { Block } from '../blocks/block';
import { action, facts, heading, list, note, paragraph, warning, when } from '../blocks/build';
import { writeDuration } from '../grammar';
import { exerciseNote } from '../sections/marks';
import { toldInBrief } from '../sections/told';
import type { Speaker } from '../speaker';
import { markOf, type Sheet } from './sheet';
import { stageWord } from '../words/stageWord';

/** To a person of the organisation: time left, what to do, the button, in this order. */
export function reminderSheet(data: ReminderLetter, speaker: Speaker): Sheet {
  const { say, instant } = speaker;
  const { head, controller, detail, documents, dueAt, startedAt, percent, sent, stage } = data;
  const { reference } = head;
  const task = say(`task.${data.task}`);
  const brief = { mark: markOf(head, speaker), task: inBrief(data, speaker), reference };
  const subject =
    dueAt === null || sent !== null
      ? say('reminder.subject', brief)
      : say(isPast(dueAt, head) ? 'reminder.subjectLate' : 'reminder.subjectDue', { ...brief, dueAt });
  const rows: (readonly [string, string] | null)[] = [
    [say('reminder.reference'), reference],
    controller === null ? null : [say('reminder.controller'), controller],
    startedAt === null ? null : [say('reminder.started'), instant(startedAt)],
    [say('reminder.due'), dueAt === null ? say('reminder.noDue') : instant(dueAt)],
    stage === null ? null : [say('reminder.regime'), say(`regime.${stage.regime}`)],
    stage === null ? null : [say('reminder.stage'), say(stageWord(stage.regime, stage.id))],
    detail === null ? null : [say('reminder.detail'), detail],
    documents === 0 ? null : [say('reminder.documents'), String(documents)],
  ];
  return {
    subject,
    title: task,
    strap: say('reminder.hello', { to: data.to }),
    blocks: [
      ...exerciseNote(head, speaker),
      ...(sent === null ? [timeLeft(data, speaker)] : watchdogSent(sent, speaker)),
      ...when(percent !== null, paragraph(say('reminder.percent', { percent: percent ?? 0 }))),
      ...when(data.provisional, note(say('reminder.provisional'))),
      ...automatic(data, speaker),
      action(say('reminder.action'), data.link),
      heading(say('reminder.about')),
      facts(...rows.filter((row) => row !== null)),
      ...(data.told === null ? [] : toldInBrief(data.told, speaker)),
      ...calls('reminder.calls', data.calls, speaker),
      ...colleagues(data.colleagues, speaker),
    ],
  };
}

/** What stands in a narrow list of mails: the task without what follows its colon, or which law asks for what. */
function inBrief({ task, stage }: ReminderLetter, { say }: Speaker): string {
  if (stage === null) return say(`task.${task}`).split(/\s?: |\. /u)[0] ?? '';
  return say('reminder.stageInBrief', {
    regime: say(`regime.${stage.regime}`),
    stage: say(stageWord(stage.regime, stage.id)),
  });
}

/** Nothing is asked that is done: what has left, and why the engine has not sent it. */
const watchdogSent = ({ at, roles }: NonNullable<ReminderLetter['sent']>, { say }: Speaker): Block[] => [
  warning(say('watchdog.sent', { at, roles: roles.map((role) => say(`role.${role}`)).join(', ') })),
  paragraph(say('watchdog.engine')),
  ...list([say('watchdog.look1'), say('watchdog.look2'), say('watchdog.next')]),
];

function timeLeft({ head, dueAt }: ReminderLetter, { say, language }: Speaker): Block {
  if (dueAt === null) return paragraph(say('reminder.noDue'));
  const ms = Date.parse(dueAt) - Date.parse(head.writtenAt);
  const values = { left: writeDuration(language, ms), dueAt };
  return ms > 0 ? paragraph(say('reminder.left', values)) : warning(say('reminder.late', values));
}

const isPast = (at: string, { writtenAt }: ReminderLetter['head']): boolean => Date.parse(at) <= Date.parse(writtenAt);

function automatic({ head, automaticAt }: ReminderLetter, { say }: Speaker): Block[] {
  if (automaticAt === null) return [];
  return [note(say(isPast(automaticAt, head) ? 'reminder.automaticPast' : 'reminder.automatic', { at: automaticAt }))];
}

/** Duty S4-02: management and DPO know at once. */
export function alertSheet(data: AlertLetter, speaker: Speaker): Sheet {
  const { say, instant } = speaker;
  const { head, dueAt } = data;
  const { reference } = head;
  return {
    subject: say('alert.subject', { mark: markOf(head, speaker), reference }),
    title: say('alert.title'),
    strap: say('reminder.hello', { to: data.to }),
    blocks: [
      ...exerciseNote(head, speaker),
      facts(
        [say('reminder.reference'), reference],
        [say('alert.alerted'), instant(data.alertedAt)],
        [say('alert.source'), data.source],
        [say('alert.due'), dueAt === null ? say('alert.noDue') : instant(dueAt)],
      ),
      action(say('alert.action'), data.link),
      heading(say('alert.text')),
      paragraph(data.text),
      ...colleagues(data.colleagues, speaker),
    ],
  };
}

/** To whoever signalled. */
export function receiptSheet(data: ReceiptLetter, speaker: Speaker): Sheet {
  const { say, instant } = speaker;
  const { head, receivedAt, text } = data;
  const { reference } = head;
  return {
    subject: say('receipt.subject', { mark: markOf(head, speaker), reference }),
    title: say('receipt.title'),
    strap: head.sender,
    blocks: [
      ...exerciseNote(head, speaker),
      facts([say('receipt.number'), reference], [say('receipt.received'), instant(receivedAt)]),
      paragraph(say('receipt.next')),
      ...calls('receipt.calls', data.calls, speaker),
      ...when(data.calls.length > 0, paragraph(say('receipt.more'))),
      heading(say('receipt.text')),
      paragraph(text),
    ],
  };
}

/** Tries the relay; says nothing of any incident. */
export function relayTestSheet({ head, relay, nonce }: RelayTestLetter, speaker: Speaker): Sheet {
  const { say } = speaker;
  const { sender } = head;
  return {
    subject: say('test.subject', { mark: markOf(head, speaker) }),
    title: say('test.title'),
    strap: sender,
    blocks: [paragraph(say('test.text', { relay, sender })), facts([say('test.nonce'), nonce])],
  };
}

/** To every director: who may enter now, as what, by whose hand. */
export function tokenAlarmSheet(data: TokenAlarmLetter, speaker: Speaker): Sheet {
  const { say, instant } = speaker;
  const { head, holder, roles, issuedBy, issuedAt, expiresAt, link } = data;
  return {
    subject: say('token.subject', { mark: markOf(head, speaker) }),
    title: say('token.title'),
    strap: say('reminder.hello', { to: data.to }),
    blocks: [
      facts(
        [say('token.holder'), holder],
        [say('token.roles'), roles.map((role) => say(`house.${role}`)).join(', ')],
        [say('token.issuedBy'), issuedBy],
        [say('token.issuedAt'), instant(issuedAt)],
        [say('token.expiresAt'), instant(expiresAt)],
      ),
      paragraph(say('token.text')),
      action(say('token.action'), link),
    ],
  };
}

const calls = (title: 'reminder.calls' | 'receipt.calls', all: ReminderLetter['calls'], { say }: Speaker): Block[] =>
  all.length === 0 ? [] : [heading(say(title)), ...list(all.map(({ name, phone }) => `${name}, ${phone}`))];

/** Whom the reader can call back at once: who signalled, then who is on call. */
const colleagues = (all: ReminderLetter['colleagues'], { say }: Speaker): Block[] =>
  all.length === 0
    ? []
    : [
        heading(say('reminder.colleagues')),
        ...list(
          all.map(({ name, phone, declarant }) =>
            declarant === true ? say('reminder.declarant', { name, phone }) : `${name}, ${phone}`,
          ),
        ),
      ];
