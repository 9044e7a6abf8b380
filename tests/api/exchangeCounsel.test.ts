import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExchangeMessage } from '../../application/ports/carriers';
import { breachOf, itemsOf } from '../fakes/breachStory';
import { consult } from '../fakes/consultation';
import { ruleOut } from '../fakes/ruleOut';
import { annex } from '../fakes/realHouse';
import { install, type Installation } from '../fakes/twoHouses';

const OURS = 'CANARI7PROCESSOR';
const THEIRS = 'CANARI7CONTROLLER';
let processor: Installation;
let controller: Installation;
const crossed: string[] = [];

/** What leaves an installation is read on its way. */
function listen({ house: { ports } }: Installation): void {
  const { exchange } = ports.carriers;
  if (exchange === null) throw new Error('nothing carries');
  const heard = (message: ExchangeMessage) => {
    crossed.push(message.bytes.toString('utf8'));
    return exchange(message);
  };
  ports.carriers = { ...ports.carriers, exchange: heard };
}

const later = () => [processor, controller].forEach(({ clock }) => (clock.aheadMs += 16 * 60_000));
const journalOf = async ({ house, orgId }: Installation) =>
  JSON.stringify(await house.ports.journal.readWindow(orgId, 0, 1_000));
const counsel = (text: string) => ({ class: 'counsel', text });

beforeAll(async () => {
  [processor, controller] = await Promise.all([install(), install()]);
  [processor, controller].forEach(listen);
  const { speaker, personId, now } = processor;
  const agreementId = (await speaker.post('/agreements', annex())).body.id;
  const { key, exchangeUrl } = controller;
  await speaker.post(`/agreements/${agreementId}/tie`, { reason: 'appel', key, exchangeUrl });
  const party = { role: 'processor', name: 'SLIME', key: processor.key };
  const partyId = (await controller.speaker.post('/parties', party)).body.id;
  const admission = { admitted: true, exchangeUrl: processor.exchangeUrl, reason: 'convention' };
  await controller.speaker.decide(`/parties/${partyId}`, '/admission', admission);

  const { incident, incidentId, notices } = await breachOf(speaker, agreementId, personId, now());
  const noticeId = String(notices.body.items[0].id);
  await speaker.post(`${incident}/notes`, counsel(OURS));
  await speaker.decide(`/notices/${noticeId}`, '/sending', { items: itemsOf(now()) });
  later();
  await processor.settleNotice(noticeId);
  const caseId = String((await controller.speaker.get('/cases')).body.items[0].id);
  const other = controller.speaker;
  await other.post(`/cases/${caseId}/notes`, counsel(THEIRS));
  const at = () => controller.now().toISOString();
  const acknowledgement = { acknowledgedAt: at(), name: 'Dana Exemple', function: 'DPO' };
  await other.post(`/cases/${caseId}/processor/acknowledgements`, acknowledgement);
  const question = { askedAt: at(), text: 'Combien de foyers ?', urgentHours: 4 };
  await other.post(`/cases/${caseId}/processor/questions`, question);
  await controller.settleCase(caseId);
  const [{ id: questionId }] = (await speaker.get(`/notices/${noticeId}`)).body.questions;
  await speaker.post(`/notices/${noticeId}/answers`, { questionId, text: 'Quarante et un.' });
  await processor.settleNotice(noticeId);
  await consult({ processor, controller, noticeId, caseId });
  const items = { c: { answer: 'cannotBeDetermined', reason: 'journaux perdus' } };
  await speaker.decide(`/notices/${noticeId}`, '/supplements', { items });
  await processor.settleNotice(noticeId);
  await ruleOut(processor.engine, incidentId);
  await processor.settleNotice(noticeId);
}, 60_000);
afterAll(() => Promise.all([processor.stop(), controller.stop()]));

describe('what counsel wrote on either side of a breach', () => {
  it('is in the journal of that side', async () => {
    expect(await journalOf(processor)).toContain(OURS);
    expect(await journalOf(controller)).toContain(THEIRS);
  });

  it('is in no message that crosses, of whatever kind', () => {
    const kinds = crossed.flatMap((bytes) => /"kind":"(\w+)"/.exec(bytes)?.[1] ?? []);
    expect([...new Set(kinds)].toSorted()).toEqual(
      ['acknowledgement', 'answer', 'proposal', 'question', 'taking', 'verdict', 'version', 'word'].toSorted(),
    );
    for (const bytes of crossed) expect(bytes).not.toMatch(/CANARI7/);
  });

  it('is nowhere in the journal of the other side', async () => {
    expect(await journalOf(controller)).not.toContain(OURS);
    expect(await journalOf(processor)).not.toContain(THEIRS);
  });
});
