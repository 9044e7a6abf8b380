import { plainHead } from '../../application/organisation/plainHead';
import { readOrganisation } from '../../application/organisation/readOrganisation';
import { type Pack, type PackCase, readPack } from '../../application/overview/readPack';
import { mayReadNotice } from '../../application/policies/notice';
import { PDF } from '../../application/ports/documents';
import type { Context } from '../../application/ports/ports';
import type { Language } from '../../domain/letters/head';
import { momentWords } from '../../templates/pages/frame/moment';
import { phrase, type Said, type Word } from '../../templates/pages/words/word';
import type { ApiError } from '../http/problems';
import { BLANK, ownCasePart, type Part, type Writing } from './ownCasePart';
import { controllerOf, nameAmong, referenceOf, whatOf } from '../pages/rowWords';
import { datedName } from '../http/datedName';

type Made = { bytes: Buffer; mediaType: string; fileName: string };

/**
 * The paper pack as one PDF: clocks with their zone, contacts with their numbers, scripts to read, blank forms that ask for
 * both instants. It says when it was made; each asking makes it anew.
 */
export async function paperPack(
  ctx: Context,
  language: Language,
): Promise<{ ok: true; value: Made } | { ok: false; error: ApiError }> {
  const organisation = await readOrganisation({ ctx });
  if (!organisation.ok) return organisation;
  const pack = await readPack({ ctx });
  if (!pack.ok) return pack;
  const { name: sender, timeZone: zone } = organisation.value;
  const now = ctx.ports.now();
  const writing = { language, zone, now: now.toISOString(), house: sender };
  const say = (said: Said) => phrase(language, said);
  const title = say({ key: 'pack.title' });
  const at = momentWords(writing.now, writing, 'long');
  const { pdf } = await ctx.ports.texts.render('register', language, {
    head: plainHead({ reference: title, zone, sender, now }),
    title,
    scope: say({ key: 'pack.madeAt', values: { at, zone } }),
    notes: [say({ key: 'pack.stale', values: { at } }), say({ key: 'pack.keyIn' })],
    parts: [
      clocksPart(pack.value, writing),
      peoplePart(pack.value, writing),
      ...pack.value.cases.map((one) => casePart(one, pack.value, writing)),
      ...pack.value.ours.map((one) => ownCasePart(one, pack.value.now.rows, writing)),
      ...atOncePart(pack.value, writing),
      ...blankParts(writing),
    ],
  });
  if (pdf === null) return { ok: false, error: { code: 'unexpected' } };
  return { ok: true, value: { bytes: pdf, mediaType: PDF, fileName: `${datedName('vigie-pack', writing)}.pdf` } };
}

/** The pack as it was kept last, read without the database's help; in the language of the house. */
export async function keptPack(ctx: Context): Promise<{ ok: true; value: Made } | { ok: false; error: ApiError }> {
  if (!mayReadNotice(ctx)) return { ok: false, error: { code: 'actor.forbidden' } };
  const bytes = await ctx.ports.keptPacks.get(ctx.orgId);
  if (bytes === null) return { ok: false, error: { code: 'subject.unknown' } };
  return { ok: true, value: { bytes, mediaType: PDF, fileName: 'vigie-pack.pdf' } };
}

function clocksPart({ now }: Pack, writing: Writing): Part {
  const { language } = writing;
  const rows = now.rows
    .filter(({ clock }) => clock.doneAt === null)
    .map((row) => {
      const fullCase = now.cases.find(({ notice }) => notice.id === row.noticeId);
      const incident = now.incidents.get(row.incidentId ?? '');
      const ours = now.ours.get(row.caseId ?? '');
      const said = [
        phrase(language, whatOf(row, language)),
        ...(fullCase === undefined ? [] : [nameAmong(fullCase, now.cases)]),
        ...(incident === undefined ? [] : [referenceOf(incident)]),
        ...(ours === undefined ? [] : [ours.reference]),
        ...(row.provisional ? [phrase(language, { key: 'clock.provisional' })] : []),
      ];
      return { term: momentWords(row.clock.dueAt, writing, 'long'), value: said.join(' · ') };
    });
  const none = { term: phrase(language, { key: 'pack.clocks' }), value: phrase(language, { key: 'pack.noClock' }) };
  return { title: phrase(language, { key: 'pack.clocks' }), rows: rows.length > 0 ? rows : [none] };
}

function peoplePart({ people }: Pack, { language }: Writing): Part {
  const rows = people.map(({ name, phone, email, roles }) => ({
    term: name,
    value: [...roles.map((role) => phrase(language, { key: `role.${role}` })), phone ?? '–', email].join(' · '),
  }));
  const none = { term: '–', value: phrase(language, { key: 'now.callNobody' }) };
  return { title: phrase(language, { key: 'pack.people' }), rows: rows.length > 0 ? rows : [none] };
}

/** Contacts in the order of the contract, each with what is read to it. */
function casePart({ fullCase, contacts }: PackCase, { now }: Pack, { language }: Writing): Part {
  const { notice, incident } = fullCase;
  const rows = contacts.flatMap(({ contact, script }) => [
    {
      term: contact.name,
      value: [
        phrase(language, { key: `contact.${contact.role}` }),
        contact.phone ?? phrase(language, { key: 'board.noNumber' }),
        contact.email ?? '–',
      ].join(' · '),
    },
    ...(script === null ? [] : [{ term: phrase(language, { key: 'pack.script' }), value: script }]),
  ]);
  const title = [nameAmong(fullCase, now.cases), notice.opened.reference, referenceOf(incident)].join(' · ');
  return {
    title,
    rows: [...rows, { term: phrase(language, { key: 'pack.state' }), value: stateOf(fullCase, language) }],
  };
}

/** Calls that wait about vulnerabilities and transfers; no part where none does. */
function atOncePart({ atOnce }: Pack, { language }: Writing): Part[] {
  if (atOnce.length === 0) return [];
  const rows = atOnce.flatMap(({ reference, controller, name, role, phone, text }) => [
    {
      term: name,
      value: [
        phrase(language, { key: `contact.${role}` }),
        controller,
        reference,
        phone ?? phrase(language, { key: 'board.noNumber' }),
      ].join(' · '),
    },
    ...(text === null ? [] : [{ term: phrase(language, { key: 'pack.script' }), value: text }]),
  ]);
  return [{ title: phrase(language, { key: 'pack.atOnce' }), rows }];
}

const stateOf = ({ notice, agreement }: PackCase['fullCase'], language: Language): string =>
  [phrase(language, { key: `delivery.${notice.delivery}` }), controllerOf({ agreement }), agreement.reference].join(
    ' · ',
  );

const FORMS: readonly Word[] = ['pack.formCall', 'pack.formFact', 'pack.formMeasure', 'pack.formReceived'];
const FIELDS: readonly Word[] = ['pack.happenedAt', 'pack.writtenAt', 'pack.by', 'pack.about', 'pack.what'];

/** For what happens meanwhile: when it happened, and when it was written down. */
const blankParts = ({ language }: Writing): Part[] =>
  FORMS.map((title) => ({
    title: phrase(language, { key: title }),
    rows: [
      ...FIELDS.map((field) => ({ term: phrase(language, { key: field }), value: BLANK })),
      { term: '–', value: BLANK },
      { term: '–', value: BLANK },
    ],
  }));
