import { z } from 'zod';
import { admitParty } from '../../../application/party/admitParty';
import { readParty } from '../../../application/party/readParties';
import { mayRecordParty } from '../../../application/policies/party';
import { Admit, OPENED_BY } from '../../../domain/party/decide';
import { Opens, type PartyRole } from '../../../domain/party/events';
import { formPage } from '../../../templates/pages/formPage';
import { phrase } from '../../../templates/pages/words/word';
import { definePage } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { area, options } from '../forms/kit';
import { saved } from '../forms/once';
import { askedForm, readAnswers } from '../forms/asked';
import { exchangeQuestion } from '../forms/exchangeQuestion';
import type { Question } from '../forms/question';
import { revisionIn, revisionOf } from '../forms/refusal';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';

/** What its notices open is offered as its role says, and is for who answers to say. */
const questionsFor = (role: PartyRole | null): Question[] => [
  {
    name: 'admitted',
    kind: 'pick',
    label: { key: 'parties.admitAsk' },
    options: options('yesno', ['yes', 'no']),
    missing: 'err.choose',
  },
  {
    name: 'opens',
    kind: 'pick',
    label: { key: 'parties.opensAsk' },
    hint: { key: 'parties.opensHint' },
    options: options('opens', Opens.options),
    optional: true,
    start: (role !== null && OPENED_BY[role]) || '',
  },
  exchangeQuestion('exchange.urlParty'),
  area('reason', 'ask.reason'),
];

/** Our side of the consent: the notices of this party, an organisation of this installation or another, come in by themselves. */
export const admitPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/parties/{partyId}/admit',
    audience: 'member',
    policy: mayRecordParty,
    params: z.object({ orgId: OrgId, partyId: Id }),
    async render(visit) {
      const { partyId } = visit.params;
      const path = `/parties/${partyId}/admit`;
      const entered = await enterHouse(house, visit, 'agreements', path);
      if (!entered.ok) return entered;
      const { ctx, frame, names } = entered.value;
      const read = await readParty({ ctx, input: { partyId } });
      if (!read.ok) return read;
      const name = read.value.name ?? phrase(frame.language, { key: 'parties.erased' });
      return shownAs(
        formPage(frame, {
          ...askedForm(questionsFor(read.value.role), visit, { frame, names }),
          action: path,
          back: '/parties',
          revision: revisionOf(visit, read.value.decided),
          crumbs: [{ href: '/parties', label: { key: 'parties.title' } }],
          title: { key: 'parties.admitOf', values: { name } },
          intro: [{ key: 'parties.admitIntro' }, { key: 'parties.admitGive' }],
          submit: { key: 'ask.go' },
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params: { orgId, partyId } }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const admit = readAnswers({ questions: questionsFor(null), raw }, Admit, ({ text, textOr }) => ({
          admitted: text('admitted') === 'yes',
          opens: textOr('opens'),
          exchangeUrl: textOr('exchangeUrl'),
          reason: text('reason'),
        }));
        if (!admit.ok) return admit;
        const admitted = await admitParty({
          ctx,
          input: { partyId, key, admit: admit.value, decided: revisionIn(raw) },
        });
        return admitted.ok ? goTo(saved(`/o/${orgId}/parties`)) : admitted;
      },
    },
  });
