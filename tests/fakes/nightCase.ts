import { randomUUID } from 'node:crypto';
import { approveCase, commandCase } from '../../application/controllerCase/commandCase';
import { openCase } from '../../application/controllerCase/openCase';
import { printLetters } from '../../application/controllerCase/printLetters';
import { uploadRecipients } from '../../application/controllerCase/uploadRecipients';
import type { CaseCommand } from '../../domain/controllerCase/commands';
import { commands, opening } from './caseStory';
import type { Night } from './night';
import { must } from './realHouse';

/** A case of its own data in the night, decided and partly filed, so that each of its pages has something to show. */
export async function openNightCase(night: Night): Promise<string> {
  const receivedAt = '2026-03-27T20:00:00.000Z';
  const given = opening({ receivedAt, from: 'Hébergeur Exemple' });
  const { id } = must(await openCase({ ctx: night.as('sacha'), input: { key: randomUUID(), opening: given } }));
  const act = async (who: 'sacha' | 'alix', command: CaseCommand) =>
    must(await commandCase({ ctx: night.as(who), input: { caseId: id, key: randomUUID(), command } }));
  await act('sacha', commands.qualify);
  await act('sacha', {
    ...commands['record.change'],
    change: { description: 'Un classeur parti.', persons: { amount: 'approx', count: 40 } },
  });
  await act('sacha', commands['risk.score']);
  await act('sacha', commands['risk.advise']);
  await act('alix', { ...commands['risk.decide'], noAdviceReason: null });
  await act('sacha', { ...commands['authority.file'], sentAt: '2026-03-28T01:00:00.000Z' });
  await act('sacha', { ...commands['authority.ask'], askedAt: '2026-03-28T01:30:00.000Z' });
  await act('sacha', { ...commands['processor.ask'], askedAt: '2026-03-28T01:40:00.000Z' });
  await act('sacha', { ...commands['processor.propose'], proposedAt: '2026-03-28T01:45:00.000Z' });
  await act('sacha', commands['persons.draft']);
  await act('sacha', { ...commands['regime.exclude'], regimes: ['dora', 'psd2', 'marketAbuse'] });
  await act('sacha', { ...commands['regime.concern'], triggerAt: receivedAt });
  await act('sacha', { ...commands['regime.record'], sentAt: '2026-03-28T01:00:00.000Z' });
  await act('sacha', { ...commands['aware.correct'], awareAt: '2026-03-27T20:30:00.000Z' });
  return id;
}

/** Two persons find it to be no breach after all. */
export async function ruleOutNightCase(night: Night, caseId: string): Promise<void> {
  const input = { caseId, key: 'rule it out', command: commands.ruleOut };
  const { requestId = '' } = must(await commandCase({ ctx: night.as('sacha'), input })).approval ?? {};
  must(await approveCase({ ctx: night.as('alix'), input: { caseId, key: 'yes, ruled out', requestId } }));
}

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}

/** Accepts a list of so many persons whom only a letter reaches, and prints the letters; its id. */
export async function printNightLetters(night: Night, caseId: string, count = 1): Promise<string> {
  const ctx = night.as('sacha');
  const rows = Array.from({ length: count }, (_, n) => `Zoé Essai;${n + 1} rue X;00000;Ville\n`);
  const bytes = bytesOf(`nom;adresse;cp;ville\n${rows.join('')}`);
  const { listId } = must(await uploadRecipients({ ctx, input: { caseId, key: randomUUID(), bytes } }));
  const command = { kind: 'persons.send' as const, listId, concerned: null };
  must(await commandCase({ ctx, input: { caseId, key: randomUUID(), command } }));
  must(await printLetters({ ctx, input: { caseId, listId, key: randomUUID() } }));
  return listId;
}

/** Path inside the organisation of every page of a controller's case. */
export const casePaths = (id: string): string[] => [
  '/cases',
  '/cases/new',
  '/cases/received',
  `/cases/${id}`,
  `/cases/${id}/message`,
  `/cases/${id}/files`,
  `/cases/${id}/recipients`,
  `/cases/${id}/send`,
  ...['', '?type=initial', '?type=complete', '?type=withdrawal'].map((query) => `/cases/${id}/sheet${query}`),
  `/cases/${id}/edpb`,
  `/cases/${id}/edpb?type=complete`,
  ...[
    'qualify',
    'rule-out',
    'record',
    'score',
    'advise',
    'decide',
    'file',
    'draft',
    'tell',
    'told',
    'measure',
    'measure-answer',
    'measure-urgent',
    'note',
    'asked',
    'answer',
    'no-copy',
    'withdraw',
  ].map((segment) => `/cases/${id}/${segment}`),
  ...['acknowledge', 'ask', 'answered'].map((segment) => `/cases/${id}/${segment}`),
  ...[
    'regimes',
    'regimes/exclude',
    'regimes/nis2/concern',
    'regimes/insuranceNotice/concern',
    'regimes/nis2/stage',
  ].map((segment) => `/cases/${id}/${segment}`),
  ...[
    'close-authority',
    'require',
    'exempt',
    'hold',
    'resume',
    'order',
    'correct',
    'close',
    'reopen',
    'same',
    'approve',
  ].map((segment) => `/cases/${id}/${segment}`),
];
