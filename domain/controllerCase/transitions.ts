/** Where a controller's case stands (domain rules 7.4). Its regions move side by side while it is RECEIVED or a BREACH. */
export type CaseStage = 'RECEIVED' | 'BREACH' | 'NOT_A_BREACH' | 'CLOSED';

export type CaseCommandName =
  | 'qualify'
  | 'aware.correct'
  | 'ruleOut'
  | 'law.move'
  | 'risk.score'
  | 'risk.decide'
  | 'authority.file'
  | 'authority.withdraw'
  | 'authority.close'
  | 'persons.require'
  | 'persons.exempt'
  | 'persons.hold'
  | 'persons.resume'
  | 'persons.order'
  | 'persons.lift'
  | 'persons.draft'
  | 'persons.send'
  | 'persons.tell'
  | 'persons.publish'
  | 'persons.unpublish'
  | 'regime.concern'
  | 'regime.exclude'
  | 'regime.record'
  | 'case.close'
  | 'case.reopen'
  | 'case.same';

/** `RECEIVED|BREACH`: back to where it was. */
type Target = CaseStage | 'same' | 'RECEIVED|BREACH';

const during = (from: CaseStage, ...names: CaseCommandName[]) => names.map((on) => ({ from, on, to: 'same' as const }));

/** What is public can be taken back wherever the case stands. */
const UNPUBLISH: CaseCommandName = 'persons.unpublish';

const PERSONS: CaseCommandName[] = [
  'persons.hold',
  'persons.resume',
  'persons.order',
  'persons.lift',
  'persons.draft',
  'persons.send',
  'persons.tell',
  'persons.publish',
  UNPUBLISH,
];

/** Another law may apply whether or not personal data were touched. */
const REGIMES: CaseCommandName[] = ['regime.concern', 'regime.exclude', 'regime.record'];

/**
 * Domain rules 7.4. The authority may be told before anybody is sure ("in doubt, notify"); of a
 * withdrawal it is told only once two persons found it to be no breach (rule E10). What is not here is refused.
 */
export const caseTransitions: readonly { from: CaseStage; on: CaseCommandName; to: Target }[] = [
  { from: 'RECEIVED', on: 'qualify', to: 'BREACH' },
  { from: 'RECEIVED', on: 'ruleOut', to: 'NOT_A_BREACH' },
  { from: 'RECEIVED', on: 'case.same', to: 'CLOSED' },
  ...during('RECEIVED', 'aware.correct', 'risk.score', 'authority.file', 'authority.close'),
  ...during('RECEIVED', UNPUBLISH, 'law.move', ...REGIMES),
  { from: 'BREACH', on: 'ruleOut', to: 'NOT_A_BREACH' },
  ...during('BREACH', 'aware.correct', 'law.move', 'risk.score', 'risk.decide', ...REGIMES),
  ...during('BREACH', 'authority.file', 'authority.close'),
  ...during('BREACH', 'persons.require', 'persons.exempt', ...PERSONS),
  { from: 'BREACH', on: 'case.close', to: 'CLOSED' },
  ...during('NOT_A_BREACH', 'authority.withdraw', 'authority.close', UNPUBLISH, 'persons.tell', ...REGIMES),
  { from: 'NOT_A_BREACH', on: 'qualify', to: 'BREACH' },
  { from: 'NOT_A_BREACH', on: 'case.close', to: 'CLOSED' },
  { from: 'CLOSED', on: 'case.reopen', to: 'RECEIVED|BREACH' },
  ...during('CLOSED', UNPUBLISH),
];

export const stageAllows = (from: CaseStage, on: CaseCommandName): boolean =>
  caseTransitions.some((row) => row.from === from && row.on === on);

/** What this stage allows, for a person who was refused. */
export const allowedIn = (stage: CaseStage): CaseCommandName[] =>
  caseTransitions.filter(({ from }) => from === stage).map(({ on }) => on);
