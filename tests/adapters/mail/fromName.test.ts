import { describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { composeMail } from '../../../adapters/mail/compose';

const installation = { name: 'Vigie', address: 'vigie@slime.example' };

async function compose(sender: string | undefined) {
  const raw = await composeMail(installation, {
    to: 'dpo@aube.example',
    ...(sender !== undefined && { sender }),
    subject: 'Essai',
    text: 'Essai',
    messageId: '<d1@slime.example>',
    date: new Date('2026-03-27T09:20:00Z'),
  });
  const [head = ''] = raw.toString('latin1').split('\r\n\r\n');
  return { head, from: (await simpleParser(raw)).from?.value };
}

describe('who a mail says it is from', () => {
  it.each([
    ['Slime SAS', 'Slime SAS via Vigie'],
    ['Écoute & Enquêtes SCOP', 'Écoute & Enquêtes SCOP via Vigie'],
    ['Dupont, Durand et fils', 'Dupont, Durand et fils via Vigie'],
    ['Mairie "Le Val" <x>', 'Mairie Le Val x via Vigie'],
    ['Slime\r\nBcc: evil@evil.example', 'Slime Bcc: evil@evil.example via Vigie'],
    ['evil@evil.example, Slime', 'evil@evil.example, Slime via Vigie'],
    ['é'.repeat(300), `${'é'.repeat(80)} via Vigie`],
    [' \u202e\u0000 ', 'Vigie'],
    [undefined, 'Vigie'],
  ])('of %j is %j, at the one address of the installation', async (organisation, name) => {
    const { head, from } = await compose(organisation);
    expect(from).toEqual([{ address: 'vigie@slime.example', name }]);
    expect(head).toMatch(/^From: /m);
    expect(head.match(/^(Bcc|Cc|To|From):/gim)).toHaveLength(2);
    for (const line of head.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
  });
});
