import type { Context, Call } from '../ports/ports';
import type { Relay } from '../ports/relay';
import type { RelayTest } from '../ports/mailer';
import { envelopeIdOf, envelopePart } from '../../domain/delivery/envelopeId';
import { done, refused, type Result } from '../../domain/shared/errors';
import { maySetRelay } from '../policies/organisation';
import { changeOrganisation } from './changeOrganisation';
import { readOrganisation } from './readOrganisation';
import { plainHead } from './plainHead';

export type RelayTested = { relay: string; test: RelayTest };

/**
 * Sends a mail of no consequence to whoever asks. Taken by the relay, that is an entry, and the banner "the relay is
 * untested" ends. While the catching server stands in for a relay there is nothing to test. A repeat sends another mail
 * and writes nothing more.
 */
export async function testRelay({ ctx, input: { key } }: Call<{ key: string }>): Promise<Result<RelayTested>> {
  if (!maySetRelay(ctx)) return refused({ code: 'actor.forbidden' });
  const { relay } = ctx.ports;
  const asked = await readOrganisation({ ctx });
  if (!asked.ok) return asked;
  if (relay === null || asked.value.demonstration)
    return refused({ code: 'state.refused', state: 'CAUGHT', command: 'testRelay', allowed: [] });
  const { fingerprint } = relay;
  const command = { kind: 'noteRelayTested' as const, fingerprint };
  const set = await changeOrganisation(ctx, { key: `${key}/set`, command: { kind: 'setRelay', fingerprint } });
  if (!set.ok) return set;
  const test = await send(ctx, relay);
  if (test === null) return refused({ code: 'input.invalid', issues: [noAddress] });
  if (!test.accepted) return done({ relay: relay.name, test });
  const noted = await changeOrganisation(ctx, { key: `${key}/tested`, command });
  return noted.ok ? done({ relay: relay.name, test }) : noted;
}

const noAddress = { pointer: '', message: 'you have no address to which the test could go' };

async function send(ctx: Context, relay: Relay): Promise<RelayTest | null> {
  const { orgId, ports, actor } = ctx;
  const person = await ports.people.find(orgId, actor.id);
  const organisation = await readOrganisation({ ctx });
  if (person === null || !organisation.ok) return null;
  const id = ports.newId();
  const date = ports.now();
  const { name, timeZone } = organisation.value;
  const head = { ...plainHead({ reference: 'TEST', zone: timeZone, sender: name, now: date }), author: person.name };
  const letter = await ports.texts.render('relayTest', person.language, { head, relay: relay.name, nonce: id });
  const raw = await ports.mailer.compose({
    to: person.email,
    sender: letter.sender,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: `<${id}@${ports.settings.mailDomain}>`,
    date,
    language: person.language,
  });
  return relay.test({ to: person.email, raw, envelopeId: envelopeIdOf(orgId, envelopePart(orgId, id)) });
}
