import { countOf } from '../../../domain/authority/recordParts';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { toldAfterScore } from '../../../domain/controllerCase/completeRecord';
import { toldDataOf } from '../../../domain/controllerCase/toldFacts';
import type { Language } from '../../../domain/letters/head';
import type { Assessment } from '../../../domain/risk/assessment';
import { cells, Circumstances, DataClass, type DataType, Ease } from '../../../domain/risk/enisa';
import { Outage, Outflow, Recipients } from '../../../domain/risk/findings';
import { saWord } from '../../../templates/authorityValue';
import type { Option } from '../../../templates/pages/parts/form';
import { phrase, type Said, type Word } from '../../../templates/pages/words/word';
import { explained, yesNo, yesNoUnknown } from '../forms/kit';
import type { Question } from '../forms/question';
import type { Sheet } from '../forms/sheet';
import type { CaseForm } from './caseForms';
import { dataVocabulary, typesIn, typesOf } from './dataTypes';

const pick = (name: string, title: Word, options: readonly Option[], start: string | undefined): Question => ({
  name,
  kind: 'pick',
  label: { key: title },
  options,
  missing: 'err.choose',
  ...(start !== undefined && { start }),
});

const otherClasses = DataClass.options.filter((name) => name !== 'simple').map((name) => `${name}Data`);

/** Data of a class as they were scored; of data that were told since, as those are told. */
function tickedIn(dataClass: DataClass, one: ControllerCase): DataType[] {
  const { scores, record } = one;
  const scored = scores.at(-1)?.score.data;
  if (scored === undefined) return typesIn(record, dataClass);
  const newer = toldAfterScore(one);
  const isToldAnew = (type: DataType) => newer.has(dataVocabulary(type));
  const told: readonly DataType[] = toldDataOf(record);
  const kept = scored.filter(({ type }) => !isToldAnew(type) || told.includes(type));
  const added = typesIn(record, dataClass).filter(
    (type) => isToldAnew(type) && !kept.some((line) => line.type === type),
  );
  return [...kept.filter((line) => line.class === dataClass).map(({ type }) => type), ...added];
}

/** Of one class: which data, and what they tell. Nothing ticked: the class is not concerned. */
function ofClass(dataClass: DataClass, one: ControllerCase, language: Language): Question[] {
  const before = one.scores.at(-1)?.score.data.filter((line) => line.class === dataClass);
  const ticked = tickedIn(dataClass, one);
  const offered = [...typesOf[dataClass], ...ticked.filter((type) => !typesOf[dataClass].includes(type))];
  const highest = before === undefined || before.length === 0 ? 0 : Math.max(...before.map((line) => line.adjustment));
  return [
    {
      name: `${dataClass}Data`,
      kind: 'checks',
      label: { key: `riskClass.${dataClass}` },
      hint: { key: `riskClassIs.${dataClass}` },
      options: offered.map((type) => ({ value: type, label: saWord(language, dataVocabulary(type), type) })),
      // Said once where no class has any.
      ...(dataClass === 'simple' ? { either: otherClasses, missing: 'err.chooseData' as const } : { optional: true }),
      start: ticked.join(','),
    },
    {
      name: `${dataClass}Cell`,
      kind: 'select',
      label: { key: 'scoreAsk.cell', values: { what: phrase(language, { key: `riskClass.${dataClass}` }) } },
      options: cells[dataClass].map((cell) => ({
        value: String(cell),
        label: { key: `riskCell.${dataClass}.${cell}` as Word },
      })),
      start: String(highest),
    },
  ];
}

/** Headed by the first question of each group. */
function headed(section: Word, [first, ...rest]: readonly Question[]): Question[] {
  return first === undefined ? [] : [{ ...first, section: { key: section } }, ...rest];
}

const { confidentiality, integrity, availability, malicious } = Circumstances.shape;
const explain = (ask: Word): { hint: Said } => ({ hint: { key: ask } });

function questionsFor(one: ControllerCase, language: Language): Question[] {
  const before: Assessment | undefined = one.scores.at(-1);
  const lines = before?.score.circumstances;
  const found = before?.findings;
  const told = countOf(one.record.persons);
  const scored = before?.score.persons?.approx ?? null;
  const persons = toldAfterScore(one).has('persons') ? told : (scored ?? told);
  return [
    ...headed(
      'scoreAsk.data',
      DataClass.options.flatMap((dataClass) => ofClass(dataClass, one, language)),
    ),
    ...headed('scoreAsk.persons', [
      pick('ease', 'scoreAsk.ease', explained('riskEase', Ease.options), before?.score.ease),
      {
        name: 'persons',
        kind: 'number',
        label: { key: 'assessment.persons' },
        hint: { key: 'scoreAsk.personsHint' },
        optional: true,
        start: persons === null ? '' : String(persons),
      },
      {
        ...pick('specialPersons', 'riskAsk.specialPersons', yesNoUnknown, found?.specialPersons),
        ...explain('riskAskIs.specialPersons'),
      },
      {
        ...pick('identityTheft', 'riskAsk.identityTheft', yesNoUnknown, found?.identityTheft),
        ...explain('riskAskIs.identityTheft'),
      },
    ]),
    ...headed('scoreAsk.seen', [
      pick('outflow', 'riskAsk.outflow', explained('riskOutflow', Outflow.options), found?.outflow),
      pick('recipients', 'riskAsk.recipients', explained('riskRecipients', Recipients.options), found?.recipients),
      {
        ...pick(
          'confidentiality',
          'riskLine.confidentiality',
          explained('riskConfidentiality', confidentiality.options),
          lines?.confidentiality,
        ),
        ...explain('riskLineIs.confidentiality'),
      },
      pick('unintelligible', 'scoreAsk.unintelligible', yesNo, before && (before.score.unintelligible ? 'yes' : 'no')),
    ]),
    ...headed('scoreAsk.harm', [
      {
        ...pick('integrity', 'riskLine.integrity', explained('riskIntegrity', integrity.options), lines?.integrity),
        ...explain('riskLineIs.integrity'),
      },
      {
        ...pick(
          'availability',
          'riskLine.availability',
          explained('riskAvailability', availability.options),
          lines?.availability,
        ),
        ...explain('riskLineIs.availability'),
      },
      pick('outage', 'riskAsk.outage', explained('riskOutage', Outage.options), found?.outage),
      pick('malicious', 'riskLineIs.malicious', explained('riskMalicious', malicious.options), lines?.malicious),
    ]),
  ];
}

function commandIn(sheet: Sheet) {
  const count = sheet.number('persons');
  return {
    kind: 'risk.score' as const,
    score: {
      data: DataClass.options.flatMap((dataClass) =>
        sheet.ticked(`${dataClass}Data`).map((type) => ({
          type,
          class: dataClass,
          adjustment: Number(sheet.text(`${dataClass}Cell`)),
        })),
      ),
      ease: sheet.text('ease'),
      circumstances: {
        confidentiality: sheet.text('confidentiality'),
        integrity: sheet.text('integrity'),
        availability: sheet.text('availability'),
        malicious: sheet.text('malicious'),
      },
      persons: count === null ? null : { approx: count },
      unintelligible: sheet.text('unintelligible') === 'yes',
    },
    findings: {
      outflow: sheet.text('outflow'),
      recipients: sheet.text('recipients'),
      outage: sheet.text('outage'),
      identityTheft: sheet.text('identityTheft'),
      specialPersons: sheet.text('specialPersons'),
    },
  };
}

/** What the ENISA score is made of, and what it does not ask; it begins with what was answered, or told since, last. */
export const scoreForms = {
  'risk.score': {
    intro: [{ key: 'scoreAsk.intro' }],
    questions: ({ one, language }) => questionsFor(one, language),
    command: commandIn,
  },
} satisfies Partial<Record<CaseCommand['kind'], CaseForm>>;
