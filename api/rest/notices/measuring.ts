import { z } from 'zod';
import { othersConfirmed } from '../../../domain/agreement/otherClients';
import { mayNoteNotice } from '../../../application/policies/notice';
import { Verdict } from '../../../domain/consultation/values';
import { UrgentHours } from '../../../domain/notice/answerDue';
import { Text } from '../../../domain/shared/answer';
import { idFrom } from '../../../domain/shared/idFrom';
import { defineAddition } from '../../http/defineRoute';
import { Id, line } from '../../http/fields';
import { common, note, SaidAt } from './noting';
import { noticePath } from './reads';
import { writtenExample } from './sending';
import { ContactId } from './views';

const DeclaredId = z
  .string()
  .min(1)
  .max(200)
  .nullable()
  .default(null)
  .meta({ description: 'measure of the incident, of this controller’s own part, whose words it has; null: none' });
const maybe = (description: string) => Text.nullable().default(null).meta({ description });

const Proposal = z
  .strictObject({
    declaredId: DeclaredId,
    what: maybe('what is to be done; null where a measure of the incident is named'),
    urgentHours: UrgentHours,
    othersConfirmed,
    at: SaidAt,
  })
  .meta({ id: 'MeasureProposal', description: 'A protective measure to be decided with the controller' });

const SpokenVerdict = z
  .strictObject({
    measureId: Id.meta({ description: 'the measure' }),
    verdict: Verdict.meta({ description: 'the controller’s word' }),
    text: maybe('why it objects, or to what it changes it'),
    contactId: ContactId,
    name: line('who said so'),
    function: line('as what'),
    at: SaidAt,
  })
  .meta({ id: 'SpokenVerdict', description: 'A contact answered on a measure on the telephone' });

const Taking = z
  .strictObject({
    measureId: Id.nullable().default(null).meta({ description: 'the measure; null: one that was not proposed' }),
    declaredId: DeclaredId,
    what: maybe('what was done; null: as it was proposed, or a measure of the incident is named'),
    reason: Text.meta({ description: 'why no answer could be awaited' }),
    othersConfirmed,
    at: SaidAt,
  })
  .meta({ id: 'MeasureTaking', description: 'A measure was taken without the controller’s word' });

const measureId = '0199e1f0-0000-7000-8000-000000000052';

/** Protective measures are decided with the controller (duty S3-05); it answers by its link, its case or a call noted. */
export const noticeMeasuring = [
  defineAddition({
    ...common,
    path: `${noticePath}/measures`,
    operationId: 'proposeMeasure',
    summary: 'Propose a protective measure to the controller',
    description:
      'It has the working days of the contract to answer, or urgent hours. The notice is not closed meanwhile.',
    policy: mayNoteNotice,
    body: Proposal,
    example: { body: { what: 'Fermer l’accès des partenaires.', urgentHours: 4 }, response: writtenExample },
    handler: (ctx, asked) => note(ctx, asked, { kind: 'proposeMeasure', measureId: idFrom(asked.key), ...asked.body }),
  }),
  defineAddition({
    ...common,
    path: `${noticePath}/measure-answers`,
    operationId: 'noteMeasureAnswer',
    summary: 'Note an answer on a measure that was given on the telephone',
    description: 'Agreed; objected to, with why; or changed, with to what.',
    policy: mayNoteNotice,
    body: SpokenVerdict,
    example: {
      body: {
        measureId,
        verdict: 'objected',
        text: 'Les soins en dépendent.',
        contactId: 'c1',
        name: 'Alix Témoin',
        function: 'DPO',
      },
      response: writtenExample,
    },
    handler: (ctx, asked) => note(ctx, asked, { kind: 'answerMeasure', via: 'call', ...asked.body }),
  }),
  defineAddition({
    ...common,
    path: `${noticePath}/measure-takings`,
    operationId: 'takeMeasure',
    summary: 'Say that a measure was taken without the controller’s word',
    description: 'One that waits for its answer, or a new one; in either case with why no answer could be awaited.',
    policy: mayNoteNotice,
    body: Taking,
    example: { body: { measureId, reason: 'Les données sortaient encore.' }, response: writtenExample },
    handler: (ctx, asked) => {
      const { measureId: known, ...said } = asked.body;
      return note(ctx, asked, { kind: 'takeMeasure', measureId: known ?? idFrom(asked.key), ...said });
    },
  }),
];
