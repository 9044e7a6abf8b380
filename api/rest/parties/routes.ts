import { z } from 'zod';
import { admitParty } from '../../../application/party/admitParty';
import { changePartyKey } from '../../../application/party/changePartyKey';
import { listParties, readParty } from '../../../application/party/readParties';
import { recordParty, type WrittenParty } from '../../../application/party/recordParty';
import { mayReadParties, mayRecordParty } from '../../../application/policies/party';
import { Admit, ChangeKey, RecordParty } from '../../../domain/party/decide';
import { Opens, PartyRole } from '../../../domain/party/events';
import type { Party } from '../../../domain/party/fold';
import type { Result } from '../../../domain/shared/errors';
import { type Answer, defineAddition, defineDecision, defineRead } from '../../http/defineRoute';
import { Id, orgParams, pageOf, pageQuery } from '../../http/fields';

const listPath = '/api/v1/organisations/{orgId}/parties';
const path = `${listPath}/{partyId}`;
const params = orgParams.extend({ partyId: Id.meta({ description: 'opaque id of the party' }) });
const tag = 'parties';

const View = z
  .strictObject({
    id: Id,
    role: PartyRole.meta({ description: 'what it is to us' }),
    name: z.string().nullable().meta({ description: 'its name; null where erased' }),
    key: z.string().nullable().meta({ description: 'key whose seal is believed to be theirs (C2SP vkey)' }),
    admits: z.boolean().meta({ description: 'its notices, from this installation or another, come in by themselves' }),
    opens: Opens.nullable().meta({
      description: 'what they open then: our case, or an incident that we tell of; null: not let in',
    }),
    exchangeUrl: z
      .string()
      .nullable()
      .meta({ description: 'where its own installation takes what we acknowledge and ask; null: it is of this one' }),
    revision: z.int().positive().meta({ description: 'of its newest entry' }),
  })
  .meta({ id: 'Party', description: 'Our record of a counterpart' });

const Written = z
  .strictObject({
    id: Id,
    seq: z.int().positive().meta({ description: 'number of the journal entry that holds it' }),
    revision: z.int().positive().meta({ description: 'revision that it made' }),
  })
  .meta({ id: 'PartyWritten', description: 'What became of a command' });

const NewParty = RecordParty.extend({}).meta({ id: 'NewParty', description: 'A counterpart' });
const NewKey = ChangeKey.extend({}).meta({ id: 'PartyKey', description: 'Another key of a counterpart' });

const Admission = Admit.extend({}).meta({
  id: 'PartyAdmission',
  description: 'Whether its notices come in by themselves',
});

const present = ({ id, role, name, key, admits, opens, exchangeUrl, revision }: Party): z.output<typeof View> => ({
  id,
  role,
  name,
  key,
  admits,
  opens,
  exchangeUrl,
  revision,
});

function presentWritten(written: Result<WrittenParty>): Answer<z.output<typeof Written>> {
  if (!written.ok) return written;
  const { id, seq, revision } = written.value;
  return { ok: true, value: { body: { id, seq, revision } } };
}

const key = 'vigie.test/slime+aa6ee002+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4';
const writtenExample = { id: '0199e1f0-0000-7000-8000-000000000080', seq: 12, revision: 1 };
const example: z.output<typeof View> = {
  id: writtenExample.id,
  role: 'processor',
  name: 'Prestataire d’enquêtes',
  key,
  admits: false,
  opens: null,
  exchangeUrl: null,
  revision: 1,
};

export const partyRoutes = [
  defineRead({
    path: listPath,
    operationId: 'listParties',
    summary: 'Counterparts',
    description: 'Our records of processors, controllers, authorities. Newest first.',
    tag,
    policy: mayReadParties,
    params: orgParams,
    query: pageQuery,
    status: 200,
    response: pageOf('PartyPage', View),
    example: { response: { items: [example], next: null } },
    async handler(ctx, { query: { after, limit } }) {
      const listed = await listParties({ ctx, input: { limit, ...(after && { after }) } });
      if (!listed.ok) return listed;
      const items = listed.value.map(present);
      const next = items.length === limit ? (items.at(-1)?.id ?? null) : null;
      return { ok: true, value: { body: { items, next } } };
    },
  }),

  defineAddition({
    path: listPath,
    operationId: 'recordParty',
    summary: 'Record a counterpart',
    description: 'With the public key that it gave you by another way: the seal of its notices is checked against it.',
    tag,
    policy: mayRecordParty,
    params: orgParams,
    body: NewParty,
    status: 201,
    response: Written,
    example: { body: { role: 'processor', name: 'Prestataire d’enquêtes', key }, response: writtenExample },
    async handler(ctx, { body, key: idempotency }) {
      return presentWritten(await recordParty({ ctx, input: { key: idempotency, record: body } }));
    },
  }),

  defineRead({
    path,
    operationId: 'readParty',
    summary: 'One counterpart',
    description: 'As its entries say now.',
    tag,
    policy: mayReadParties,
    params,
    status: 200,
    etag: true,
    response: View,
    example: { response: example },
    async handler(ctx, { params: { partyId } }) {
      const read = await readParty({ ctx, input: { partyId } });
      if (!read.ok) return read;
      return { ok: true, value: { body: present(read.value), headers: { ETag: `"${read.value.decided}"` } } };
    },
  }),

  defineDecision({
    path: `${path}/key`,
    operationId: 'changePartyKey',
    summary: 'Believe another key, or none',
    description: 'From then on; what was received before stays as it was.',
    tag,
    policy: mayRecordParty,
    params,
    body: NewKey,
    status: 200,
    response: Written,
    example: { body: { key, reason: 'Comparée au téléphone avec leur délégué.' }, response: writtenExample },
    async handler(ctx, { params: { partyId }, body, key: idempotency, decided }) {
      return presentWritten(await changePartyKey({ ctx, input: { partyId, key: idempotency, change: body, decided } }));
    },
  }),

  defineDecision({
    path: `${path}/admission`,
    operationId: 'admitParty',
    summary: 'Let its notices in by themselves, or no longer',
    description:
      'Where it uses Vigie, in this installation or, at `exchangeUrl`, in another: its half of the consent is the tie of its agreement.',
    tag,
    policy: mayRecordParty,
    params,
    body: Admission,
    status: 200,
    response: Written,
    example: { body: { admitted: true, reason: 'Convention signée.' }, response: { ...writtenExample, revision: 2 } },
    async handler(ctx, { params: { partyId }, body, key: idempotency, decided }) {
      return presentWritten(await admitParty({ ctx, input: { partyId, key: idempotency, admit: body, decided } }));
    },
  }),
];
