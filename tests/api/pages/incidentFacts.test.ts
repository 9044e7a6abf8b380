import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
});
afterAll(() => door.stop());

const itemOf = (html: string, letter: string): string => {
  const start = html.indexOf(`id="item-${letter}"`);
  return html.slice(start, html.indexOf('</li>', start));
};

describe('the page of an incident', () => {
  it('shows as contact what would be sent: that of the contract, where nobody wrote another', async () => {
    const { text } = await door.read('ines', `/incidents/${told.stolen.id}`);
    const contact = itemOf(text, 'b');
    expect(contact).toMatch(/<p>[^<]+, /);
    expect(contact).not.toContain('Manque avant l’envoi');
    expect(itemOf(text, 'c')).toContain('Manque avant l’envoi');
  });

  it('shows the kind and the severity that were declared', async () => {
    const path = `/incidents/${told.ransomware.id}`;
    expect((await door.read('ines', path)).text).toMatch(/Rançongiciel · gravité pour l’organisation\s: /);
    expect((await door.read('ines', path, 'en')).text).toMatch(/Ransomware · severity for the organisation: [a-z]/);
    expect((await door.read('ines', `/incidents/${told.scan}`)).text).not.toContain('gravité pour');
  });

  it('asks the origin of the breach beside its cause, in the published terms, and keeps both', async () => {
    const place = `/incidents/${told.stolen.id}/fact`;
    expect((await door.read('ines', place)).text).toContain('Équipement perdu ou volé');
    const answers = { agreementId: 'all', cause: 'external-malicious', origin: 'equipment-lost-or-stolen' };
    const sent = await door.send('ines', place, { ...answers, ongoing: 'keep', malicious: 'keep' });
    expect(sent.status).toBe(303);
    const { night, stolen } = told;
    const incident = await night.ports.projections.read(night.orgId, 'incident', stolen.id);
    expect(incident?.facts.common).toMatchObject({ cause: 'external-malicious', origin: 'equipment-lost-or-stolen' });
  });
});
