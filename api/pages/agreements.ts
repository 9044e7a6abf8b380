import { z } from 'zod';
import {
  type AgreementRead,
  compareVersions,
  listAgreements,
  readAgreement,
} from '../../application/agreement/readAgreement';
import { signForProcessor } from '../../application/agreement/signAmendment';
import {
  mayAmendAgreement,
  mayIssueWebhookSecret,
  mayNoteContactCall,
  mayReadAgreements,
  mayRecordAgreement,
  maySignForProcessor,
  mayTestContacts,
} from '../../application/policies/agreement';
import { offersOf } from '../../application/delivery/offersOf';
import { contactsOf } from '../../domain/agreement/contacts';
import type { Agreement, AgreementVersion } from '../../domain/agreement/fold';
import { type InForce, newestSigned, proposedVersion } from '../../domain/agreement/versions';
import { plusMs } from '../../domain/shared/instant';
import { agreementPage, agreementsPage, type AgreementView } from '../../templates/pages/agreements';
import type { Frame } from '../../templates/pages/frame/frame';
import { calendarWords } from '../../templates/pages/frame/moment';
import { phrase, type Said, type Word } from '../../templates/pages/words/word';
import { definePage, type Page } from '../http/definePage';
import { Id, OrgId } from '../http/fields';
import { changesOf } from './contract/changes';
import { ownNameWarning } from './contract/ownName';
import { fieldOf, type Question } from './forms/question';
import { refusedForm } from './forms/refusal';
import { readSheet } from './forms/sheet';
import { testLine } from './contactLines';
import { type AnyVisit, enterHouse, goTo, type Inside, nameOf, shownAs } from './frame';
import type { PageHouse } from './house';
import { signingState } from './signingState';
import { limitWords } from './limitWords';
import { unservedWays } from './unservedWays';

const PAGE = 50;

export const agreementPages = (house: PageHouse): Page[] => [list(house), one(house)];

const list = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/agreements',
    audience: 'member',
    policy: mayReadAgreements,
    params: z.object({ orgId: OrgId }),
    query: z.object({ after: Id.optional() }),
    async render(visit) {
      const entered = await enterHouse(house, visit, 'agreements', '/agreements');
      if (!entered.ok) return entered;
      const { after } = visit.query;
      const input = { limit: PAGE + 1, ...(after !== undefined && { after }) };
      const found = await listAgreements({ ctx: entered.value.ctx, input });
      if (!found.ok) return found;
      const shown = found.value.slice(0, PAGE);
      const last = shown.at(-1);
      return shownAs(
        agreementsPage(entered.value.frame, {
          lines: shown.map((agreement) => lineOf(agreement, entered.value.frame)),
          canRecord: mayRecordAgreement(entered.value.ctx),
          older: found.value.length > PAGE && last ? `/agreements?after=${last.id}` : null,
        }),
      );
    },
  });

function lineOf(agreement: Agreement, frame: Frame) {
  const version = newestSigned(agreement);
  return {
    href: `/agreements/${agreement.id}`,
    reference: agreement.reference,
    controller: version?.document?.controller.name ?? agreement.reference,
    hours: version === null ? '' : hoursOf(version, frame),
    protective: version === null ? '' : protectiveOf(version),
    until: version?.endsOn ?? '',
    stage: { key: `state.${agreement.stage}` as const },
    amending: agreement.stage === 'AMENDING',
  };
}

function hoursOf({ terms }: AgreementVersion, { language }: Frame): Said {
  const from: Word = terms.breachNotice.from === 'awareness' ? 'agreement.fromAwareness' : 'agreement.fromDetection';
  return {
    key: 'agreement.hours',
    values: { length: { hours: terms.breachNotice.hours }, from: phrase(language, { key: from }) },
  };
}

const protectiveOf = ({ terms: { protectiveNotice } }: AgreementVersion): Said =>
  protectiveNotice.enabled
    ? { key: 'agreement.protectiveYes', values: { n: String(protectiveNotice.marginMinutes) } }
    : { key: 'agreement.protectiveNo' };

const signQuestions: readonly Question[] = [
  { name: 'name', kind: 'text', label: { key: 'guest.name' } },
  { name: 'function', kind: 'text', label: { key: 'guest.function' } },
];

const one = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/agreements/{agreementId}',
    audience: 'member',
    policy: mayReadAgreements,
    params: z.object({ orgId: OrgId, agreementId: Id }),
    async render(visit) {
      const { agreementId } = visit.params;
      const entered = await enterHouse(house, visit, 'agreements', `/agreements/${agreementId}`);
      if (!entered.ok) return entered;
      const read = await readAgreement({ ctx: entered.value.ctx, input: { agreementId } });
      if (!read.ok) return read;
      const { agreement } = read.value;
      const view = await viewOf(entered.value, read.value);
      return shownAs(agreementPage(entered.value.frame, { ...view, sign: signOf(entered.value, agreement, visit) }));
    },
    act: {
      policy: maySignForProcessor,
      form: z.record(z.string(), z.string()),
      async run({ ctx, params }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const { agreementId, orgId } = params;
        const sheet = readSheet(signQuestions, raw, 'UTC');
        if (!sheet.ok) return { ok: false, error: { code: 'input.invalid', issues: [] } };
        const signature = { name: sheet.sheet.text('name'), function: sheet.sheet.text('function') };
        const documentHash = Object.hasOwn(raw, 'documentHash') ? (raw['documentHash'] ?? '') : '';
        const signed = await signForProcessor({ ctx, input: { agreementId, key, documentHash, ...signature } });
        return signed.ok ? goTo(`/o/${orgId}/agreements/${agreementId}`) : signed;
      },
    },
  });

function signOf(
  inside: Inside,
  agreement: Agreement,
  visit: Pick<AnyVisit, 'refusal' | 'formKey' | 'csrf'>,
): AgreementView['sign'] {
  const { ctx, frame, names } = inside;
  const proposed = proposedVersion(agreement);
  if (proposed === null) return null;
  const refused = refusedForm(signQuestions, visit, frame.zone, frame, names);
  const self = nameOf(names, ctx.actor);
  const isSigned = proposed.signatures.some(({ side }) => side === 'processor');
  return {
    action: `/agreements/${agreement.id}`,
    back: null,
    key: visit.formKey,
    csrf: visit.csrf,
    revision: null,
    faults: refused.summary,
    changed: refused.changed,
    version: proposed.version,
    documentHash: proposed.documentHash,
    may: maySignForProcessor(ctx) && !isSigned,
    state: signingState(agreement, proposed, new Date(frame.now)),
    fields: signQuestions.map((question) =>
      fieldOf(
        question.name === 'name' ? { ...question, start: self } : question,
        refused.raw,
        frame.zone,
        refused.errorAt(question.name),
      ),
    ),
  };
}

async function viewOf(
  inside: Inside,
  { agreement, timeline, liveness }: AgreementRead,
): Promise<Omit<AgreementView, 'sign'>> {
  const { frame, ctx } = inside;
  const current = newestSigned(agreement) ?? agreement.versions[0];
  const versions = await Promise.all(
    agreement.versions.map(async (version, index) => versionView(inside, agreement, version, index, timeline)),
  );
  if (current === undefined) throw new RangeError('an agreement has a version from its first entry on');
  return {
    id: agreement.id,
    reference: agreement.reference,
    controller: current.document?.controller.name ?? agreement.reference,
    facts: [
      { label: { key: 'agreements.hours' }, value: hoursOf(current, frame) },
      { label: { key: 'agreements.protective' }, value: protectiveOf(current) },
      {
        label: { key: 'agreement.acknowledgement' },
        value: { key: current.terms.acknowledgement.expected ? 'agreement.expected' : 'agreement.notExpected' },
      },
      { label: { key: 'agreement.language' }, value: { key: `agreement.${current.language}` } },
      { label: { key: 'agreement.zone' }, value: current.timeZone },
      { label: { key: 'agreements.until' }, value: calendarWords(current.endsOn, frame.language) },
    ],
    otherName: ownNameWarning(current.document, inside.organisation.name),
    limit: limitWords(current.terms),
    contacts: contactsOf(current).map(({ name, role, email, phone, channels, acceptsExercises }) => ({
      name,
      role: { key: `contact.${role}` },
      email,
      phone,
      ways: channels.map((channel) => phrase(frame.language, { key: `channel.${channel}` as Word })).join(', '),
      exercises: { key: acceptsExercises ? 'agreement.exercisesYes' : 'agreement.exercisesNo' },
    })),
    tests: liveness.map(testLine),
    canTest: mayTestContacts(ctx),
    canNoteCall: mayNoteContactCall(ctx),
    unserved: unservedWays(contactsOf(current), offersOf(ctx.ports, agreement)),
    versions: versions.toReversed(),
    canKeyWebhooks: mayIssueWebhookSecret(ctx) && contactsOf(current).some(({ webhookUrl }) => webhookUrl !== null),
    inside: agreement.inside?.since ?? null,
    outside: agreement.outside && { since: agreement.outside.since, url: agreement.outside.url },
    canTie: mayRecordAgreement(ctx),
    canPropose: mayAmendAgreement(ctx) && proposedVersion(agreement) === null,
  };
}

async function versionView(
  { ctx, frame }: Inside,
  agreement: Agreement,
  version: AgreementVersion,
  index: number,
  timeline: InForce[],
): Promise<AgreementView['versions'][number]> {
  const force = timeline.find((period) => period.version.recordedSeq === version.recordedSeq);
  const before = agreement.versions.slice(0, index).findLast(({ state }) => state === 'SIGNED');
  const input = { agreementId: agreement.id, from: before?.version ?? 0, to: version.version };
  const changes = before === undefined ? null : await compareVersions({ ctx, input });
  const onPaper = version.document?.signatures ?? [];
  return {
    number: version.version,
    state: { key: `state.${version.state}` },
    from: force?.from ?? null,
    to: force === undefined ? null : plusMs(force.to, -1),
    hash: version.documentHash,
    signatures: [
      ...onPaper.map(({ party, by }) => ({ side: { key: `side.${party}` as const }, by, at: null })),
      ...version.signatures.map(({ side, name, function: role, signedAt }) => ({
        side: { key: `side.${side}` as const },
        by: [name, role].filter(Boolean).join(', '),
        at: signedAt,
      })),
    ],
    changes: changes?.ok ? changesOf(changes.value, frame.language) : [],
  };
}
