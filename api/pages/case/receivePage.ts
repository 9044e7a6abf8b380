import { z } from 'zod';
import { type AskedOnReceipt, askedOnReceipt } from '../../../application/controllerCase/askedOnReceipt';
import { requestOfBringing } from '../../../application/controllerCase/broughtUnderKey';
import { receiveNotice } from '../../../application/controllerCase/receiveNotice';
import { zoneOf } from '../../../application/organisation/zoneOf';
import { mayOpenCase } from '../../../application/policies/controllerCase';
import { ReceiveNotice } from '../../../domain/controllerCase/receiveCommand';
import { readEnvelope } from '../../../domain/controllerCase/envelope';
import type { Language } from '../../../domain/letters/head';
import { instantIn } from '../../../domain/letters/writeInstant';
import { formPage } from '../../../templates/pages/formPage';
import { definePage } from '../../http/definePage';
import { OrgId } from '../../http/fields';
import { area, moment, nature, natureIn, options, orNone } from '../forms/kit';
import { again, answeredNow, findSame } from '../forms/once';
import { askedForm, readAnswers } from '../forms/asked';
import { type Question, type Raw, typedIn } from '../forms/question';
import { envelopeIn, proofQuestion } from '../forms/proof';
import { readSheet, type Sheet } from '../forms/sheet';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';

const PATH = '/cases/received';
const NONE = 'none';

const proof = proofQuestion('receive.proof', 'receive.proofHint');

type Place = { zone: string; language: Language };

const receipt = (zone: string, near: readonly string[] = []): Question =>
  moment('receivedAt', 'caseAsk.receivedAt', zone, null, { canBeNow: true, near });

/** When it was received, as far as somebody has typed it; null: not yet. */
const receiptIn = (raw: Raw | null, zone: string, now: Date): string | null =>
  raw && readSheet([receipt(zone)], raw, zone, now).sheet.instantOr('receivedAt');

/** What is asked beside the proof. It was received to the minute; within the minute of its signature, it was then. */
function questionsIn(place: Place, raw: Raw | null, asked: AskedOnReceipt): Question[] {
  const { zone } = place;
  const read = raw === null ? 'none' : readEnvelope(envelopeIn(typedIn(raw, proof)));
  const near = typeof read === 'string' ? [] : [read.header.madeAt];
  return [
    proof,
    ...sameCase(asked, place),
    ...whichContract(asked),
    receipt(zone, near),
    {
      name: 'certain',
      kind: 'pick',
      label: { key: 'caseAsk.certain' },
      options: options('certain', ['yes', 'no']),
      missing: 'err.choose',
    },
    area('text', 'receive.text', { optional: true, hint: { key: 'receive.textHint' } }),
    nature(true),
    moment('knownAt', 'caseAsk.knownAt', zone, null, { optional: true }),
  ];
}

/** Asked where a case of not long ago was opened by hand: the same notice makes one case, not two. */
const sameCase = ({ cases }: AskedOnReceipt, { zone, language }: Place): Question[] =>
  cases.length === 0
    ? []
    : [
        {
          name: 'caseId',
          kind: 'pick',
          label: { key: 'receive.sameCase' },
          hint: { key: 'receive.sameCaseHint' },
          options: [
            ...cases.map(({ id, reference, opened: { from, receivedAt } }) => ({
              value: id,
              label: `${reference}, ${from ?? '–'}, ${instantIn(receivedAt, language, zone)}`,
            })),
            { value: NONE, label: { key: 'receive.noCase' } },
          ],
          missing: 'err.choose',
        },
      ];

/** Asked where a firm has several contracts with us; whose notice it is, only its seal says. */
const whichContract = ({ contracts }: AskedOnReceipt): Question[] =>
  contracts.length === 0
    ? []
    : [
        orNone({
          name: 'agreementId',
          kind: 'select',
          label: { key: 'receive.contract' },
          hint: { key: 'receive.contractHint' },
          options: contracts.map(({ id, reference, firm }) => ({ value: id, label: `${reference}, ${firm}` })),
        }),
      ];

const receivedIn = (sheet: Sheet) => ({
  envelope: envelopeIn(sheet.text('envelope')),
  receivedAt: sheet.instant('receivedAt'),
  certain: sheet.text('certain') === 'yes',
  text: sheet.textOr('text') ?? undefined,
  nature: natureIn(sheet),
  knownAt: sheet.instantOr('knownAt'),
  caseId: saidIn(sheet, 'caseId'),
  agreementId: saidIn(sheet, 'agreementId'),
});

function saidIn(sheet: Sheet, name: string): string | undefined {
  const said = sheet.textOr(name);
  return said === null || said === NONE ? undefined : said;
}

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
      const { ctx, frame, names } = entered.value;
      const receivedAt = receiptIn(visit.refusal?.form ?? null, frame.zone, visit.now);
      const asked = await askedOnReceipt({ ctx, input: { receivedAt } });
      if (!asked.ok) return asked;
      const questions = questionsIn(frame, null, asked.value);
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
      async run({ ctx, params, now, language }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const zone = await zoneOf(ctx);
        const asked = await askedOnReceipt({ ctx, input: { receivedAt: receiptIn(raw, zone, now) } });
        if (!asked.ok) return asked;
        const questions = questionsIn({ zone, language }, raw, asked.value);
        const input = readAnswers({ questions, raw, zone, now }, ReceiveNotice, receivedIn);
        if (!input.ok) return input;
        const received = await receiveNotice({ ctx, input: { key, ...input.value } });
        const made = ({ id }: { id: string }): string => `/o/${params.orgId}/cases/${id}`;
        if (received.ok) return goTo(received.value.created ? made(received.value) : again(made(received.value)));
        const sent = { key, asked: requestOfBringing(input.value), moving: answeredNow(questions, raw) };
        const before = await findSame(ctx, received.error, sent);
        return before === null ? received : goTo(again(made(before)));
      },
    },
  });
