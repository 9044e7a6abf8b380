import { commandCase } from '../../application/controllerCase/commandCase';
import { openCase } from '../../application/controllerCase/openCase';
import { readControllerCase } from '../../application/controllerCase/readCases';
import { readRecipientLists } from '../../application/controllerCase/recipientLists';
import { type SendToPersons, sendToPersons } from '../../application/controllerCase/sendToPersons';
import { uploadRecipients } from '../../application/controllerCase/uploadRecipients';
import type { CaseCommand } from '../../domain/controllerCase/commands';
import type { OutcomeResult } from '../../domain/delivery/events';
import { commands, opening } from './caseStory';
import { createIncidentHouse } from './incidentHouse';
import { must } from './realHouse';

export const received = '2026-05-13T08:00:00.000Z';

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}

/** A list of so many, each with a name and no language. */
export const people = (count: number): string =>
  ['email;name;language', ...Array.from({ length: count }, (_, n) => `p${n + 1}@b.example;Person ${n + 1};`)].join(
    '\n',
  );

/** A case of a high risk with its message drafted in both languages, and a relay: whoever is on a list can be told. */
export async function createPersonsHouse() {
  const house = await createIncidentHouse();
  const { ports } = house.engine;
  const test = async () => ({ accepted: false as const, replyCode: null, step: '' });
  ports.relay = { name: 'relay', fingerprint: 'f', test };
  const given = opening({ receivedAt: received });
  const caseId = must(await openCase({ ctx: house.manager, input: { key: 'open', opening: given } })).id;
  const act = (command: CaseCommand, ctx = house.director, key = house.newKey()) =>
    commandCase({ ctx, input: { caseId, key, command } });
  must(await act(commands.qualify, house.dpo));
  must(await act(commands['risk.score'], house.dpo));
  must(await act(commands['risk.decide']));
  must(await act({ ...commands['persons.draft'], en: 'A binder was sent.' }));

  const upload = (text: string, key = house.newKey(), ctx = house.dpo) =>
    uploadRecipients({ ctx, input: { caseId, key, bytes: bytesOf(text) } });

  return {
    ...house,
    caseId,
    act,
    upload,
    later: (ms: number) => void (house.clock.now = new Date(house.clock.now.getTime() + ms)),
    read: async () => must(await readControllerCase({ ctx: house.dpo, input: { caseId } })),
    lists: async () => must(await readRecipientLists({ ctx: house.dpo, input: { caseId } })),
    /** Accepts a list of so many; its id. */
    async begun(count: number): Promise<string> {
      const { listId } = must(await upload(people(count)));
      must(await act({ kind: 'persons.send', listId, concerned: null }));
      return listId;
    },
    carry: (more: Partial<SendToPersons> = {}) => sendToPersons({ ctx: house.engine, input: { caseId, ...more } }),
    /** A relay that gives this answer itself, to whom is meant; what makes it usual again. */
    answering(result: OutcomeResult, isFor: (to: string) => boolean = () => true) {
      const { send } = ports.mailer;
      ports.mailer.send = async (mail) =>
        isFor(mail.to) && (await mail.mayLeave) ? { result, replyCode: null } : send(mail);
      return () => void (ports.mailer.send = send);
    },
    /** The ENVID of the last mail that left for somebody. */
    envelopeOf(to: string): string {
      const raw = house.mails.findLast((mail) => mail.to === to)?.raw ?? '';
      return `${house.engine.orgId}/${/^Message-ID:\s+<([^@]+)@/m.exec(raw)?.[1]}`;
    },
    /** Whom a mail has left for. */
    told: () => house.mails.filter(({ to }) => to.endsWith('@b.example')).map(({ to }) => to),
  };
}

export type PersonsHouse = Awaited<ReturnType<typeof createPersonsHouse>>;
