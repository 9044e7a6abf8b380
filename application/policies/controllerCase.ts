import type { CaseCommand } from '../../domain/controllerCase/commands';
import type { FileAbout } from '../../domain/file/kept';
import type { Role } from '../../domain/shared/roles';
import { type Asker, isSystem } from './asker';

const isPersonWith = ({ actor, roles }: Asker, needed: readonly Role[]): boolean =>
  actor.kind === 'person' && roles.some((role) => needed.includes(role));

const RESPONDERS: readonly Role[] = ['O', 'IM', 'DPO'];
const RESPONSIBLE: readonly Role[] = [...RESPONDERS, 'DIR'];

/** What was received has to be written down at once, by whoever is there. */
export const mayOpenCase = (asker: Asker): boolean => isPersonWith(asker, RESPONSIBLE);

/** A machine may bring what it received, sealed, as Vigie itself may within one installation; by hand, a person's. */
export const mayReceiveNotice = (asker: Asker): boolean =>
  isSystem(asker) || asker.actor.kind === 'tool' || mayOpenCase(asker);

export const mayReadCases = (asker: Asker): boolean =>
  isSystem(asker) || isPersonWith(asker, [...RESPONSIBLE, 'L', 'EC', 'AUDITOR']);

/** Domain rules 7.4, one row a command. Who responds scores the risk, the DPO alone advises, management decides or a DPO by mandate. */
const allowed: Record<CaseCommand['kind'], readonly Role[]> = {
  'told.add': RESPONSIBLE,
  'record.change': [...RESPONSIBLE, 'L', 'EC'],
  'record.take': [...RESPONSIBLE, 'L', 'EC'],
  'record.excuse': ['IM', 'DPO', 'DIR', 'L'],
  qualify: RESPONDERS,
  'aware.correct': RESPONSIBLE,
  ruleOut: RESPONSIBLE,
  'law.move': ['DPO', 'DIR'],
  'risk.advise': ['DPO'],
  'risk.score': RESPONSIBLE,
  'risk.decide': ['DIR', 'DPO'],
  'authority.file': ['IM', 'DPO', 'DIR'],
  'authority.ask': ['IM', 'DPO', 'DIR'],
  'authority.answer': ['IM', 'DPO', 'DIR'],
  'authority.withdraw': ['DPO', 'DIR'],
  'authority.excuseCopy': ['IM', 'DPO', 'DIR'],
  'authority.close': ['DPO', 'DIR'],
  'persons.require': ['DPO', 'DIR'],
  'persons.exempt': ['DPO', 'DIR'],
  'persons.hold': ['DPO', 'DIR'],
  'persons.resume': ['DPO', 'DIR'],
  'persons.order': ['IM', 'DPO', 'DIR'],
  'persons.lift': ['IM', 'DPO', 'DIR'],
  'persons.draft': ['IM', 'DPO', 'DIR', 'L'],
  'persons.send': ['IM', 'DPO', 'DIR'],
  'persons.tell': ['IM', 'DPO', 'DIR'],
  'persons.publish': ['DPO', 'DIR'],
  'persons.unpublish': ['DPO', 'DIR'],
  'processor.acknowledge': RESPONSIBLE,
  'processor.ask': RESPONSIBLE,
  'processor.answer': RESPONSIBLE,
  'processor.propose': RESPONSIBLE,
  'processor.decide': ['IM', 'DPO', 'DIR'],
  'processor.take': RESPONSIBLE,
  'regime.concern': RESPONSIBLE,
  'regime.exclude': ['DPO', 'DIR'],
  'regime.record': ['IM', 'DPO', 'DIR'],
  'note.add': [...RESPONSIBLE, 'L', 'EC'],
  'case.close': ['DPO', 'DIR'],
  'case.reopen': RESPONSIBLE,
  'case.same': ['IM', 'DPO', 'DIR'],
};

/** A file is kept by who may record what it is about; with an answer that is handed over, by Vigie itself. */
export const mayKeepCaseFile = (asker: Asker, kind: FileAbout['kind']): boolean =>
  mayCommandCase(asker, recorded[kind]) || (kind === 'answer' && isSystem(asker));

const recorded = {
  filing: 'authority.file',
  question: 'processor.ask',
  answer: 'processor.answer',
} as const satisfies Record<FileAbout['kind'], CaseCommand['kind']>;

/** Decisions are persons': a machine may bring what it received, it never decides. */
export const mayCommandCase = (asker: Asker, kind: CaseCommand['kind']): boolean => isPersonWith(asker, allowed[kind]);

export const mayApproveCase = (asker: Asker): boolean => isPersonWith(asker, RESPONSIBLE);
