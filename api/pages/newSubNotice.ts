import { z } from 'zod';
import { receiveSubNotice } from '../../application/incident/receiveSubNotice';
import { zoneOf } from '../../application/organisation/zoneOf';
import { openImpliedNow } from '../../application/overview/openImpliedNow';
import { mayCommand } from '../../application/policies/incident';
import { receiveSubNoticeCommand } from '../../domain/incident/commands';
import { formPage } from '../../templates/pages/formPage';
import { definePage } from '../http/definePage';
import { OrgId } from '../http/fields';
import { again, answeredNow, findSame, onceQuery, openOnce } from './forms/once';
import { askedForm, readAnswers } from './forms/asked';
import { enterHouse, goTo, shownAs } from './frame';
import type { PageHouse } from './house';
import { agreementOptions, signedAgreements } from './incident/around';
import { judgeSubNotice, subNoticeIn, subNoticeQuestions } from './incident/subNoticeForm';

const PATTERN = '/o/{orgId}/sub-notice';
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
      const agreements = agreementOptions(await signedAgreements(ctx));
      const questions = subNoticeQuestions({ agreements, zone: frame.zone });
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
        const questions = subNoticeQuestions({ agreements: agreementOptions(await signedAgreements(ctx)), zone });
        const said = readAnswers({ questions, raw, zone, now }, receiveSubNoticeCommand, subNoticeIn, (sheet) =>
          judgeSubNotice(sheet, now),
        );
        if (!said.ok) return said;
        const written = await receiveSubNotice({ ctx, input: { key, said: said.value, language, exercise: false } });
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
