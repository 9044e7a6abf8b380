import { NAMES_OTHER } from '../../../application/notice/unseenNames';
import { NUMBERS_WORDS } from '../../../application/notice/numbers';
import { ROW_WORDS } from '../../../application/controllerCase/uploadRecipients';
import type { Issue } from '../../../domain/shared/errors';
import type { Frame } from '../../../templates/pages/frame/frame';
import { momentWords } from '../../../templates/pages/frame/moment';
import { phrase, type Said, type Word } from '../../../templates/pages/words/word';
import { type Question, questionAt } from './question';
import type { Faulty } from './sheet';

/** What the domain found, as faults of the form: in words of ours where we have them, at the question where there is one. */
export const faultsOfIssues = (questions: readonly Question[], issues: readonly Issue[], frame: Frame): Faulty[] =>
  issues.map((issue) => ({ name: questionAt(questions, issue)?.name ?? null, text: lineWords(issue, frame) }));

/** Of a file that is read line by line, the line stands in the sentence. */
function lineWords({ pointer, message }: Issue, frame: Frame): Said {
  const text = wordsOf(message, frame);
  const [, line] = /\/line\/(\d+)$/.exec(pointer) ?? [];
  return line === undefined
    ? text
    : { key: 'recipients.atLine', values: { n: line, fault: phrase(frame.language, text) } };
}

/** The domain speaks English to programs; people get the interface's words. */
export function wordsOf(message: string, frame: Frame): Said {
  const key = messages.find(([pattern]) => pattern.test(message))?.[1];
  return key === undefined ? factWords(message, frame) : { key };
}

const facts: Readonly<Record<string, Word>> = {
  beganAt: 'fact.began',
  attackKnownAt: 'fact.attackKnown',
  alertedAt: 'incident.alerted',
  detectedAt: 'incident.detected',
  awareAt: 'incident.aware',
  receivedAt: 'fact.received',
  askedAt: 'fact.asked',
  printedAt: 'fact.printed',
  frozenAt: 'fact.frozen',
  madeAt: 'receive.madeAt',
  triggerAt: 'regimes.trigger',
  t0: 'regimes.start',
};

/** Which fact an instant does not follow, and its hour in the organisation's zone. */
function factWords(message: string, frame: Frame): Said {
  const [, fact = '', at = ''] = /^is (?:before|after) (\w+) \(([^)]+)\)/.exec(message) ?? [];
  const named = facts[fact];
  const [, running] = /^is not before what runs \(([^)]+)\)/.exec(message) ?? [];
  if (running !== undefined) return { key: 'err.notEarlier', values: { at: momentWords(running, frame, 'full') } };
  if (named !== undefined) {
    const key = message.startsWith('is after') ? 'err.afterFact' : 'err.beforeFact';
    return { key, values: { fact: phrase(frame.language, { key: named }), at: momentWords(at, frame, 'full') } };
  }
  const [, unknown] = /^is of (\S+), whose key is not recorded/.exec(message) ?? [];
  if (unknown !== undefined) return { key: 'err.envelopeUnknown', values: { sender: unknown } };
  const [, forged] = /^is not sealed by the key of (\S+) that/.exec(message) ?? [];
  if (forged !== undefined) return { key: 'err.envelopeForged', values: { sender: forged } };
  const [, alerted] = /^say why: an instant is before the first alert \(([^)]+)\)/.exec(message) ?? [];
  if (alerted !== undefined) return { key: 'err.beforeAlert', values: { at: momentWords(alerted, frame, 'full') } };
  const [, stands] = /^the file with this authority stands at (\w+)/.exec(message) ?? [];
  if (stands !== undefined) {
    const state = phrase(frame.language, { key: `authorityState.${stands}` as Word });
    return { key: 'err.fileStands', values: { state } };
  }
  const [, most] = /^at most (\d+)$/.exec(message) ?? [];
  if (most !== undefined) return { key: 'err.atMost', values: { n: most } };
  const [, longest] = /<=(\d+) characters/.exec(message) ?? [];
  return longest === undefined ? { key: 'err.check' } : { key: 'err.tooLong', values: { n: longest } };
}

const messages: readonly [RegExp, Word][] = [
  ...Object.entries(NUMBERS_WORDS).map(([reason, text]): [RegExp, Word] => [
    new RegExp(`^${text}`),
    `numbersReason.${reason}` as Word,
  ]),
  [/^nothing leaves from here to any contact|^the test was caught and never left/, 'contacts.nothingLeaves'],
  [/^has no telephone$/, 'contacts.noPhone'],
  [/^the first line names a column `controller`/, 'numbers.header'],
  [/^tick the notices/, 'batch.nobody'],
  [/^not every notice that was chosen/, 'batch.someLeft'],
  [new RegExp(`^${NAMES_OTHER}`), 'err.otherNamed'],
  ...Object.entries(ROW_WORDS).map(([reason, text]): [RegExp, Word] => [
    new RegExp(`^${text}`),
    `rowReason.${reason}` as Word,
  ]),
  [/^the clock runs under this law/, 'err.lawSame'],
  [/^(no such law profile|a law that is not in force|the law of another)/, 'err.lawOff'],
  [/^no limit runs that another law/, 'err.lawIdle'],
  [/^is told nothing without its key/, 'err.exchangeNoKey'],
  [/^is your own key/, 'err.exchangeOwnKey'],
  [/^a PDF holds at most \d+ entries/, 'err.extractMany'],
  [/^choose a file/, 'err.chooseFile'],
  [/^the file has more bytes/, 'err.fileLong'],
  [/^is neither a PDF, a PNG/, 'err.fileType'],
  [/^this very file is kept already/, 'err.fileKept'],
  [/^at most \d+ files are kept/, 'err.fileMany'],
  [/^nothing such was filed/, 'err.filingUnknown'],
  [/^choose the file again/, 'err.chooseAgain'],
  [/^the first line names/, 'err.csvHeader'],
  [/^is not UTF-8 from/, 'err.csvUtf8'],
  [/^has a quotation mark that is never/, 'err.csvQuotes'],
  [/^holds nobody who can be told/, 'err.csvNobody'],
  [/^holds nobody but who/, 'err.csvNoneNew'],
  [/^this very file told/, 'err.csvTold'],
  [/^(the file is longer|holds more than|is longer than is read)/, 'err.csvTooMany'],
  [/^an address that begins with https/, 'doc.webhookUrl'],
  [/^nothing is public$/, 'err.nothingPublic'],
  [/^no public notice was frozen/, 'err.noPublicNotice'],
  [/^this very text is public/, 'err.publicAlready'],
  [/^a and b need content/, 'err.itemsUnsettled'],
  [/^record the data protection officer/, 'err.noContact'],
  [/^there is no message in this language/, 'err.draftLone'],
  [/^this case has no such list|^no list of this case/, 'err.noList'],
  [/letters to persons wait to be posted$/, 'err.lettersOwed'],
  [/^was accepted before/, 'err.listSent'],
  [/^what became of its letters/, 'err.lettersPosted'],
  [/^its letters were not/, 'err.lettersNotPrinted'],
  [/^more than letters were/, 'err.lettersTooMany'],
  [/^say what proves it, or/, 'err.lettersProof'],
  [/^the letters changed/, 'err.lettersChanged'],
  [/^letters of a list are/, 'err.lettersMeans'],
  [/^at least one was told/, 'err.toldNone'],
  [/^fewer are concerned/, 'err.fewerConcerned'],
  [/^the message was drafted before/, 'err.draftAnew'],
  [/^this case is an exercise/, 'err.exercise'],
  [/^another exercise has not ended$/, 'err.exerciseRuns'],
  [/^a sub-processor tells of a controller/, 'err.exerciseNeedsContract'],
  [/^has passed: leave it out to begin now$/, 'err.beginsPassed'],
  [/^its incident is none$/, 'err.noExercise'],
  [/^is an exercise: a real case/, 'err.exerciseIncident'],
  [/^its exercise has ended$/, 'err.exerciseEnded'],
  [/^another list was accepted since/, 'err.listOlder'],
  [/^no mail relay is set/, 'err.noRelay'],
  [/will follow$/, 'err.eta'],
  [/^is yet to come/, 'err.future'],
  [/comes back (?:to where|on itself)/, 'err.chain'],
  [/^names a controller whom/, 'err.namesOther'],
  [/^a limit runs since a sub-processor/, 'err.limitRuns'],
  [/^check the year: nothing/, 'err.tooEarly'],
  [/^check the year: at most/, 'err.tooFar'],
  [/^give an instant yet to come/, 'err.eta'],
  [/^name the agreements/, 'err.touched'],
  [/^name an agreement/, 'err.touched'],
  [/^no such agreement/, 'err.touched'],
  [/^is not in the plan of this exercise$/, 'err.unplanned'],
  [/^is no other case$|^has nothing to file now$|^a bundle has two/, 'together.none'],
  [/^nobody has said (which data|how it was breached)$/, 'together.unsaid'],
  [/^is not the same type of data as|^was not breached the same way as|days after the earliest$/, 'together.unlike'],
  [
    /^no such |^there is no such |^no contact of the version|^nobody of that id|^is not among| is not among: /,
    'err.gone',
  ],
  [/^say (?:something|who told you|why it does not apply)/, 'err.missing'],
  [/^name at least one of/, 'err.choose'],
  [/^say at least one field/, 'err.fieldless'],
  [/^say from when its limits/, 'err.malformed'],
  [/^one line,/, 'err.line'],
  [/^(nine digits|the check digit)/, 'err.siren'],
  [/^has been answered/, 'err.answered'],
  [/^has been acknowledged/, 'err.acknowledged'],
  [/^has been reviewed|^nobody acted for two/, 'err.reviewed'],
  [/^nothing has been filed/, 'err.notFiled'],
  [/^the authority has ordered it/, 'err.ordered'],
  [/^ground c needs/, 'err.groundC'],
  [/^more came back than left/, 'err.moreBack'],
  [/^write it in one language/, 'err.oneLanguage'],
  [/^no processor told us/, 'err.noProcessor'],
  [/^nobody has said that it applies/, 'err.notConcerned'],
  [/^the nature is common to all/, 'err.natureCommon'],
  [/^what is ongoing has not ended/, 'err.ongoing'],
  [/^nobody has said whether it is a breach/, 'caseOwed.qualify'],
  [/^the risk has not been decided/, 'caseOwed.decision'],
  [/^more was told after the risk was decided/, 'caseOwed.reassess'],
  [/^the authority has not been told/, 'caseOwed.authority'],
  [/^the persons have neither/, 'caseOwed.persons'],
  [/^something is still owed to the authority/, 'err.fileOpen'],
  [/^nobody has said whether these regimes/, 'caseNext.screen'],
  [/ still asks for: /, 'caseNext.stage'],
  [/^is no envelope/, 'err.envelopeNone'],
  [/^was (written anew|changed after it was sealed)/, 'err.envelopeChanged'],
  [/a sub-processor of yours: take it in as such$/, 'err.envelopeOfSub'],
  [/whose notices open your own cases: take it in there$/, 'err.envelopeOfProcessor'],
  [/^has opened an incident here/, 'err.envelopeThere'],
  [/^has opened a case here/, 'err.envelopeInCase'],
  [/^is your own: the chain/, 'err.envelopeOwn'],
  [/^say what its notices open/, 'err.opens'],
  [/^is no public key/, 'err.partyKey'],
  [/^no key of this party/, 'err.partyKeyless'],
  [/^is the key of no organisation/, 'err.tieKey'],
  [/^another party has a key/, 'err.partyTwin'],
  [/^is what is recorded already/, 'err.sameKey'],
  [/^its case is open: correct there/, 'err.caseOpenKnown'],
  [/^its case is open: say there/, 'err.caseOpenNature'],
  [/^looks like a sample/, 'err.sample'],
  [/^the limit was .* leaves after it$/, 'err.late'],
  [/^the limit was .* left after it$/, 'err.leftLate'],
  [/^it is on its way/, 'err.onItsWay'],
  [/^has no address for webhooks/, 'err.webhookAddress'],
  [/^nothing differs from what is recorded/, 'err.nothingRecorded'],
  [/^nothing differs/, 'err.nothingNew'],
  [/^say why$/, 'err.sayObjection'],
  [/^say to what it is changed/, 'err.sayChange'],
  [/^say what is to be done, or which|^no such measure was proposed/, 'err.sayMeasure'],
  [/^is a number of hours from 1/, 'err.urgentHours'],
  [/^has been proposed, and waits/, 'err.measureWaits'],
  [/^there is no such measure|^the incident has no such measure/, 'err.measureGone'],
  [/^a proposed measure waits/, 'err.measureAwaited'],
  [/^\S+ is filled$|^\$\{field\} is filled$/, 'err.fieldFilled'],
  [/measures of the processor wait for an answer$/, 'err.measureOwed'],
  [/^the record lacks, without a reason/, 'err.recordOwed'],
  [/^has been recorded$/, 'err.measureRecorded'],
  [/^is not after it was proposed/, 'err.measureLimit'],
  [/^one person alone/, 'err.alone'],
  [/still open, or owe an answer$/, 'err.openNotices'],
  [/^the case of our own processing is/, 'err.ownCase'],
  [/^has its case already/, 'err.caseTwin'],
  [/: leave it out, or give the earlier one$/, 'err.knownLater'],
  [/^give the organisation its name first/, 'madeUp.organisation'],
  [/^give the contact of the persons a true name/, 'madeUp.person'],
  [/^the message bears the name of the first start/, 'err.madeUpFrozen'],
  [/^decide first/, 'err.holds'],
  [/^items are still/, 'err.stillToFollow'],
  [/^nothing has been said/, 'err.nothingSaid'],
  [/^no contact has acknowledged/, 'err.noAck'],
  [/^say how/, 'err.how'],
  [/^the score counts recipients: /, 'err.dataLeft'],
  [/^nothing left/, 'err.dataStayed'],
  [/: say whose$/, 'err.dataWhose'],
  [/^the score counts recipients that/, 'err.dataUnknownHands'],
  [/confidentiality is touched$/, 'err.dataSeen'],
  [/say what the persons felt$/, 'err.dataMissed'],
  [/availability is touched$/, 'err.dataBack'],
  [/is proposed: say why/, 'err.diverges'],
  [/^the DPO advised/, 'err.againstAdvice'],
  [/^the DPO has not advised/, 'err.noAdvice'],
  [/^management decides/, 'err.mandate'],
  [/^only a high risk/, 'err.notExempt'],
  [/^the score says that the data/, 'err.readable'],
  [/: score it (?:again )?first$/, 'err.unscored'],
  [/^is not a member/, 'err.member'],
  [/^that data may be lost/, 'err.useSuspect'],
  [/^the awareness of a breach/, 'err.useCorrect'],
  [/^no earlier clock/, 'err.noRelease'],
  [/^is not the hash of a checkpoint/, 'err.seen'],
  [/^Invalid email/, 'err.email'],
  [/^is the name already/, 'err.sameName'],
  [/^is already the address of a member/, 'err.emailTaken'],
  [/^an international number/, 'err.phone'],
  [/address or a telephone|email/i, 'err.contact'],
  [/400 days/, 'err.days'],
  [/was not yet law then$/, 'err.notLaw'],
  [/^has been done/, 'err.stageDone'],
  [/^by what is known, it asks/, 'err.noStage'],
  [/^record first what it counts from/, 'err.noStart'],
  [/^never fewer than/, 'err.fewDays'],
];
