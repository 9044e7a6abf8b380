import { z } from 'zod';
import { receiveNotice } from '../../../application/controllerCase/receiveNotice';
import { zoneOf } from '../../../application/organisation/zoneOf';
import { mayOpenCase } from '../../../application/policies/controllerCase';
import { ReceiveNotice } from '../../../domain/controllerCase/commands';
import { readEnvelope } from '../../../domain/controllerCase/envelope';
import { formPage } from '../../../templates/pages/formPage';
import { definePage } from '../../http/definePage';
import { OrgId } from '../../http/fields';
import { area, moment, nature, natureIn, options } from '../forms/kit';
import { again } from '../forms/once';
import { askedForm, readAnswers } from '../forms/asked';
import { type Question, type Raw, typedIn } from '../forms/question';
import { envelopeIn, proofQuestion } from '../forms/proof';
import type { Sheet } from '../forms/sheet';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';

const PATH = '/cases/received';

const proof = proofQuestion('receive.proof', 'receive.proofHint');

/** What is asked beside the proof. It was received to the minute; within the minute of its signature, it was then. */
function questionsIn(zone: string, raw: Raw | null): Question[] {
  const read = raw === null ? 'none' : readEnvelope(envelopeIn(typedIn(raw, proof)));
  const near = typeof read === 'string' ? [] : [read.header.madeAt];
  return [
    proof,
    moment('receivedAt', 'caseAsk.receivedAt', zone, null, { canBeNow: true, near }),
    {
      name: 'certain',
      kind: 'pick',
      label: { key: 'caseAsk.certain' },
      options: options('certain', ['yes', 'no']),
      missing: 'err.choose',
    },
    area('text', 'caseAsk.text'),
    nature(true),
    moment('knownAt', 'caseAsk.knownAt', zone, null, { optional: true }),
  ];
}

const receivedIn = (sheet: Sheet) => ({
  envelope: envelopeIn(sheet.text('envelope')),
  receivedAt: sheet.instant('receivedAt'),
  certain: sheet.text('certain') === 'yes',
  text: sheet.text('text'),
  nature: natureIn(sheet),
  knownAt: sheet.instantOr('knownAt'),
});

/** "They sent us a notice": its signed proof opens the case, or is added to it; what is not believed is refused, and why. */
export const receivePageOf = (house: PageHouse) =>
  definePage({
    path: `/o/{orgId}${PATH}`,
    audience: 'member',
    policy: mayOpenCase,
    params: z.object({ orgId: OrgId }),
    async render(visit) {
      const entered = await enterHouse(house, visit, 'cases', PATH);
      if (!entered.ok) return entered;
      const { frame, names } = entered.value;
      const questions = questionsIn(frame.zone, null);
      return shownAs(
        formPage(frame, {
          ...askedForm(questions, visit, { frame, names }),
          action: PATH,
          back: '/cases',
          crumbs: [{ href: '/cases', label: { key: 'nav.cases' } }],
          title: { key: 'receive.title' },
          intro: [{ key: 'receive.intro' }],
          ways: [
            { href: '/parties', label: { key: 'receive.parties' } },
            { href: '/cases/new', label: { key: 'receive.byHand' } },
          ],
          submit: { key: 'receive.go' },
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params, now }, { form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const zone = await zoneOf(ctx);
        const input = readAnswers({ questions: questionsIn(zone, raw), raw, zone, now }, ReceiveNotice, receivedIn);
        if (!input.ok) return input;
        const received = await receiveNotice({ ctx, input: input.value });
        if (!received.ok) return received;
        const made = `/o/${params.orgId}/cases/${received.value.id}`;
        return goTo(received.value.created ? made : again(made));
      },
    },
  });
