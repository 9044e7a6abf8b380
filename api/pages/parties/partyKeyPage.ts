import { z } from 'zod';
import { changePartyKey } from '../../../application/party/changePartyKey';
import { readParty } from '../../../application/party/readParties';
import { mayRecordParty } from '../../../application/policies/party';
import { ChangeKey } from '../../../domain/party/decide';
import { formPage } from '../../../templates/pages/formPage';
import { phrase } from '../../../templates/pages/words/word';
import { definePage } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { area } from '../forms/kit';
import { saved } from '../forms/once';
import { askedForm, readAnswers } from '../forms/asked';
import type { Question } from '../forms/question';
import { revisionIn, revisionOf } from '../forms/refusal';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { keyQuestion } from './recordPartyPage';

const questionsFrom = (key: string | null): Question[] => [
  { ...keyQuestion, start: key ?? '' },
  area('reason', 'parties.reason'),
];

/** Another key of a counterpart is believed from now on, or none. */
export const partyKeyPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/parties/{partyId}/key',
    audience: 'member',
    policy: mayRecordParty,
    params: z.object({ orgId: OrgId, partyId: Id }),
    async render(visit) {
      const { partyId } = visit.params;
      const path = `/parties/${partyId}/key`;
      const entered = await enterHouse(house, visit, 'agreements', path);
      if (!entered.ok) return entered;
      const { ctx, frame, names } = entered.value;
      const read = await readParty({ ctx, input: { partyId } });
      if (!read.ok) return read;
      const { name, key, decided } = read.value;
      const questions = questionsFrom(key);
      const named = name ?? phrase(frame.language, { key: 'parties.erased' });
      return shownAs(
        formPage(frame, {
          ...askedForm(questions, visit, { frame, names }),
          action: path,
          back: '/parties',
          revision: revisionOf(visit, decided),
          crumbs: [{ href: '/parties', label: { key: 'parties.title' } }],
          title: { key: 'parties.changeOf', values: { name: named } },
          intro: [{ key: 'parties.changeIntro' }],
          warning: { key: 'parties.changeWarning' },
          submit: { key: 'parties.change' },
          grave: true,
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params: { orgId, partyId } }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const change = readAnswers({ questions: questionsFrom(null), raw }, ChangeKey, ({ text, textOr }) => ({
          key: textOr('key'),
          reason: text('reason'),
        }));
        if (!change.ok) return change;
        const input = { partyId, key, change: change.value, decided: revisionIn(raw) };
        const changed = await changePartyKey({ ctx, input });
        return changed.ok ? goTo(saved(`/o/${orgId}/parties`)) : changed;
      },
    },
  });
