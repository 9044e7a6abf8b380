import { z } from 'zod';
import type { Incident } from '../../domain/incident/incident';
import type { Name } from '../../application/ports/people';
import { type Entry, valuesOf } from '../../domain/journal/entry';
import type { Json } from '../../domain/shared/jcs';
import { HOUR_MS, MINUTE_MS } from '../../domain/shared/instant';
import type { Language } from '../../domain/letters/head';
import { Risk } from '../../domain/risk/scales';
import { cutAt } from '../../domain/shared/cutAt';
import { durationWords } from '../../templates/pages/frame/duration';
import { momentWords } from '../../templates/pages/frame/moment';
import type { Frame } from '../../templates/pages/frame/frame';
import type { StoryLine } from '../../templates/pages/parts/story';
import { isWord, phrase, type Said, type Word } from '../../templates/pages/words/word';
import { authorOf } from './frame';
import { askedIn } from './incident/asked';
import { leftOpenWords } from './leftOpenWords';
import { roleWords } from './roleWords';
import type { RegimeId, StageId } from '../../domain/regime/vocabulary';
import { stageWord } from '../../templates/words/stageWord';

/** Recorded this much after the fact, an entry says so. */
const LATE_RECORD_MS = 5 * MINUTE_MS;

const corrections = [
  'aware.corrected',
  'breach.ruledOut',
  'entry.corrected',
  'entry.lost',
  'field.erased',
  'journal.restored',
];
const reminders = ['people.told', 'case.reminded', 'regime.reminded'];
const machine = ['delivery.attempt', 'notice.opened', 'notice.drafted', ...reminders];
const decisions = [
  'event.reported',
  'incident.declared',
  'breach.suspected',
  'aware.set',
  'subNotice.received',
  'notice.version',
  'notice.acknowledged',
  'incident.closed',
  'approval.given',
  'agreement.signed',
  'case.opened',
  'case.followed',
  'case.qualified',
  'risk.decided',
  'authority.filed',
  'persons.sending',
  'persons.unreached',
  'persons.told',
  'regime.concerned',
  'regime.excluded',
  'regime.sent',
  'case.closed',
  'exercise.planned',
  'exercise.stopped',
  'exercise.concluded',
];

/** What the machine writes for itself: counted, and shown when asked. A mail that was not taken is news. */
export function isMachine({ type, fields }: Pick<Entry, 'type' | 'fields'>): boolean {
  if (type !== 'delivery.outcome') return machine.includes(type);
  const result = fields['result']?.value;
  return result === 'accepted' || result === 'caught';
}

/** Words of an entry type: `aware.set` is `entry.awareSet`. */
export function titleOfEntry({ type }: Pick<Entry, 'type'>): Said {
  const key = `entry.${type.replaceAll(/\.(\w)/g, (_dot, letter: string) => letter.toUpperCase())}`;
  return isWord(key) ? { key } : { key: 'entry.other', values: { type } };
}

/** How long after a fact of which only the day is known, nobody can say. */
export const isLateRecord = (entry: Entry): boolean => dayOf(entry) === null && notedLater(entry) !== null;

/** When something was written down, where that is so much later than it happened that the reader should know; else null. */
export const notedLater = ({ at, recordedAt }: Pick<Entry, 'at' | 'recordedAt'>): string | null =>
  Date.parse(recordedAt) - Date.parse(at) >= LATE_RECORD_MS ? recordedAt : null;

/** The day of a signal whose hour is not known; null for everything else. */
export function dayOf({ type, fields }: Entry): string | null {
  const day = type === 'event.reported' ? fields['alertedDay']?.value : null;
  return typeof day === 'string' ? day : null;
}

/** `incident`: the one of which it is an entry, if it is of one. */
export function storyLine(
  entry: Entry,
  names: ReadonlyMap<string, Name>,
  frame: Frame,
  incident: Incident | null,
): StoryLine {
  const { seq, at, recordedAt, type, actor } = entry;
  const asked = askedIn(entry, incident, frame.language);
  const isFix = corrections.includes(type) || asked.moved.length > 0;
  const tone = isFix ? 'fix' : decisions.includes(type) ? 'key' : 'plain';
  return {
    seq,
    at,
    day: dayOf(entry),
    sameMinute: false,
    recordedAt,
    tone,
    title: titleOfEntry(entry),
    details: [...asked.details, ...detailsOf(entry, frame)],
    changes: asked.changes,
    by: authorOf(names, actor),
    lateRecord: isLateRecord(entry),
  };
}

/** Lines in their order, those that follow each other within a minute to the second. */
export const toTheSecond = (lines: readonly StoryLine[]): StoryLine[] =>
  lines.map((line, index) => ({
    ...line,
    sameMinute: [lines[index - 1], lines[index + 1]].some(
      (one) => one !== undefined && minuteOf(one) === minuteOf(line),
    ),
  }));

const minuteOf = ({ at }: StoryLine): number => Math.floor(Date.parse(at) / MINUTE_MS);

const texts = [
  'text',
  'reason',
  'basis',
  'why',
  'what',
  'firstFacts',
  'note',
  'description',
  'lessons',
  'unreachedReason',
  'repeatReason',
  'remark',
];
const LONGEST = 300;

/** What an entry says beyond its kind: closed vocabulary in the reader's language, free text as it was written. */
export function detailsOf(entry: Entry, frame: Frame): Said[] {
  const values = valuesOf(entry);
  return [
    ...closed(values, frame),
    ...texts.flatMap((name) => freeText(values[name])),
    ...leftOpenWords(values, frame.language),
  ];
}

/** A step of a ladder: a share of the time for limits, hours for silences. */
function stepWords(ladder: string, step: number, { language }: Frame): Said[] {
  const key = `detail.step${ladder.charAt(0).toUpperCase()}${ladder.slice(1)}`;
  const said = ofHours.includes(ladder) ? durationWords(step * HOUR_MS, language) : String(step);
  return isWord(key) ? [{ key, values: { step: said } }] : [];
}

const ofHours: readonly string[] = ['acknowledgement', 'missing'];

/** A sub-processor that told us, and who told it. */
const chainWords = (chain: Json | undefined): Said[] =>
  Array.isArray(chain) ? [{ key: 'detail.chain', values: { chain: chain.join(' ← ') } }] : [];

const Assessed = z.object({ severity: z.object({ se: z.number() }), proposal: z.object({ risk: Risk }) });

/** What is proposed by a score; the risk that is advised or decided. */
function riskWords(values: Record<string, Json>, { language }: Frame): Said[] {
  const named = Risk.safeParse(values['risk']).data;
  const assessed = Assessed.safeParse(values).data;
  return [
    ...(named === undefined ? [] : [{ key: `risk.${named}` as const }]),
    ...(assessed === undefined ? [] : [proposedWords(assessed, language)]),
  ];
}

const proposedWords = ({ severity, proposal }: z.infer<typeof Assessed>, language: Language): Said => ({
  key: 'detail.proposed',
  values: { risk: phrase(language, { key: `risk.${proposal.risk}` }), se: severity.se / 4 },
});

/** Which other regimes, and what was done under one. */
function regimeWords({ regime, regimes, stage, receipt }: Record<string, Json>, say: (key: string) => string): Said[] {
  const named = [regime, ...(Array.isArray(regimes) ? regimes : [])].filter((one) => isWord(`regime.${one}`));
  const done = isWord(`regimeStage.${stage}`) ? [say(stageWord(regime as RegimeId, stage as StageId))] : [];
  const proof: Said[] = typeof receipt === 'string' ? [{ key: 'regimes.receipt', values: { number: receipt } }] : [];
  return [...named.map((one) => say(`regime.${one}`)), ...done, ...proof];
}

function freeText(value: Json | undefined): Said[] {
  if (typeof value !== 'string' || value === '') return [];
  return [cutAt(value, LONGEST)];
}

function closed(values: Record<string, Json>, frame: Frame): Said[] {
  const {
    number,
    kind,
    reference,
    awareAt,
    detectedAt,
    t0,
    nature,
    result,
    action,
    step,
    name,
    function: role,
  } = values;
  const moment = (key: Word, at: Json | undefined): Said[] =>
    typeof at === 'string' ? [{ key, values: { at: momentWords(at, frame, 'full') } }] : [];
  const say = (key: string): string => (isWord(key) ? phrase(frame.language, { key }) : key);
  return [
    ...(typeof number === 'number' && typeof kind === 'string'
      ? [{ key: 'detail.version' as const, values: { n: String(number), kind: say(`version.${kind}`) } }]
      : []),
    ...(typeof reference === 'string' ? [{ key: 'detail.reference' as const, values: { reference } }] : []),
    ...chainWords(values['chain']),
    ...(Array.isArray(values['alsoFrom']) ? values['alsoFrom'].flatMap(chainWords) : []),
    ...moment('detail.receivedAt', 'chain' in values ? values['receivedAt'] : undefined),
    ...moment('detail.awareAt', awareAt),
    ...moment('detail.detectedAt', detectedAt),
    ...(typeof values['basis'] === 'string' ? moment('detail.t0', t0) : []),
    ...(Array.isArray(nature) && nature.length > 0
      ? [{ key: 'detail.nature' as const, values: { nature: nature.map((one) => say(`nature.${one}`)).join(', ') } }]
      : []),
    ...regimeWords(values, say),
    ...moment('detail.trigger', values['triggerAt']),
    ...(typeof result === 'string' && isWord(`proof.${result}`) ? [{ key: `proof.${result}` as Word }] : []),
    ...(typeof action === 'string' && isWord(`proof.${action}`) ? [{ key: `proof.${action}` as Word }] : []),
    ...(typeof step === 'number' ? stepWords(String(values['ladder']), step, frame) : []),
    ...roleWords(values, frame.language),
    ...riskWords(values, frame),
    ...(typeof name === 'string' && typeof role === 'string'
      ? [{ key: 'detail.by' as const, values: { name, function: role } }]
      : []),
    ...(typeof values['target'] === 'number'
      ? [{ key: 'detail.target' as const, values: { seq: String(values['target']) } }]
      : []),
  ];
}
