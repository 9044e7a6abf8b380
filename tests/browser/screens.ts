import { Readable } from 'node:stream';
import { issueTestLink } from '../../application/agreement/contactTestLinks';
import { testContacts } from '../../application/agreement/testContacts';
import { keepCaseFile } from '../../application/controllerCase/keepCaseFile';
import { askByLink } from '../../application/guest/askByLink';
import { keepFileByLink } from '../../application/guest/keepFileByLink';
import { openNightCase, printNightLetters } from '../fakes/nightCase';
import { issueTellingLink } from '../../application/atOnce/tellingLinks';
import { tellAtOnce } from '../../application/atOnce/tellAtOnce';
import { recordTransfer } from '../../application/transfer/recordTransfer';
import { proveVulnerability } from '../../application/vulnerability/proveVulnerability';
import { RecordTransfer } from '../../domain/transfer/decide';
import { Prove } from '../../domain/vulnerability/decide';
import { ENGINE } from '../../application/policies/asker';
import { commandCase } from '../../application/controllerCase/commandCase';
import { openNightExercises } from '../fakes/nightExercise';
import { proposeMeasure } from '../fakes/nightMeasure';
import type { tellNight } from '../fakes/nightStory';
import { must } from '../fakes/realHouse';

type Told = Awaited<ReturnType<typeof tellNight>>;

export type Screen = { name: string; path: string; who: 'ines' | 'sacha' | 'alix' | 'guest' };

/** Every page with a look of its own, as somebody would meet it in the night. */
export async function screensOf({ night, stolen, scan }: Told): Promise<Screen[]> {
  const incident = `/incidents/${stolen.id}`;
  const aube = `${incident}/notices/${stolen.aube}`;
  const val = `${incident}/notices/${stolen.val}`;
  const caseId = await openNightCase(night);
  const posted = await openNightCase(night);
  const listId = await printNightLetters(night, posted);
  const publish = { caseId, key: 'publish', command: { kind: 'persons.publish' as const } };
  must(await commandCase({ ctx: night.as('sacha'), input: publish }));
  const { concluded, running, incident: drill } = await openNightExercises(night);
  await proposeMeasure(night, stolen.val);
  const link = await night.ports.links.issue(night.orgId, stolen.val, 'c1');
  await keepReceipt(night, caseId);
  const atOnce = await tellOfBoth(night);
  await askWithFile(night, link);
  await night.ports.keptPacks.put(night.orgId, Buffer.from('%PDF-1.7'));
  const member = (name: string, path: string, who: 'ines' | 'sacha' | 'alix' = 'ines'): Screen => ({ name, path, who });
  return [
    member('now', ''),
    member('incidents', '/incidents'),
    member('incident', incident),
    member('event', `/incidents/${scan}`),
    member('declare', `/incidents/${scan}/triage`),
    member('aware', `${incident}/correct`, 'sacha'),
    member('draft', `${aube}/draft?check=1`),
    member('review', `${val}/review`),
    member('notice', val),
    member('notice-files', `${val}/files`),
    member('notices', `${incident}/notices`),
    member('unacknowledged', `${incident}/unacknowledged`),
    member('common', `${incident}/common`),
    member('numbers', `${incident}/numbers`),
    member('call', `${val}/call`),
    member('extract', `${val}/extract`, 'sacha'),
    member('replay', `${val}/replay`),
    member('measure', `${val}/measure`),
    member('case-measure', `/cases/${caseId}/measure-answer`, 'sacha'),
    member('webhooks', `/agreements/${night.agreements.val}/webhooks`, 'alix'),
    member('vulnerabilities', '/vulnerabilities'),
    member('silent', '/unacknowledged'),
    member('vulnerability-new', '/vulnerabilities/new'),
    member('vulnerability', atOnce.vulnerability),
    member('vulnerability-contacted', `${atOnce.vulnerability}/contacted`),
    member('vulnerability-extend', `${atOnce.vulnerability}/extend`),
    member('vulnerability-fix', `${atOnce.vulnerability}/fix`),
    member('transfers', '/transfers', 'sacha'),
    member('transfer-outside', '/transfers/outside', 'sacha'),
    member('transfer-new', '/transfers/new', 'sacha'),
    member('transfer', atOnce.transfer, 'sacha'),
    member('transfer-release', `${atOnce.transfer}/release`, 'sacha'),
    member('transfer-prolong', `${atOnce.transfer}/prolong`, 'sacha'),
    member('transfer-close', `${atOnce.transfer}/close`, 'sacha'),
    member('signal', '/signal'),
    member('journal', '/journal', 'sacha'),
    member('registers', '/registers', 'sacha'),
    member('processing-register', '/registers/processing', 'sacha'),
    member('statistics', '/registers/statistics', 'sacha'),
    member('exercises', '/exercises', 'sacha'),
    member('exercise', `/exercises/${concluded}`, 'sacha'),
    member('exercise-running', `/exercises/${running}`, 'sacha'),
    member('exercise-plan', '/exercises/new', 'sacha'),
    member('exercise-stop', `/exercises/${running}/stop`, 'sacha'),
    member('exercise-incident', `/incidents/${drill}`),
    member('cases', '/cases', 'sacha'),
    member('case', `/cases/${caseId}`, 'sacha'),
    member('case-known', `/cases/${caseId}/known/${await decidedIn(night, caseId)}`, 'sacha'),
    member('case-files', `/cases/${caseId}/files`, 'sacha'),
    member('sheet', `/cases/${caseId}/sheet?type=complete`, 'sacha'),
    member('edpb', `/cases/${caseId}/edpb`, 'sacha'),
    member('score', `/cases/${caseId}/score`, 'sacha'),
    member('decide', `/cases/${caseId}/decide`, 'alix'),
    member('message', `/cases/${caseId}/message`, 'sacha'),
    member('recipients', `/cases/${caseId}/recipients`, 'sacha'),
    member('letters', `/cases/${posted}/recipients`, 'sacha'),
    member('letters-print', `/cases/${posted}/recipients/${listId}/letters`, 'sacha'),
    member('letters-posted', `/cases/${posted}/tell`, 'sacha'),
    member('send', `/cases/${caseId}/send`, 'sacha'),
    member('file', `/cases/${caseId}/file`, 'sacha'),
    member('case-new', '/cases/new', 'sacha'),
    member('case-ask', `/cases/${caseId}/ask`, 'sacha'),
    member('case-answered', `/cases/${caseId}/answered`, 'sacha'),
    member('authority-asked', `/cases/${caseId}/asked`, 'sacha'),
    member('authority-answer', `/cases/${caseId}/answer`, 'sacha'),
    member('case-law', `/cases/${caseId}/law`, 'sacha'),
    member('record', `/cases/${caseId}/record`, 'sacha'),
    member('received-as', '/received', 'sacha'),
    member('received', '/cases/received', 'sacha'),
    member('parties', '/parties', 'sacha'),
    member('party', '/parties/new', 'sacha'),
    member('incident-regimes', `${incident}/regimes`, 'sacha'),
    member('incident-regime', `${incident}/regimes/nis2/concern`, 'sacha'),
    member('regimes', `/cases/${caseId}/regimes`, 'sacha'),
    member('regime', `/cases/${caseId}/regimes/nis2/concern`, 'sacha'),
    member('regime-stage', `/cases/${caseId}/regimes/nis2/stage`, 'sacha'),
    member('agreements', '/agreements'),
    member('agreement-new', '/agreements/new', 'alix'),
    member('agreement-file', '/agreements/new/file', 'alix'),
    member('agreement-amend', `/agreements/${night.agreements.aube}/amend`, 'alix'),
    member('sub-processors', '/sub-processors'),
    member('sub-notice', '/sub-notice'),
    member('tie', `/agreements/${night.agreements.val}/tie`, 'sacha'),
    member('agreement', `/agreements/${night.agreements.val}`),
    member('contacts', `/agreements/${night.agreements.val}/contacts`, 'sacha'),
    member('contact-call', `/agreements/${night.agreements.val}/contacts/call`),
    member('mailbox', '/mailbox'),
    member('mail', '/mailbox/1'),
    member('relay', '/relay', 'alix'),
    member('identity', '/identity', 'alix'),
    member('tokens', '/tokens', 'sacha'),
    member('members', '/members', 'alix'),
    { name: 'enter', path: '/enter', who: 'guest' },
    { name: 'contact-test', path: `/t/${await testedLink(night)}`, who: 'guest' },
    { name: 'telling', path: `/m/${atOnce.link}`, who: 'guest' },
    { name: 'guest', path: `/n/${link}`, who: 'guest' },
    { name: 'guest-measure', path: `/n/${link}/measure`, who: 'guest' },
    { name: 'guest-files', path: `/n/${link}/files`, who: 'guest' },
    { name: 'public-notice', path: `/p/${night.orgId}/${caseId}`, who: 'guest' },
    { name: 'guest.en', path: `/n/${link}?lang=en`, who: 'guest' },
  ];
}

/** Entry of the newest decision on the risk. */
async function decidedIn({ ports, orgId }: Told['night'], caseId: string): Promise<number> {
  const one = await ports.projections.read(orgId, 'controllerCase', caseId);
  return one?.decisions.at(-1)?.seq ?? 0;
}

/** A vulnerability that was told and a legal demand that is secret: their pages. */
async function tellOfBoth(night: Told['night']) {
  const ctx = night.as('sacha');
  const at = night.clock.now.toISOString();
  const touched = [{ agreementId: night.agreements.val, role: 'processor' as const }];
  const proven = Prove.parse({ text: 'Le portail accepte un jeton périmé.', provenAt: at, severity: 'high', touched });
  const vulnerability = must(await proveVulnerability({ ctx, input: { key: 'proved', proven } }));
  const transfer = RecordTransfer.parse({
    cause: 'compulsion',
    knownAt: at,
    source: 'Tribunal Témoin',
    text: 'La liste des bénéficiaires appelés en janvier est exigée.',
    touched,
    secrecy: { ground: 'Ordonnance scellée' },
  });
  const demanded = must(await recordTransfer({ ctx, input: { key: 'demanded', transfer } }));
  must(await tellAtOnce({ ctx: { ...ctx, actor: ENGINE, roles: [] } }));
  const named = { kind: 'vulnerability', id: vulnerability.id, agreementId: night.agreements.val } as const;
  const link = await issueTellingLink(night.ports, { ...named, orgId: night.orgId, contactId: 'c1' });
  return { vulnerability: `/vulnerabilities/${vulnerability.id}`, transfer: `/transfers/${demanded.id}`, link };
}

/** A copy of what the authority answered to the first filing. */
async function keepReceipt(night: Told['night'], caseId: string): Promise<void> {
  const one = await night.ports.projections.read(night.orgId, 'controllerCase', caseId);
  const about = { kind: 'filing' as const, seq: one?.authorities[0]?.filings[0]?.seq ?? 0 };
  const bytes = Readable.from([Buffer.from('%PDF-1.7')]);
  const input = { caseId, key: 'receipt', about, name: 'accusé de réception FR-1.pdf', bytes };
  must(await keepCaseFile({ ctx: night.as('sacha'), input }));
}

/** A contact's question with a document. */
async function askWithFile({ ports, orgId }: Told['night'], token: string): Promise<void> {
  must(await askByLink(ports, { token, key: 'asked', text: 'Ce journal montre-t-il un accès ?' }));
  const found = await ports.links.find(token);
  const notice = found && (await ports.projections.read(orgId, 'notice', found.noticeId));
  const bytes = Readable.from([Buffer.from('%PDF-1.7 journal')]);
  const questionId = notice?.questions.at(-1)?.id ?? '';
  must(await keepFileByLink(ports, { token, key: 'file', questionId, name: 'journal du 27 mars.pdf', bytes }));
}

/** The link that a contact is sent to try the way to it. */
async function testedLink(night: Told['night']): Promise<string> {
  const agreementId = night.agreements.val;
  const input = { key: 'test', agreementId, contactId: 'c1', channel: 'email' as const };
  must(await testContacts({ ctx: night.as('sacha'), input }));
  const agreement = await night.ports.projections.read(night.orgId, 'agreement', agreementId);
  const deliverableId = agreement?.contactTests[0]?.last.deliverableId ?? '';
  return issueTestLink(night.ports, { orgId: night.orgId, agreementId, contactId: 'c1', deliverableId });
}
