import type { Addressee, Head } from '../../domain/letters/head';
import type { Block } from '../blocks/block';
import { facts, heading } from '../blocks/build';
import { writeUtc } from '../grammar';
import type { Speaker } from '../speaker';

export type VersionKind = 'initial' | 'complete' | 'supplement' | 'withdrawal';

/** Reference, version, addressee and contract, who wrote, under which law (domain rules section 8, common fields). */
export function identity(head: Head, addressee: Addressee, kind: VersionKind | null, speaker: Speaker): Block[] {
  const { say } = speaker;
  const { controller, agreement, agreementVersion, service } = addressee;
  const { reference, version, writtenAt, sender, author, approver, lawProfile } = head;
  const rows: (readonly [string, string] | null)[] = [
    [say('head.reference'), reference],
    version === null || kind === null ? null : [say('head.version'), say(`head.version.${kind}`, { version })],
    [say('head.sender'), sender],
    [say('head.controller'), controller],
    [say('head.addressee'), speaker.recipient(addressee)],
    [say('head.agreement'), say('head.agreementVersion', { agreement, version: agreementVersion })],
    [say('head.service'), service],
    [say('head.writtenAt'), say('instantUtc', { instant: writtenAt, utc: writeUtc(writtenAt) })],
    [say('head.author'), author ?? say('head.authorEngine')],
    approver === null ? null : [say('head.approver'), approver],
    [say('head.lawProfile'), lawProfile],
    [say('head.marking'), say('foot.marking')],
  ];
  return [heading(say('head.title')), facts(...rows.filter((row) => row !== null))];
}
