import { ownMeasures } from '../../../application/notice/consultedMeasures';
import type { FullCase } from '../../../application/notice/readCase';
import { mayNoteNotice } from '../../../application/policies/notice';
import { isAwaited } from '../../../domain/consultation/measure';
import { cutAt } from '../../../domain/shared/cutAt';
import { area, urgent } from '../forms/kit';
import { measureOptions, verdictIn, verdictQuestions, whichMeasure } from '../forms/measures';
import type { Question } from '../forms/question';
import { contactOf, type NoteForm, saidAt, saidIn } from './noteForms';

/** A measure of the incident that is this controller's alone, and on which it is not being consulted. */
function declared(fullCase: FullCase): Question {
  const waiting = fullCase.notice.measures.filter(isAwaited).map(({ declaredId }) => declaredId);
  return {
    name: 'declaredId',
    kind: 'select',
    label: { key: 'ask.declaredMeasure' },
    optional: true,
    options: [
      { value: '', label: { key: 'ask.declaredNone' } },
      ...ownMeasures(fullCase)
        .filter(({ measureId }) => !waiting.includes(measureId))
        .map(({ measureId, what }) => ({ value: measureId, label: cutAt(what ?? measureId, 120) })),
    ],
  };
}

const awaited = ({ notice }: FullCase): Question => ({
  ...whichMeasure(notice.measures),
  optional: true,
  options: [{ value: '', label: { key: 'ask.awaitedNone' } }, ...measureOptions(notice.measures)],
});

/** Protective measures that are decided with the controller (duty S3-05), each act a form. */
export const measureForms: readonly NoteForm[] = [
  {
    segment: 'measure',
    label: 'ask.proposeMeasure',
    policy: mayNoteNotice,
    intro: [{ key: 'ask.proposeMeasureIntro' }],
    submit: 'ask.proposeGo',
    questions: (fullCase, _names, zone) => [
      declared(fullCase),
      area('what', 'ask.measureWhat', { optional: true, hint: { key: 'ask.measureWhatHint' } }),
      urgent,
      saidAt(fullCase, zone),
    ],
    commands: (sheet, _fullCase, measureId) => [
      {
        kind: 'proposeMeasure',
        measureId,
        declaredId: sheet.textOr('declaredId'),
        what: sheet.textOr('what'),
        urgentHours: sheet.number('urgentHours'),
        ...saidIn(sheet),
      },
    ],
  },
  {
    segment: 'measure-answer',
    label: 'ask.answerMeasure',
    policy: mayNoteNotice,
    intro: [{ key: 'ask.callIntro' }],
    questions: (fullCase, _names, zone) => [
      whichMeasure(fullCase.notice.measures),
      contactOf(fullCase),
      ...verdictQuestions,
      saidAt(fullCase, zone),
    ],
    commands: (sheet) => [
      { kind: 'answerMeasure', ...verdictIn(sheet), contactId: sheet.text('contactId'), via: 'call', ...saidIn(sheet) },
    ],
  },
  {
    segment: 'measure-urgent',
    label: 'ask.takeMeasure',
    policy: mayNoteNotice,
    intro: [{ key: 'ask.takeMeasureIntro' }],
    questions: (fullCase, _names, zone) => [
      awaited(fullCase),
      declared(fullCase),
      area('what', 'ask.measureDone', { optional: true, hint: { key: 'ask.measureWhatHint' } }),
      area('reason', 'ask.takeReason'),
      saidAt(fullCase, zone),
    ],
    commands: (sheet, _fullCase, id) => {
      const measureId = sheet.textOr('measureId');
      const declaredId = measureId === null ? sheet.textOr('declaredId') : null;
      const what = measureId === null ? sheet.textOr('what') : null;
      const said = { measureId: measureId ?? id, declaredId, what, reason: sheet.text('reason') };
      return [{ kind: 'takeMeasure', ...said, ...saidIn(sheet) }];
    },
  },
];
