import type { mongo } from 'mongoose';
import type { Name, People, Person } from '../../application/ports/people';
import type { Member } from '../../domain/organisation/fold';
import { presentOrg } from './presentOrg';

type Row = Name & { orgId: string; personId: string };

/** Names and addresses, erasable. `membersOf` gives the present and past members as the journal says. */
export async function createMongoPeople(
  db: mongo.Db,
  membersOf: (orgId: string) => Promise<readonly Member[]>,
): Promise<People> {
  const rows = db.collection<Row>('people', { writeConcern: { w: 'majority', journal: true } });
  await rows.createIndex({ orgId: 1, personId: 1 }, { unique: true });

  const names: People['names'] = async (orgId) => {
    const found = await rows.find({ orgId: presentOrg(orgId) }).toArray();
    return new Map(
      found.map(({ personId, name, email, phone, language }) => [personId, { name, email, phone, language }]),
    );
  };

  const present = async (orgId: string): Promise<Person[]> => {
    const [known, members] = await Promise.all([names(orgId), membersOf(orgId)]);
    return members.flatMap(({ personId, roles, until }) => {
      const name = known.get(personId);
      return name === undefined || until !== null ? [] : [{ id: personId, ...name, roles }];
    });
  };

  return {
    names,
    withRoles: async (orgId, roles) =>
      (await present(orgId)).filter((person) => person.roles.some((role) => roles.includes(role))),
    find: async (orgId, personId) => (await present(orgId)).find(({ id }) => id === personId) ?? null,
    put: async (orgId, personId, { name, email, phone, language }) => {
      const place = { orgId: presentOrg(orgId), personId };
      await rows.updateOne(place, { $set: { name, email, phone, language } }, { upsert: true });
    },
    forget: async (orgId, personId) => {
      await rows.deleteOne({ orgId: presentOrg(orgId), personId });
    },
  };
}
