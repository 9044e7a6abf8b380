import { keepNoticeFile, readNoticeFile } from '../../../application/notice/keepNoticeFile';
import type { FullCase } from '../../../application/notice/readCase';
import { mayNoteNotice, mayReadNotice } from '../../../application/policies/notice';
import { fileHandingOf } from '../../../domain/notice/handing';
import { definePage, type Page } from '../../http/definePage';
import { Id } from '../../http/fields';
import { enterHouse, goTo } from '../frame';
import type { PageHouse } from '../house';
import { aboutForm, aboutQuery, fileShown, filesShown, keepChosen, saidKeepable } from '../keptFiles';
import { controllerOf, referenceOf } from '../rowWords';
import { caseAt, noticeParams, noticePath } from './noticeVisit';

const PATH = '/o/{orgId}/incidents/{incidentId}/notices/{noticeId}/files';

/** Documents with a contact's questions and our answers, and the form that keeps more. */
export const noticeFilePages = (house: PageHouse): Page[] => [list(house), one()];

const list = (house: PageHouse) =>
  definePage({
    path: PATH,
    audience: 'member',
    policy: mayReadNotice,
    params: noticeParams,
    query: aboutQuery,
    async render(visit) {
      const path = noticePath(visit.params);
      const inside = await enterHouse(house, visit, 'incidents', `${path}/files`);
      if (!inside.ok) return inside;
      const { ctx } = inside.value;
      const read = await caseAt(ctx, visit.params);
      if (!read.ok) return read;
      const { notice, incident } = read.value;
      const keepable = keepableIn(read.value);
      return filesShown(inside.value, visit, {
        path,
        crumbs: [
          { href: `/incidents/${incident.id}`, label: referenceOf(incident) },
          { href: path, label: controllerOf(read.value) },
        ],
        keepable,
        mine: mayNoteNotice(ctx) ? keepable : [],
        files: notice.files,
        handingOf: (file) => fileHandingOf(notice, file),
      });
    },
    act: {
      policy: mayNoteNotice,
      form: aboutForm,
      brings: 'file',
      async run({ ctx, params }, { key, ...sent }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const read = await caseAt(ctx, params);
        if (!read.ok) return read;
        const { orgId, noticeId } = params;
        const kept = await keepChosen(keepableIn(read.value), sent, (about, file) =>
          keepNoticeFile({ ctx, input: { noticeId, key, about, ...file } }),
        );
        return kept.ok ? goTo(`/o/${orgId}${noticePath(params)}/files`) : kept;
      },
    },
  });

/** The newest first. */
const keepableIn = ({ notice }: FullCase) => saidKeepable(notice.questions, ['answer', 'question']).toReversed();

const one = () =>
  definePage({
    path: `${PATH}/{hash}`,
    audience: 'member',
    policy: mayReadNotice,
    params: noticeParams.extend({ hash: Id }),
    async render({ ctx, params }) {
      if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
      const read = await caseAt(ctx, params); // of this incident
      if (!read.ok) return read;
      const { noticeId, hash } = params;
      return fileShown(await readNoticeFile({ ctx, input: { noticeId, hash } }));
    },
  });
