import { tieAgreement } from '../../application/agreement/tieAgreement';
import { admitParty } from '../../application/party/admitParty';
import { recordParty } from '../../application/party/recordParty';
import type { Context } from '../../application/ports/ports';
import { must } from './realHouse';

/** Both sides agree that the controller of an agreement is this organisation: each names the other by its key. */
export async function consentInside(processor: Context, controller: Context, agreementId: string): Promise<void> {
  const { notary } = processor.ports.proofs;
  const record = { role: 'processor' as const, name: 'SLIME', key: await notary.verifierKey(processor.orgId) };
  const { id: partyId } = must(await recordParty({ ctx: controller, input: { key: 'party', record } }));
  const admit = { admitted: true, opens: null, exchangeUrl: null, reason: 'convention' };
  must(await admitParty({ ctx: controller, input: { partyId, key: 'admit', admit } }));
  const tie = { key: await notary.verifierKey(controller.orgId), exchangeUrl: null, reason: 'comparée au téléphone' };
  must(await tieAgreement({ ctx: processor, input: { agreementId, key: 'tie', tie } }));
}
