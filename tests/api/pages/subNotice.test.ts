import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'no-redundant-role': 'off', 'long-title': 'off' },
});

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let made: string;

const filled = (agreementId: string, more: Record<string, string> = {}) => ({
  chain: 'Hébergeur Fictif\nSauveur Fictif',
  toldBy: 'Sam Fictif, astreinte',
  phone: '+33 1 99 00 00 55',
  reference: 'HF-88',
  receivedAtNow: 'yes',
  certain: 'yes',
  [`touched.${agreementId}`]: agreementId,
  'nature.confidentiality': 'confidentiality',
  text: 'Une sauvegarde a été lue par un tiers.',
  a: 'Une sauvegarde a été lue.',
  persons: '400',
  ...more,
});

beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
  const sent = await door.send('ines', '/sub-notice', filled(told.night.agreements.val));
  made = (sent.headers.get('location') ?? '').replace(`/o/${told.night.orgId}`, '');
}, 60_000);
afterAll(() => door.stop());

describe('a sub-processor’s notice on its pages', () => {
  it.each(['fr', 'en'] as const)(
    'is valid HTML in %s',
    async (language) => {
      const faults: string[] = [];
      for (const path of [
        '/sub-notice',
        `/incidents/${told.stolen.id}/sub-notice`,
        made,
        `${made}/aware`,
        '/incidents',
        '',
      ]) {
        const answer = await door.read('ines', path, language);
        const report = await validator.validateString(answer.text);
        const messages = report.results.flatMap(({ messages: all }) => all.map(({ message }) => message));
        if (messages.length > 0 || ![200, 303].includes(answer.status))
          faults.push(`${path} ${answer.status} ${messages[0]}`);
      }
      expect(faults).toEqual([]);
    },
    60_000,
  );

  it('recorded as something new, is an incident of its own with a limit that runs and what was told', async () => {
    expect(made).toMatch(/^\/incidents\/[\w-]+$/);
    const { text } = await door.read('ines', made, 'fr');
    for (const words of [
      'Hébergeur Fictif ← Sauveur Fictif',
      'HF-88',
      'Reçu de sous-traitants ultérieurs',
      'Relais vers',
      'une fois l’incident déclaré',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('that comes back on itself is refused at its field, with everything typed', async () => {
    const twice = filled(told.night.agreements.val, { chain: 'Hébergeur Fictif\nhébergeur fictif' });
    const refused = await door.send('ines', '/sub-notice', twice);
    const { text } = refused;
    expect(text).toContain('La chaîne revient');
    expect(text).toContain('Une sauvegarde a été lue par un tiers.');
  });

  it('of an incident that is there is added to it', async () => {
    const doubt = filled(told.night.agreements.val, { certain: 'no', chain: 'Autre Fictif' });
    const sent = await door.send('ines', `/incidents/${told.stolen.id}/sub-notice`, doubt);
    expect(sent.headers.get('location')).toBe(`/o/${told.night.orgId}/incidents/${told.stolen.id}`);
    const { text } = await door.read('ines', `/incidents/${told.stolen.id}`, 'fr');
    expect(text).toContain('Simple soupçon');
  });
});
