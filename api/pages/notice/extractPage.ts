import { z } from 'zod';
import { extractFor } from '../../../application/journal/extractFor';
import { mayExtract } from '../../../application/policies/journal';
import { JSON_LINES } from '../../../application/ports/documents';
import { formPage } from '../../../templates/pages/formPage';
import { definePage } from '../../http/definePage';
import { extractPaper } from '../../journal/extractPaper';
import { askedForm } from '../forms/asked';
import { options } from '../forms/kit';
import type { Question } from '../forms/question';
import { enterHouse, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { controllerOf } from '../rowWords';
import { caseAt, noticeParams, noticePath } from './noticeVisit';
import { datedName } from '../../http/datedName';
import { zoneOf } from '../../../application/organisation/zoneOf';

const questions: readonly Question[] = [
  {
    name: 'format',
    kind: 'pick',
    label: { key: 'extract.format' },
    options: options('extractFormat', ['pdf', 'jsonl']),
    missing: 'err.choose',
  },
];

/** What the journal says of one notice, for its controller (duty S2-01). It is sent by a form: that it left is an entry. */
export const extractPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/incidents/{incidentId}/notices/{noticeId}/extract',
    audience: 'member',
    policy: mayExtract,
    params: noticeParams,
    async render(visit) {
      const path = noticePath(visit.params);
      const entered = await enterHouse(house, visit, 'incidents', `${path}/extract`);
      if (!entered.ok) return entered;
      const { ctx, frame, names } = entered.value;
      const read = await caseAt(ctx, visit.params);
      if (!read.ok) return read;
      return shownAs(
        formPage(frame, {
          ...askedForm(questions, visit, { frame, names }),
          action: `${path}/extract`,
          back: path,
          crumbs: [{ href: path, label: read.value.notice.opened.reference }],
          title: { key: 'extract.title' },
          intro: [{ key: 'extract.intro', values: { controller: controllerOf(read.value) } }, { key: 'extract.left' }],
          submit: { key: 'extract.go' },
        }),
      );
    },
    act: {
      form: z.object({ format: z.enum(['pdf', 'jsonl']) }),
      async run({ ctx, language, now, params }, { form: { format } }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const read = await caseAt(ctx, params);
        if (!read.ok) return read;
        const asked = { partyId: read.value.notice.opened.partyId, noticeIds: [params.noticeId] };
        if (format === 'pdf') return extractPaper(ctx, asked, language);
        const lines = await extractFor({ ctx, input: asked });
        if (!lines.ok) return lines;
        const place = { now: now.toISOString(), zone: await zoneOf(ctx) };
        const fileName = `${datedName('extract', place)}.jsonl`;
        return { ok: true, value: { lines: lines.value, mediaType: JSON_LINES, fileName } };
      },
    },
  });
