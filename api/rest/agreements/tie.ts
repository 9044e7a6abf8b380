import { tieAgreement } from '../../../application/agreement/tieAgreement';
import { mayRecordAgreement } from '../../../application/policies/agreement';
import { Tie } from '../../../domain/agreement/tie';
import { defineAddition } from '../../http/defineRoute';
import { agreementParams, agreementPath, tag } from './reads';
import { AgreementWritten, presentWritten, writtenExample } from './writes';

const NewTie = Tie.extend({}).meta({
  id: 'AgreementTie',
  description: 'Which organisation that uses Vigie the controller is',
});

export const tieRoutes = [
  defineAddition({
    path: `${agreementPath}/tie`,
    operationId: 'tieAgreement',
    summary: 'Say that the controller uses Vigie, in this installation or another',
    description:
      'By its own key, once it has recorded you with yours and lets your notices in; in another installation, with the address for exchange that it gave. From then on they open its cases by themselves.',
    tag,
    policy: mayRecordAgreement,
    params: agreementParams,
    body: NewTie,
    status: 200,
    response: AgreementWritten,
    example: {
      body: {
        key: 'vigie.test/slime+aa6ee002+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4',
        reason: 'Comparée au téléphone avec leur délégué.',
      },
      response: writtenExample,
    },
    async handler(ctx, { params: { agreementId }, body, key }) {
      return presentWritten(await tieAgreement({ ctx, input: { agreementId, key, tie: body } }));
    },
  }),
];
