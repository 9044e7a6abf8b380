import { z } from 'zod';
import { readAgreement } from '../../application/agreement/readAgreement';
import { tieAgreement } from '../../application/agreement/tieAgreement';
import { mayRecordAgreement } from '../../application/policies/agreement';
import { Tie } from '../../domain/agreement/tie';
import { formPage } from '../../templates/pages/formPage';
import { definePage } from '../http/definePage';
import { Id, OrgId } from '../http/fields';
import { area } from './forms/kit';
import { askedForm, readAnswers } from './forms/asked';
import { exchangeQuestion } from './forms/exchangeQuestion';
import type { Question } from './forms/question';
import { enterHouse, goTo, shownAs } from './frame';
import type { PageHouse } from './house';

const questions: readonly Question[] = [
  { name: 'key', kind: 'text', label: { key: 'tie.key' }, hint: { key: 'parties.fieldKeyHint' }, optional: true },
  exchangeQuestion('exchange.urlTie'),
  area('reason', 'parties.reason'),
];

/** The controller of an agreement is an organisation of this installation, or of another: its notices open its cases there. */
export const tiePageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/agreements/{agreementId}/tie',
    audience: 'member',
    policy: mayRecordAgreement,
    params: z.object({ orgId: OrgId, agreementId: Id }),
    async render(visit) {
      const { agreementId } = visit.params;
      const path = `/agreements/${agreementId}`;
      const entered = await enterHouse(house, visit, 'agreements', `${path}/tie`);
      if (!entered.ok) return entered;
      const { ctx, frame, names } = entered.value;
      const read = await readAgreement({ ctx, input: { agreementId } });
      if (!read.ok) return read;
      const { reference, inside, outside } = read.value.agreement;
      return shownAs(
        formPage(frame, {
          ...askedForm(questions, visit, { frame, names }),
          action: `${path}/tie`,
          back: path,
          crumbs: [
            { href: '/agreements', label: { key: 'nav.agreements' } },
            { href: path, label: reference },
          ],
          title: { key: 'tie.title' },
          intro: [{ key: 'tie.intro' }, { key: inside === null && outside === null ? 'tie.first' : 'tie.end' }],
          ways: [{ href: '/parties', label: { key: 'tie.own' } }],
          submit: { key: 'ask.go' },
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params: { orgId, agreementId } }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const tie = readAnswers({ questions, raw }, Tie, ({ text, textOr }) => ({
          key: textOr('key'),
          exchangeUrl: textOr('exchangeUrl'),
          reason: text('reason'),
        }));
        if (!tie.ok) return tie;
        const tied = await tieAgreement({ ctx, input: { agreementId, key, tie: tie.value } });
        return tied.ok ? goTo(`/o/${orgId}/agreements/${agreementId}`) : tied;
      },
    },
  });
