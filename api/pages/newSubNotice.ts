import { z } from 'zod';
import { receiveSealed, type SealedSaid } from '../../application/incident/receiveSealed';
import { receiveSubNotice } from '../../application/incident/receiveSubNotice';
import { zoneOf } from '../../application/organisation/zoneOf';
import { openImpliedNow } from '../../application/overview/openImpliedNow';
import { mayCommand } from '../../application/policies/incident';
import { type CommandOf, receiveSubNoticeCommand } from '../../domain/incident/commands';
import { formPage } from '../../templates/pages/formPage';
import { definePage } from '../http/definePage';
import { OrgId } from '../http/fields';
import { again, answeredNow, findSame, onceQuery, openOnce } from './forms/once';
import { askedForm, readAnswers } from './forms/asked';
import { confirmedIn, withBox } from './forms/othersBox';
import { envelopeIn, proofQuestion } from './forms/proof';
import { type Question, typedIn } from './forms/question';
import { enterHouse, goTo, shownAs } from './frame';
import type { PageHouse } from './house';
import { agreementOptions, firmsOf, signedAgreements } from './incident/around';
import { judgeSubNotice, subNoticeIn, subNoticeQuestions } from './incident/subNoticeForm';

const PATTERN = '/o/{orgId}/sub-notice';
const proof: Question = { ...proofQuestion('subNotice.proof', 'subNotice.proofHint'), optional: true };
const pathOf = ({ id }: { id: string }): string => `/incidents/${id}`;

/** "A sub-processor tells us of a breach": from the button on, the limit runs from the receipt. */
export const newSubNoticePageOf = (house: PageHouse) =>
  definePage({
    path: PATTERN,
    audience: 'member',
    policy: (asker) => mayCommand(asker, 'subNotice.receive'),
    params: z.object({ orgId: OrgId }),
    query: z.object(onceQuery),
    async render(visit) {
      const opened = await openOnce(visit, { pattern: PATTERN, path: '/sub-notice', madeAt: pathOf });
      if ('led' in opened) return opened.led;
      const { key, action, here } = opened.form;
      const entered = await enterHouse(house, visit, 'incidents', here);
      if (!entered.ok) return entered;
      const { ctx, frame, names } = entered.value;
      const signed = await signedAgreements(ctx);
      const asked = { agreements: agreementOptions(signed), firms: firmsOf(signed), zone: frame.zone };
      const questions = withBox([proof, ...subNoticeQuestions(asked)], visit.refusal);
      return shownAs(
        formPage(frame, {
          ...askedForm(questions, visit, { frame, names }),
          action,
          back: '/incidents',
          key,
          crumbs: [{ href: '/incidents', label: { key: 'nav.incidents' } }],
          title: { key: 'ask.subNotice' },
          intro: [{ key: 'subNotice.intro' }],
          warning: { key: 'subNotice.warning' },
          submit: { key: 'ask.go' },
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params, now, language }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const zone = await zoneOf(ctx);
        const agreements = agreementOptions(await signedAgreements(ctx));
        const questions = [proof, ...subNoticeQuestions({ agreements, zone })];
        const said = readAnswers(
          { questions, raw, zone, now },
          receiveSubNoticeCommand,
          (sheet) => ({ ...subNoticeIn(sheet), ...confirmedIn(raw) }),
          (sheet) => judgeSubNotice(sheet, now),
        );
        if (!said.ok) return said;
        const envelope = typedIn(raw, proof).trim();
        const input = { key, said: said.value, language, exercise: false };
        const written = await (envelope === ''
          ? receiveSubNotice({ ctx, input })
          : receiveSealed({
              ctx,
              input: { envelope: envelopeIn(envelope), said: belowProof(said.value), language, key },
            }));
        const made = (one: { id: string }): string => `/o/${params.orgId}${pathOf(one)}`;
        if (written.ok) {
          await openImpliedNow(ctx, written.value.id).catch(() => undefined);
          return goTo(written.value.created ? made(written.value) : again(made(written.value)));
        }
        const sent = { key, asked: said.value, moving: answeredNow(questions, raw) };
        const before = await findSame(ctx, written.error, sent);
        return before === null ? written : goTo(again(made(before)));
      },
    },
  });

/** Who told it is named by the proof: the chain says who stands below. */
function belowProof({
  kind: _kind,
  chain,
  alsoFrom: _none,
  reference: _reference,
  ...rest
}: CommandOf<'subNotice.receive'>): SealedSaid {
  return { ...rest, below: chain.slice(1) };
}
