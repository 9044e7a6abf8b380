import { z } from 'zod';
import { readPersonsTexts } from '../../../application/controllerCase/personsTexts';
import { mayReadCases } from '../../../application/policies/controllerCase';
import { defineRead } from '../../http/defineRoute';
import { caseParams, casePath, tag } from './commands';
import { frozenTextShape } from './views';

const erased = (description: string) =>
  z
    .string()
    .nullable()
    .meta({ description: `${description}; null: it was erased` });

const PersonsTexts = z
  .strictObject({
    texts: z
      .array(z.strictObject({ ...frozenTextShape, subject: erased('its subject'), content: erased('its words') }))
      .meta({ description: 'none before a message was drafted' }),
  })
  .meta({ id: 'PersonsTexts', description: 'What the persons are told, word for word' });

export const personsTextsRoute = defineRead({
  path: `${casePath}/persons/texts`,
  operationId: 'readPersonsTexts',
  summary: 'Read what the persons are told',
  description: 'The message to each person and the public notice, as they were frozen with the newest draft.',
  tag,
  policy: mayReadCases,
  params: caseParams,
  status: 200,
  response: PersonsTexts,
  example: {
    response: {
      texts: [
        {
          text: 'message',
          language: 'fr',
          hash: '4be81c0795d2f3aa60c17be418a9d05f7c3322e1b64f0a9de2715c8803fd46b9',
          subject: 'Vos données personnelles\u00A0: ce qui s’est passé',
          content: 'Que s’est-il passé\u00A0?…',
        },
      ],
    },
  },
  async handler(ctx, { params: { caseId } }) {
    const read = await readPersonsTexts({ ctx, input: { caseId } });
    if (!read.ok) return read;
    const texts = read.value.map(({ text, language, documentId: hash, shown }) => {
      return { text, language, hash, subject: shown?.subject ?? null, content: shown?.text ?? null };
    });
    return { ok: true, value: { body: { texts } } };
  },
});
