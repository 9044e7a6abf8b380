import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { openCase } from '../../../application/controllerCase/openCase';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { commands, opening } from '../../fakes/caseStory';
import { data, found, scored } from '../../fakes/edpbCases';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';
import { must } from '../../fakes/realHouse';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let id: string;

beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

beforeEach(async () => {
  night.at('2026-03-28T02:12:00.000Z');
  const opened = opening({ origin: 'own', nature: [], receivedAt: '2026-03-27T20:00:00.000Z' });
  ({ id } = must(await openCase({ ctx: night.as('sacha'), input: { key: randomUUID(), opening: opened } })));
});

const act = async (command: CaseCommand) =>
  must(await commandCase({ ctx: night.as('sacha'), input: { caseId: id, key: randomUUID(), command } }));
const read = async (page: 'qualify' | 'rule-out', language: 'fr' | 'en') =>
  (await door.read('sacha', `/cases/${id}/${page}`, language)).text;

describe.each(['qualify', 'rule-out'] as const)(
  'the page %s says what the record proposes (domain rules 1.3)',
  (page) => {
    it('in doubt a breach, and which parts nobody has said', async () => {
      expect(await read(page, 'en')).toContain('in doubt, it is a breach of personal data');
      const text = await read(page, 'fr');
      for (const words of [
        'dans le doute',
        'ne dit pas si la sécurité',
        'personne ne l’a dit',
        'C’est vous qui décidez',
      ]) {
        expect(text).toContain(words);
      }
    });

    it('a breach once the record says each part, with what was lost', async () => {
      await act({
        ...commands['record.change'],
        change: { data: ['contact-details'], origins: ['hacking-or-malware'], becameOfData: ['disclosure'] },
      });
      const text = await read(page, 'en');
      for (const words of ['it is a breach of personal data', 'the record names them', 'was lost: Confidentiality.']) {
        expect(text).toContain(words);
      }
      expect(text).not.toContain('in doubt, it is');
    });

    it('none where the assessment says that nothing was touched', async () => {
      await act({
        ...commands['risk.score'],
        score: scored({ data: [data('simple', 0, 'contact-details')], confidentiality: 'untouched' }),
        findings: found({ outflow: 'excluded', recipients: 'none' }),
      });
      expect(await read(page, 'fr')).toContain('ce n’est pas une violation de données personnelles');
      expect(await read(page, 'en')).toContain('Nothing happened to the data: the assessment of the risk says so.');
    });
  },
);
