import { z } from 'zod';
import { addMember } from '../../../application/people/addMember';
import { changeContact } from '../../../application/people/changeContact';
import { changeMember } from '../../../application/people/changeMember';
import { forgetMember } from '../../../application/people/forgetMember';
import { listMembers } from '../../../application/people/listMembers';
import { removeMember } from '../../../application/people/removeMember';
import { mayForgetMember, mayManageMembers, mayReadMembers } from '../../../application/policies/organisation';
import { defineAddition, defineDecision, defineRead } from '../../http/defineRoute';
import { Id, orgParams, Written } from '../../http/fields';
import { Contact, memberExample, memberParams, MemberView, NewMember, presentMember, Roles } from './shapes';

const path = '/api/v1/organisations/{orgId}/members';
const tag = 'members';

const Members = z
  .strictObject({ items: z.array(MemberView).meta({ description: 'in the order in which they came' }) })
  .meta({ id: 'Members', description: 'Everybody who is or was a member' });

const Added = Written.extend({ personId: Id }).meta({ id: 'MemberAdded', description: 'The new member' });
const NewRoles = z.strictObject({ roles: Roles }).meta({ id: 'NewRoles', description: 'The roles from now on' });
const Forgetting = z.strictObject({}).meta({ id: 'Forgetting', description: 'Nothing to say' });
const Departure = z.strictObject({}).meta({ id: 'Departure', description: 'Nothing to say' });

export const memberRoutes = [
  defineRead({
    path,
    operationId: 'listMembers',
    summary: 'Members, present and past',
    description: 'Names come from outside the journal; who was erased keeps an opaque id.',
    tag,
    policy: mayReadMembers,
    params: orgParams,
    status: 200,
    etag: true,
    response: Members,
    example: { response: { items: [memberExample] } },
    async handler(ctx) {
      const listed = await listMembers({ ctx });
      if (!listed.ok) return listed;
      const items = listed.value.members.map(presentMember);
      return { ok: true, value: { body: { items }, headers: { ETag: `"${listed.value.decided}"` } } };
    },
  }),

  defineAddition({
    path,
    operationId: 'addMember',
    summary: 'Add a member',
    description: 'The journal gets an opaque id and the roles; name and addresses are kept apart.',
    tag,
    policy: mayManageMembers,
    params: orgParams,
    body: NewMember,
    status: 201,
    response: Added,
    example: {
      body: { name: 'Camille Modèle', email: 'camille@exemple.fr', phone: null, language: 'fr', roles: ['O', 'IM'] },
      response: { seq: 4, personId: memberExample.personId },
    },
    async handler(ctx, { body: { roles, ...name }, key }) {
      const added = await addMember({ ctx, input: { key, roles, name } });
      return added.ok ? { ok: true, value: { body: added.value } } : added;
    },
  }),

  defineDecision({
    path: `${path}/{personId}/roles`,
    operationId: 'changeMemberRoles',
    summary: 'Give a member other roles',
    description: 'Tokens that claim more lose at once what is taken away. The last director cannot step down.',
    tag,
    policy: mayManageMembers,
    params: memberParams,
    body: NewRoles,
    status: 200,
    response: Written,
    example: { body: { roles: ['DPO'] }, response: { seq: 5 } },
    async handler(ctx, { params: { personId }, body: { roles }, key, decided }) {
      const changed = await changeMember({ ctx, input: { key, personId, roles, decided } });
      return changed.ok ? { ok: true, value: { body: changed.value } } : changed;
    },
  }),

  defineDecision({
    path: `${path}/{personId}/departure`,
    operationId: 'removeMember',
    summary: 'Let a member leave',
    description: 'Every token of that person is dead from this entry on. The last director cannot leave.',
    tag,
    policy: mayManageMembers,
    params: memberParams,
    body: Departure,
    status: 200,
    response: Written,
    example: { body: {}, response: { seq: 6 } },
    async handler(ctx, { params: { personId }, key, decided }) {
      const left = await removeMember({ ctx, input: { key, personId, decided } });
      return left.ok ? { ok: true, value: { body: left.value } } : left;
    },
  }),

  defineAddition({
    path: `${path}/{personId}/contact`,
    operationId: 'changeMemberContact',
    summary: 'Change how a member is called and reached',
    description: 'One’s own, or any by management. The journal says that it changed, not to what.',
    tag,
    policy: mayReadMembers,
    params: memberParams,
    body: Contact,
    status: 200,
    response: Written,
    example: {
      body: { name: 'Camille Modèle', email: 'camille@exemple.fr', phone: '+33 1 99 00 00 21', language: 'fr' },
      response: { seq: 7 },
    },
    async handler(ctx, { params: { personId }, body: name, key }) {
      const changed = await changeContact({ ctx, input: { key, personId, name } });
      return changed.ok ? { ok: true, value: { body: changed.value } } : changed;
    },
  }),

  defineAddition({
    path: `${path}/{personId}/erasure`,
    operationId: 'forgetMember',
    summary: 'Erase the name of somebody who has left',
    description: 'Name and addresses go for ever; what the person did stays under an opaque id.',
    tag,
    policy: mayForgetMember,
    params: memberParams,
    body: Forgetting,
    status: 200,
    response: Written,
    example: { body: {}, response: { seq: 8 } },
    async handler(ctx, { params: { personId }, key }) {
      const forgotten = await forgetMember({ ctx, input: { key, personId } });
      return forgotten.ok ? { ok: true, value: { body: forgotten.value } } : forgotten;
    },
  }),
];
