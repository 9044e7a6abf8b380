import type { ControllerCase } from '../../../domain/controllerCase/case';
import { authorityRegion, decisionOf } from '../../../domain/controllerCase/case';
import { owedBy } from '../../../domain/controllerCase/closing';
import { authorityClock } from '../../../domain/deadline/caseRows';
import type { Entry } from '../../../domain/journal/entry';
import type { Language } from '../../../domain/letters/head';
import type { CaseView } from '../../../templates/pages/case';
import type { ApprovalLine } from '../../../templates/pages/parts/approvals';
import { phrase, type Said } from '../../../templates/pages/words/word';
import { type Inside, nameOf } from '../frame';
import { caseTitle } from '../rowWords';
import { isMachine, storyLine } from '../story';
import { allowedActs } from './actions';
import { authorityName } from './authorityNames';
import { nextActOf } from './nextAct';

type At = { entries: readonly Entry[]; approvals: readonly ApprovalLine[]; isAgain: boolean };

const said = (text: string | null): Said => text ?? { key: 'case.erased' };

/** A controller's case as its page shows it. */
export function caseView(one: ControllerCase, inside: Inside, { entries, approvals, isAgain }: At): CaseView {
  const { ctx, frame, names } = inside;
  const clock = authorityClock(one);
  return {
    id: one.id,
    reference: one.reference,
    title: caseTitle(one),
    exercise: one.opened.exercise,
    isAgain,
    next: nextActOf(one, ctx),
    strip: stripOf(one, frame.language),
    clock: clock && { clock, reg1182: clock.reg1182 ?? clock.dueAt, provisional: one.clock.status === 'provisional' },
    approvals,
    owed: owedBy(one).map((owed): Said => {
      if (owed.what !== 'file') return { key: `caseOwed.${owed.what}` };
      return { key: 'caseOwed.file', values: { authority: authorityName(owed.authorityId) } };
    }),
    isOpen: one.stage !== 'CLOSED',
    told: one.told.toReversed().map(({ kind, from, receivedAt: at, text }) => ({
      kind: { key: `telling.${kind}` },
      from: said(from),
      at,
      text: said(text),
    })),
    decision: decisionLines(one, inside),
    advices: one.advices.toReversed().map(({ byId, at, risk, text }) => ({
      by: nameOf(names, { id: byId }),
      at,
      risk: risk === null ? null : { key: `risk.${risk}` },
      text: said(text),
    })),
    files: fileLines(one),
    persons: personsLines(one, frame.language),
    processor: processorLines(one),
    actions: allowedActs(one, ctx).map(({ segment, label }) => ({
      href: `/cases/${one.id}/${segment}`,
      label: { key: label },
    })),
    story: entries.filter((entry) => !isMachine(entry)).map((entry) => storyLine(entry, names, frame, null)),
  };
}

function stripOf(one: ControllerCase, language: Language): CaseView['strip'] {
  const natures = one.nature.map((nature) => phrase(language, { key: `nature.${nature}` })).join(', ');
  const risk = decisionOf(one)?.risk;
  const words = (label: CaseView['strip'][number]['label'], value: Said) => ({ label, value, at: null });
  return [
    words({ key: 'case.stage' }, { key: `caseStage.${one.stage}` }),
    words({ key: 'case.nature' }, natures === '' ? { key: 'incident.natureUnknown' } : natures),
    { label: { key: 'case.knownSince' }, value: '', at: one.clock.t0 },
    words({ key: 'case.risk' }, { key: risk === undefined ? 'case.riskNone' : `risk.${risk}` }),
    words({ key: 'case.authority' }, { key: `authorityState.${authorityRegion(one)}` }),
    words({ key: 'case.persons' }, { key: `personsState.${one.persons.state}` }),
  ];
}

function decisionLines(one: ControllerCase, { names }: Inside): CaseView['decision'] {
  const decision = decisionOf(one);
  if (decision === null) return null;
  const { risk, byId, at, facts, safeguards, likelyImpact, conclusion33, conclusion34, divergenceReason } = decision;
  return {
    risk: { key: `risk.${risk}` },
    by: nameOf(names, { id: byId }),
    at,
    lines: [
      { label: { key: 'case.facts' }, text: said(facts) },
      { label: { key: 'case.safeguards' }, text: said(safeguards) },
      { label: { key: 'case.impact' }, text: said(likelyImpact) },
      { label: { key: 'case.authority' }, text: said(conclusion33) },
      { label: { key: 'case.persons' }, text: said(conclusion34) },
      ...(divergenceReason === null ? [] : [{ label: { key: 'caseAsk.divergence' as const }, text: divergenceReason }]),
    ],
  };
}

const fileLines = ({ authorities }: ControllerCase): CaseView['files'] =>
  authorities.map(({ authorityId, state, filings, questions }) => ({
    authority: authorityName(authorityId),
    state: { key: `authorityState.${state}` },
    filings: filings.map(({ type, sentAt, receiptNumber }) => ({
      type: { key: `filing.${type}` },
      at: sentAt,
      receipt: { key: 'case.receipt', values: { number: receiptNumber } },
    })),
    questions: questions.map(({ text, askedAt, dueAt, answeredAt }) => ({
      text: said(text),
      askedAt,
      dueAt,
      answeredAt,
    })),
  }));

/** Null where no processor told of it. */
function processorLines({ opened, processor }: ControllerCase): CaseView['processor'] {
  if (opened.origin !== 'processor') return null;
  return {
    acknowledged: processor.acknowledged.map(({ version, acknowledgedAt: at, name, function: role }) => ({
      what: version === null ? { key: 'case.noVersion' } : { key: 'case.version', values: { n: String(version) } },
      by: [name, role].filter(Boolean).join(', '),
      at,
    })),
    questions: processor.questions.map(({ text, askedAt, dueAt, answeredAt, answer }) => ({
      text: said(text),
      askedAt,
      dueAt,
      answeredAt,
      answer: answeredAt === null ? null : said(answer),
    })),
  };
}

function personsLines({ persons }: ControllerCase, language: Language): CaseView['persons'] {
  const texts = [persons.draft?.fr, persons.draft?.en].filter((text) => typeof text === 'string');
  return {
    state: { key: `personsState.${persons.state}` },
    draft: texts.length === 0 ? null : texts.join('\n\n'),
    tellings: persons.tellings.map(({ at, means, told, concerned, bounced }) => {
      const values = { means: phrase(language, { key: `means.${means}` }), told, bounced };
      return {
        at,
        line:
          concerned === null
            ? { key: 'case.tellingLine', values }
            : { key: 'case.tellingOf', values: { ...values, concerned } },
      };
    }),
  };
}
