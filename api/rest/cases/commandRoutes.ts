import { commandRoute } from './commands';
import { recordRoutes } from './recordRoutes';
import { personsRoutes } from './personsRoutes';
import { processorRoutes } from './processorRoutes';
import { scoreExample } from './riskExample';
import { regimeRoutes } from './regimeRoutes';

const authorityId = 'cnil';
const questionId = '0199e1f0-0000-7000-8000-000000000071';
const [receivedAt, sentAt] = ['2026-03-10T13:20:00.000Z', '2026-03-11T09:00:00.000Z'];

/** The state tables of docs/domain.md section 7.4: what was told, the breach, the risk, notes and the end. */
const ofCase = [
  commandRoute({
    kind: 'told.add',
    at: 'tellings',
    operationId: 'addTelling',
    summary: 'Record what was told next',
    description: 'A supplement, a withdrawal, a report. After the risk was decided, it has to be decided again.',
    body: 'NewTelling',
    example: { tellingKind: 'supplement', receivedAt, from: 'Prestataire d’enquêtes', text: 'Quarante foyers.' },
  }),
  commandRoute({
    kind: 'qualify',
    at: 'qualification',
    operationId: 'qualifyCase',
    summary: 'Qualify it as a breach',
    description: 'An awareness that is earlier than what runs binds at once; a later one leaves the limit where it is.',
    body: 'Qualification',
    example: { nature: ['confidentiality'], reason: 'Le fichier tient des coordonnées.' },
  }),
  commandRoute({
    kind: 'aware.correct',
    at: 'corrections',
    operationId: 'correctCaseAwareness',
    summary: 'Correct since when it is known',
    description: 'Asks for a second person; DPO and management where the limit moves later.',
    body: 'CaseCorrection',
    example: { awareAt: receivedAt, reason: 'Le premier appel était à 13 h 20 UTC.' },
  }),
  commandRoute({
    kind: 'law.move',
    at: 'law-moves',
    operationId: 'moveCaseToLaw',
    summary: 'Move the clock to another law',
    description:
      'A law that comes into force moves no clock that runs: the DPO and management do, together. Refused where no limit runs, or the law is its own or is not in force.',
    body: 'CaseLawMove',
    example: { profileId: 'EU-2026-09-11', reason: 'La loi nouvelle est en vigueur.' },
  }),
  commandRoute({
    kind: 'ruleOut',
    at: 'rule-out',
    operationId: 'ruleOutCase',
    summary: 'Find that it is no breach',
    description: 'The DPO and one more. What the authority was told is withdrawn by a person (rule E10).',
    body: 'CaseRuleOut',
    example: { evidenceRefs: ['EV-1'], reason: 'Les données étaient fictives.' },
  }),
  commandRoute({
    kind: 'risk.advise',
    at: 'advice',
    operationId: 'adviseOnRisk',
    summary: 'Record the DPO’s written advice',
    description: 'A DPO advises; management decides (GDPR Arts 38–39).',
    body: 'Advice',
    example: { risk: 'high', text: 'Des arriérés de loyer : risque élevé.' },
  }),
  commandRoute({
    kind: 'risk.score',
    at: 'scores',
    operationId: 'scoreRisk',
    summary: 'Assess the risk',
    description: 'Answers that a score is made of (ENISA 2013). What is proposed by it, and why, stands in the case.',
    body: 'RiskAssessment',
    example: { score: scoreExample.score, findings: scoreExample.findings },
  }),
  commandRoute({
    kind: 'risk.decide',
    at: 'risk',
    operationId: 'decideRisk',
    summary: 'Decide the risk for the persons',
    description:
      'By management, or by a DPO who names a mandate; on a score that nothing told later has overtaken. Another risk than is proposed or advised gives its reason.',
    body: 'RiskDecision',
    example: {
      risk: 'high',
      doubt: false,
      conclusion33: 'notify',
      conclusion34: 'tell',
      facts: 'Coordonnées et arriérés chez un tiers.',
      safeguards: 'Aucune.',
      likelyImpact: 'Démarchage, atteinte à la réputation.',
    },
  }),
  commandRoute({
    kind: 'note.add',
    at: 'notes',
    operationId: 'addCaseNote',
    summary: 'Add a note',
    description: 'Counsel notes stand in no extract.',
    body: 'NewCaseNote',
    example: { text: 'Le maire est prévenu.' },
  }),
  commandRoute({
    kind: 'case.close',
    at: 'closure',
    operationId: 'closeCase',
    summary: 'Close a case',
    description:
      'Only once the risk is decided and nothing is owed to an authority, to the persons or under another regime; with `unreachedReason` where not all of the persons concerned were reached. The lists of recipients are destroyed with their keys, for good.',
    body: 'CaseClosure',
    example: { lessons: 'Relire les destinataires.' },
  }),
  commandRoute({
    kind: 'case.reopen',
    at: 'reopening',
    operationId: 'reopenCase',
    summary: 'Reopen a case',
    description: 'It goes on where it was.',
    body: 'CaseReopening',
    example: { reason: 'L’autorité pose une question.' },
  }),
  commandRoute({
    kind: 'case.same',
    at: 'same-breach',
    operationId: 'endCaseAsSameBreach',
    summary: 'End a case as of the same breach as another',
    description:
      'While nobody has qualified it, and no authority has a file of it. What it was told is told to the case that goes on, where the earliest knowledge binds; later versions of the notice go there. Register and statistics count one.',
    body: 'SameBreach',
    example: {
      sameAs: '0199e1f0-0000-7000-8000-000000000070',
      reason: 'Vu ici une heure avant l’appel du prestataire.',
    },
  }),
];

const ofAuthority = [
  commandRoute({
    kind: 'authority.file',
    at: 'authority/filings',
    operationId: 'fileWithAuthority',
    summary: 'Record what was filed with an authority',
    description:
      'Initial, complete or complementary, with its receipt. The first one after 72 hours gives its reasons. One notification for several cases (`bundledWith`: the same data, breached the same way, within seven days) is recorded in each of them; `unwritten` names those that changed meanwhile and do not hold it: it is tried again until they can.',
    body: 'Filing',
    example: { authorityId, type: 'initial', sentAt, receiptNumber: 'FR-2026-1234' },
  }),
  commandRoute({
    kind: 'authority.ask',
    at: 'authority/questions',
    operationId: 'recordAuthorityQuestion',
    summary: 'Record a question of the authority',
    description: 'With its own limit, where it set one.',
    body: 'AuthorityQuestion',
    example: { authorityId, askedAt: sentAt, text: 'Combien de personnes ?' },
  }),
  commandRoute({
    kind: 'authority.answer',
    at: 'authority/answers',
    operationId: 'answerAuthority',
    summary: 'Record the answer to an authority',
    description: 'What was answered, and when.',
    body: 'AuthorityAnswer',
    example: { questionId, answeredAt: sentAt, text: 'Quarante et une.' },
  }),
  commandRoute({
    kind: 'authority.withdraw',
    at: 'authority/withdrawals',
    operationId: 'withdrawFromAuthority',
    summary: 'Record that a notification was withdrawn',
    description:
      'Only once the breach was ruled out. No penalty comes of a notification that turns out not to be one (rule E10). Should it be a breach after all, the authority has to be told anew.',
    body: 'AuthorityWithdrawal',
    example: { authorityId, sentAt, receiptNumber: 'FR-2026-1240', reason: 'Les données étaient fictives.' },
  }),
  commandRoute({
    kind: 'authority.excuseCopy',
    at: 'authority/copy-excuses',
    operationId: 'excuseReceiptCopy',
    summary: 'Say why the receipt of a filing has no copy',
    description: 'Its copy is due until it is kept, or until this says why there is none. Nothing waits for it.',
    body: 'ReceiptCopyExcuse',
    example: { filing: 42, reason: 'Le téléservice n’en a pas délivré.' },
  }),
  commandRoute({
    kind: 'authority.close',
    at: 'authority/closures',
    operationId: 'closeWithAuthority',
    summary: 'Close the file with an authority',
    description: 'It answered, or has been silent long enough.',
    body: 'AuthorityClosure',
    example: { authorityId, ground: 'answer', reason: 'Clôture reçue.' },
  }),
];

export const caseCommandRoutes = [
  ...ofCase,
  ...recordRoutes,
  ...ofAuthority,
  ...processorRoutes,
  ...personsRoutes,
  ...regimeRoutes,
];
