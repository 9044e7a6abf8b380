import type { Told } from '../../application/incident/whoIsTold';
import type { FullCase } from '../../application/notice/readCase';
import type { Now } from '../../application/overview/listNow';
import type { Asker } from '../../application/policies/asker';
import { mayApprove, mayCommand } from '../../application/policies/incident';
import { mayDraftNotice, mayNoteNotice } from '../../application/policies/notice';
import type { Name } from '../../application/ports/people';
import type { AloneAct, ClockRow } from '../../domain/deadline/clockRow';
import type { ControllerCase } from '../../domain/controllerCase/case';
import type { Incident } from '../../domain/incident/incident';
import type { Language } from '../../domain/letters/head';
import { stageNamed } from '../../domain/regime/vocabulary';
import { cutAt } from '../../domain/shared/cutAt';
import type { Role } from '../../domain/shared/roles';
import type { ClockLine } from '../../templates/pages/now';
import { waiterWord } from '../../templates/pages/words/waiterWord';
import { phrase, type Said, type Word } from '../../templates/pages/words/word';

import { namesIn } from './case/competenceWords';
import { actOfRow } from './case/nextAct';
import { NOTHING, type Sending } from './case/sending';
import type { Inside } from './frame';
import { waitsForOther } from './waits';
import { stageWord } from '../../templates/words/stageWord';
import { needNames } from '../authority/recordWords';

/** `sendings`: of cases whose persons are owed a word, what sending it needs. */
type Known = Pick<Now, 'cases' | 'incidents' | 'ours'> & { sendings?: ReadonlyMap<string, Sending> };

/** A clock in words: what to do, for whom, where the limit comes from, who takes it, and the page on which it is done. */
export function lineOf(
  row: ClockRow,
  known: Known,
  inside: Pick<Inside, 'ctx' | 'names' | 'organisation' | 'frame'>,
): ClockLine {
  const { ctx, names, frame } = inside;
  const fullCase = known.cases.find(({ notice }) => notice.id === row.noticeId);
  const ours = known.ours.get(row.caseId ?? '');
  const incident = ours === undefined ? known.incidents.get(row.incidentId ?? '') : undefined;
  const waits = waitsForOther(row, inside);
  return {
    clock: row.clock,
    provisional: row.provisional,
    waits,
    what: waits ? { key: 'row.approvalAwaited' } : whatOf(row, frame.language),
    ...(wayIn(row, known, inside) ?? wayOf(row, ctx)),
    subject: subjectOf(incident, ours),
    forWhom: fullCase === undefined ? { key: waiterWord(row.obligation) } : nameAmong(fullCase, known.cases),
    source: sourceOf(row),
    who: row.obligation === 'approval' ? roleNames(row.roles, frame.language) : ownerOf(row, incident, names),
  };
}

/** What a limit of a case of ours asks of this reader first, as the page of the case says it; null for all others. */
function wayIn(
  row: ClockRow,
  { ours, sendings }: Known,
  { ctx }: Pick<Inside, 'ctx'>,
): { href: string; act: Said } | null {
  const one = ours.get(row.caseId ?? '');
  if (one === undefined) return null;
  const sending = sendings?.get(one.id) ?? NOTHING;
  const act = actOfRow(row, one, ctx, { now: ctx.ports.now(), sending });
  return act && { href: act.href, act: act.act };
}

export function whatOf({ obligation, item, stage, fields, country }: ClockRow, language: Language): Said {
  if (country !== null) return { key: 'row.authorityOf', values: { name: namesIn(country, language) } };
  if (obligation === 'recordAwaited') {
    return { key: 'row.recordAwaited', values: { fields: needNames(language, fields) } };
  }
  if (item !== null) return { key: `row.item`, values: { item } };
  const named = stage === null ? null : stageNamed(stage);
  if (named === null) return { key: `row.${obligation}` };
  const name = (key: Word) => phrase(language, { key });
  return {
    key: 'row.regime',
    values: { stage: name(stageWord(named.regime, named.id)), regime: name(`regime.${named.regime}`) },
  };
}

export const controllerOf = ({ agreement }: Pick<FullCase, 'agreement'>): string =>
  agreement.document?.controller.name ?? agreement.reference;

/** A controller's name; with the contract's reference where another contract of the same controller is shown beside it. */
export function nameAmong(one: Pick<FullCase, 'agreement'>, cases: readonly Pick<FullCase, 'agreement'>[]): string {
  const name = controllerOf(one);
  const { reference } = one.agreement;
  const isShared = cases.some((other) => other.agreement.reference !== reference && controllerOf(other) === name);
  return isShared ? `${name}, ${reference}` : name;
}

export const referenceOf = ({ reference }: Pick<Incident, 'reference'>): string =>
  reference.incident ?? reference.signal;

const TITLE_LENGTH = 90;

/** What an incident is called: the first words of what was signalled. */
export const titleOf = ({ report }: Pick<Incident, 'report'>): Said =>
  report.text === null ? { key: 'incident.untitled' } : firstWords(report.text);

/** What somebody wrote; in its place that it was erased. */
export const asWritten = (text: string | null): Said => text ?? { key: 'case.erased' };

/** What a controller's case is called: whose notice opened it, or the first words of what was told or found. */
export function caseTitle({ opened: { origin, from, reference, text } }: Pick<ControllerCase, 'opened'>): Said {
  if (origin === 'processor' && from !== null) {
    return reference === null
      ? { key: 'case.toldByAlone', values: { from } }
      : { key: 'case.toldBy', values: { from, reference } };
  }
  return text === null ? { key: 'case.erased' } : firstWords(text);
}

function firstWords(text: string): string {
  const [first = ''] = text.split(/(?<=[.!?])\s|\n/);
  const plain = first.replace(/\.$/, '');
  return plain.length <= TITLE_LENGTH ? plain : cutAt(plain, TITLE_LENGTH).replace(/\s+\S*…$/, '…');
}

function subjectOf(incident: Incident | undefined, ours: ControllerCase | undefined): Said {
  if (ours !== undefined) return ours.opened.from === null ? ours.reference : `${ours.reference} · ${ours.opened.from}`;
  return incident === undefined ? '' : incidentLabel(incident);
}

/** An incident by number and name, for a list to choose from. */
export function incidentLabel(incident: Incident): string {
  const title = titleOf(incident);
  return typeof title === 'string' ? `${referenceOf(incident)} · ${title}` : referenceOf(incident);
}

/** Where a limit comes from, and how long it is. */
export function sourceOf({ source, hours }: ClockRow): Said {
  if (hours === null) return { key: `source.${source}` };
  return { key: `source.${source}Hours` as Word, values: { length: { hours } } };
}

/** The person who leads, where there is one; else whoever has a role for it. */
function ownerOf({ roles }: ClockRow, incident: Incident | undefined, names: ReadonlyMap<string, Name>): Said {
  const leadId = incident?.declared?.leadId;
  const lead = leadId === undefined ? undefined : names.get(leadId)?.name;
  return lead ?? { key: `role.${roles[0] ?? 'O'}` };
}

/** Path inside the organisation on which the row is dealt with, and its button; who may not act is led to where it is read. */
export function wayOf(row: ClockRow, asker: Asker): { href: string; act: Said } {
  if (row.caseId !== null) {
    const page = row.obligation === 'regime' ? '/regimes' : '';
    return { href: `/cases/${row.caseId}${page}`, act: { key: `act.${row.obligation}` } };
  }
  const href = hrefOf(row);
  if (row.obligation === 'approval' && !mayApprove(asker))
    return { href: `/incidents/${row.incidentId}#accords`, act: { key: 'act.approval' } };
  if (row.obligation === 'breakGlassReview' && !mayCommand(asker, 'breakGlass.review'))
    return { href: `/incidents/${row.incidentId}`, act: { key: 'act.assessment' } };
  const isOpen = href.endsWith('/draft')
    ? mayDraftNotice(asker)
    : !/\/(call|explain)$/.test(href) || mayNoteNotice(asker);
  if (isOpen) return { href, act: { key: `act.${row.obligation}` } };
  return { href: href.replace(/\/\w+$/, ''), act: { key: 'act.delivery' } };
}

function hrefOf({ obligation, incidentId, noticeId }: ClockRow): string {
  const incident = `/incidents/${incidentId}`;
  const notice = `${incident}/notices/${noticeId ?? ''}`;
  switch (obligation) {
    case 'notice':
    case 'supplement':
    case 'passOn':
    case 'item':
      return `${notice}/draft`;
    case 'delivery':
    case 'question':
    case 'measureWord':
      return notice;
    case 'acknowledgement':
      return `${notice}/call`;
    case 'lateReason':
      return `${notice}/explain`;
    case 'triage':
    case 'investigation':
    case 'assessment':
      return incident;
    case 'regime':
      return `${incident}/regimes`;
    case 'breakGlassReview':
      return `${incident}/review`;
    case 'approval':
      return `${incident}/approve`;
    default:
      return incident;
  }
}

/** Roles as they stand in a list. */
export const roleNames = (roles: readonly Role[], language: Language): string =>
  roles.map((role) => phrase(language, { key: `role.${role}` })).join(', ');

/** Roles as people say them, as those to whom something goes: "the on-call person, management". */
export const toRoles = (roles: readonly Role[], language: Language): string =>
  roles.map((role) => phrase(language, { key: `toRole.${role}` })).join(', ');

/** Who gets a mail of a signal; `told` false: nobody does, and on-call is to be telephoned. */
export function toldWords({ roles, caught }: Told, language: Language): { told: boolean; words: Said } {
  if (caught) return { told: false, words: { key: 'signal.notTold' } };
  if (roles.length === 0) return { told: false, words: { key: 'signal.toldNobody' } };
  return { told: true, words: { key: 'signal.told', values: { roles: toRoles(roles, language) } } };
}

export function aloneWords(act: AloneAct, controller: string, language: Language): Said {
  if (act.act !== 'remind') return { key: `alone.${act.act}`, values: { controller } };
  if (act.toContacts && act.roles.length === 0) return { key: 'alone.remindContacts', values: { controller } };
  return { key: 'alone.remind', values: { controller, roles: toRoles(act.roles, language) } };
}
