import { z } from 'zod';
import { recordParty } from '../../../application/party/recordParty';
import { mayRecordParty } from '../../../application/policies/party';
import { RecordParty } from '../../../domain/party/decide';
import { PartyRole } from '../../../domain/party/events';
import { formPage } from '../../../templates/pages/formPage';
import { definePage } from '../../http/definePage';
import { OrgId } from '../../http/fields';
import { options } from '../forms/kit';
import { openOnce, onceQuery, saved } from '../forms/once';
import { askedForm, readAnswers } from '../forms/asked';
import type { Question } from '../forms/question';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';

const PATTERN = '/o/{orgId}/parties/new';

export const keyQuestion: Question = {
  name: 'key',
  kind: 'text',
  label: { key: 'parties.fieldKey' },
  hint: { key: 'parties.fieldKeyHint' },
  optional: true,
};

const questions: readonly Question[] = [
  { name: 'role', kind: 'select', label: { key: 'parties.role' }, options: options('partyRole', PartyRole.options) },
  { name: 'name', kind: 'text', label: { key: 'parties.name' } },
  keyQuestion,
];

/** A counterpart, with the key that it gave by another way. */
export const recordPartyPageOf = (house: PageHouse) =>
  definePage({
    path: PATTERN,
    audience: 'member',
    policy: mayRecordParty,
    params: z.object({ orgId: OrgId }),
    query: z.object(onceQuery),
    async render(visit) {
      const opened = await openOnce(visit, { pattern: PATTERN, path: '/parties/new', madeAt: () => '/parties' });
      if ('led' in opened) return opened.led;
      const { key, action, here } = opened.form;
      const entered = await enterHouse(house, visit, 'agreements', here);
      if (!entered.ok) return entered;
      const { frame, names } = entered.value;
      return shownAs(
        formPage(frame, {
          ...askedForm(questions, visit, { frame, names }),
          action,
          back: '/parties',
          key,
          crumbs: [{ href: '/parties', label: { key: 'parties.title' } }],
          title: { key: 'parties.record' },
          intro: [{ key: 'parties.recordIntro' }],
          submit: { key: 'parties.recordGo' },
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const record = readAnswers({ questions, raw }, RecordParty, ({ text, textOr }) => ({
          role: text('role'),
          name: text('name'),
          key: textOr('key'),
        }));
        if (!record.ok) return record;
        const recorded = await recordParty({ ctx, input: { key, record: record.value } });
        return recorded.ok ? goTo(saved(`/o/${params.orgId}/parties`)) : recorded;
      },
    },
  });
