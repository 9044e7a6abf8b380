import { z } from 'zod';
import { Touched } from '../../../domain/incident/vocabulary';
import { Instant } from '../../../domain/shared/instant';
import { TransferCause, Unagreed } from '../../../domain/transfer/events';
import { isSecret, type Transfer } from '../../../domain/transfer/fold';
import { Id } from '../../http/fields';
import { presentTold, ToldView } from '../atOnce/toldView';
import { erasableWords } from '../erasableWords';
import { numberedSchema } from '../written';

const SecrecyView = z.strictObject({
  ground: erasableWords('the law or order that forbids to tell'),
  until: Instant.nullable().meta({ description: 'when it ends, if that is known: controllers are told then' }),
  releasedAt: Instant.nullable().meta({ description: 'when it was said to have ended; null: nobody has said so' }),
  how: erasableWords('what ended it'),
  weighedAt: Instant.meta({ description: 'when somebody last recorded that the law forbids to tell' }),
  askedAt: Instant.nullable().meta({
    description: 'when management and DPO were last asked since whether it still does; null: they were not',
  }),
});

export const View = z
  .strictObject({
    id: Id,
    ref: z.string().meta({ description: '`TRF-…`' }),
    stage: z.enum(['TRANSFER_OPEN', 'TRANSFER_CLOSED']).meta({ description: 'where it stands' }),
    revision: z.int().positive().meta({ description: 'of its newest entry' }),
    cause: TransferCause.meta({ description: 'a legal compulsion, or a change of the instrument of a transfer' }),
    knownAt: Instant.meta({ description: 'when it was known here' }),
    source: erasableWords('who demands it, or which instrument changes'),
    text: erasableWords('what is demanded, or has changed'),
    countries: z.array(z.string()).meta({ description: 'of a transfer outside: where to, ISO 3166-1 alpha-2' }),
    unagreed: Unagreed.nullable().meta({
      description: 'of a transfer outside: why no agreement allows it; null: one does, or it is none',
    }),
    authorisedOn: z
      .string()
      .nullable()
      .meta({ description: 'day on which the controller authorised this very transfer' }),
    authorisedBy: erasableWords('who did, and by what paper'),
    touched: z.array(Touched).meta({ description: 'agreements whose controllers are told' }),
    secret: z.boolean().meta({ description: 'the law forbids to tell of it now' }),
    secrecy: SecrecyView.nullable().meta({ description: 'null: the law never forbade to tell' }),
    told: z.array(ToldView).meta({ description: 'controllers that were told' }),
    closedAt: Instant.nullable().meta({ description: 'null while it is open' }),
    outcome: erasableWords('what became of it; null while it is open'),
  })
  .meta({ id: 'Transfer', description: 'Data that are to leave otherwise than was agreed' });

export const Written = numberedSchema({ id: 'TransferWritten', ref: '`TRF-…`' });

export function present(transfer: Transfer, now: Date): z.output<typeof View> {
  const { id, reference: ref, stage, revision, recorded, secrecy, closed } = transfer;
  const { cause, knownAt, source, text, touched, countries, unagreed, authorisedOn, authorisedBy } = recorded;
  const outside = { countries: [...countries], unagreed, authorisedOn, authorisedBy };
  const known = { cause, knownAt, source, text, touched, ...outside, secret: isSecret(transfer, now), secrecy };
  const told = presentTold(transfer);
  return { id, ref, stage, revision, ...known, told, closedAt: closed?.at ?? null, outcome: closed?.outcome ?? null };
}

export const writtenExample = {
  id: '0199e1f0-0000-7000-8000-000000000061',
  ref: 'TRF-2026-42',
  seq: 42,
  revision: 1,
};

export const example: z.output<typeof View> = {
  id: writtenExample.id,
  ref: 'TRF-2026-42',
  stage: 'TRANSFER_OPEN',
  revision: 1,
  cause: 'compulsion',
  knownAt: '2026-05-13T08:00:00.000Z',
  source: 'Tribunal Témoin',
  text: 'Une réquisition demande la liste des bénéficiaires appelés en janvier.',
  countries: [],
  unagreed: null,
  authorisedOn: null,
  authorisedBy: null,
  touched: [{ agreementId: 'a1', role: 'processor' }],
  secret: false,
  secrecy: null,
  told: [],
  closedAt: null,
  outcome: null,
};
