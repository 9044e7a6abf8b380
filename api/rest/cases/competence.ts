import { z } from 'zod';
import { authorityRegion, type ControllerCase } from '../../../domain/controllerCase/case';
import { competentOf, toTell } from '../../../domain/controllerCase/competence';
import { authorityLimit } from '../../../domain/controllerCase/term';
import { Instant } from '../../../domain/shared/instant';

const countries = (description: string) =>
  z.array(z.string().meta({ description: 'ISO 3166-1 alpha-2' })).meta({ description });

export const CompetenceView = z
  .strictObject({
    rule: z
      .enum(['publicBody', 'territory', 'lead', 'noLead', 'noEstablishment'])
      .nullable()
      .meta({ description: 'why these authorities; null: it is not known which are competent' }),
    lacks: z
      .enum(['establishments', 'countries'])
      .nullable()
      .meta({ description: 'what is not recorded; until then any authority that is told counts' }),
    from: z
      .enum(['record', 'organisation', 'zone'])
      .nullable()
      .meta({ description: 'where it is said: in the case, by the organisation, or taken from its zone' }),
    toTell: z
      .array(
        z.strictObject({
          country: z.string().meta({ description: 'ISO 3166-1 alpha-2' }),
          toldAt: Instant.nullable().meta({ description: 'when an authority of it was first told' }),
          dueAt: Instant.nullable().meta({ description: 'limit while it is owed (strict count)' }),
        }),
      )
      .meta({ description: 'countries whose authority has to be told' }),
    asksCrossBorder: z.boolean().meta({
      description: 'nobody has said whether the processing is cross-border, and it would change whom to tell',
    }),
    name: countries('other countries of the EEA that the notification has to name'),
    outside: countries('countries outside the EEA whose persons are touched: their law is another question'),
  })
  .meta({ id: 'Competence', description: 'Which authorities are competent (GDPR Arts 55 and 56)' });

const nobody = { rule: null, lacks: null, from: null, toTell: [], asksCrossBorder: false, name: [], outside: [] };

export function presentCompetence(one: ControllerCase): z.output<typeof CompetenceView> {
  const competent = competentOf(one);
  if (!competent.known) return { ...nobody, lacks: competent.lacks };
  const { rule, from, asksCrossBorder, name, outside } = competent;
  const dueAt = authorityRegion(one) === 'PENDING' ? (authorityLimit(one)?.strict ?? null) : null;
  return {
    rule,
    lacks: null,
    from,
    toTell: toTell(one).map(({ country, toldAt }) => ({ country, toldAt, dueAt: toldAt === null ? dueAt : null })),
    asksCrossBorder,
    name,
    outside,
  };
}
