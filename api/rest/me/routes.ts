import { z } from 'zod';
import { whoAmI } from '../../../application/people/whoAmI';
import { anyMember } from '../../../application/policies/asker';
import { Language } from '../../../domain/letters/head';
import { Role } from '../../../domain/shared/roles';
import { defineRead } from '../../http/defineRoute';
import { Id } from '../../http/fields';

const Me = z
  .strictObject({
    orgId: Id.meta({ description: 'the organisation in which this token is a member' }),
    organisation: z.string().meta({ description: 'as its notices say it' }),
    actor: z
      .strictObject({
        kind: z.enum(['person', 'tool']).meta({ description: 'a tool signals and reads, it never approves' }),
        id: Id.meta({ description: 'opaque id of the person, or name of the machine' }),
      })
      .meta({ description: 'who acts with this token' }),
    roles: z.array(Role).meta({ description: 'what this token may do' }),
    name: z.string().nullable().meta({ description: 'null for a tool, and once it was erased' }),
    language: Language.meta({ description: 'of the person; of the house for a tool' }),
  })
  .meta({ id: 'Me', description: 'Who this token speaks for, and where' });

export const meRoutes = [
  defineRead({
    path: '/api/v1/me',
    operationId: 'whoAmI',
    summary: 'Who this token speaks for',
    description: 'So that a program needs nothing but its token: the organisation stands in the answer.',
    tag: 'organisation',
    policy: anyMember,
    params: z.strictObject({}),
    status: 200,
    response: Me,
    example: {
      response: {
        orgId: '0199e1f0-0000-7000-8000-000000000001',
        organisation: 'Slime SAS',
        actor: { kind: 'person', id: '0199e1f0-0000-7000-8000-000000000002' },
        roles: ['O', 'IM'],
        name: 'Camille Modèle',
        language: 'fr',
      },
    },
    async handler(ctx) {
      const me = await whoAmI({ ctx });
      return me.ok ? { ok: true, value: { body: me.value } } : me;
    },
  }),
];
