import { z } from 'zod';
import { senderOf } from '../../application/agreement/contactAddressee';
import { keepFileByLink } from '../../application/guest/keepFileByLink';
import { readFileByLink } from '../../application/guest/readFileByLink';
import { askedByLink, filesFor } from '../../domain/notice/decideFile';
import { guestFilesPage } from '../../templates/pages/guestFiles';
import { definePage, type Page } from '../http/definePage';
import { Id } from '../http/fields';
import { fileQuestion } from '../pages/forms/file';
import { fileBounds } from '../pages/forms/filesAlong';
import { refusedForm } from '../pages/forms/refusal';
import { goTo, shownAs } from '../pages/frame';
import type { PageHouse } from '../pages/house';
import { aboutForm, aboutQuery, aboutQuestion, fileShown, keepChosen, linesOf, saidKeepable } from '../pages/keptFiles';
import { guestQuery, openLink, type Opened, openSent, token } from './guestVisit';

/** Documents with a contact's questions and our answers: a page of its own, where a GET changes nothing. */
export const guestFilePages = (house: PageHouse): Page[] => [list(house), one()];

const keepableIn = ({ fullCase: { notice }, contact }: Opened) =>
  saidKeepable(askedByLink(notice, contact.id), ['question']).toReversed();

const list = (house: PageHouse) =>
  definePage({
    path: '/n/{token}/files',
    audience: 'guest',
    params: z.object({ token }),
    query: guestQuery.extend(aboutQuery.shape),
    async render(visit) {
      const { token: link } = visit.params;
      const opened = await openSent(house, visit, link, visit.query.lang);
      if (!opened.ok) return opened;
      const { fullCase, contact, language, frame, lang } = opened.value;
      const { notice, agreement } = fullCase;
      const own = notice.questions.filter(({ contactId }) => contactId === contact.id);
      const about = aboutQuestion(keepableIn(opened.value));
      const refused = refusedForm([about, fileQuestion], visit, frame.zone, frame, new Map());
      const path = `/n/${link}`;
      const keepable = saidKeepable(own, ['question', 'answer']);
      return shownAs(
        guestFilesPage(frame, {
          sender: senderOf(agreement),
          reference: notice.opened.reference,
          exercise: notice.opened.exercise,
          back: `${path}${lang}#ask`,
          upload: about.options.length === 0 ? null : { action: `${path}/files${lang}`, key: visit.formKey },
          about: about.options,
          chosen: refused.raw?.['about'] ?? visit.query.about ?? '',
          bounds: fileBounds,
          faults: refused.summary,
          error: refused.errorAt('file'),
          files: linesOf(filesFor(notice, contact.id), { path, language, keepable, handingOf: null }),
        }),
      );
    },
    act: {
      form: aboutForm,
      brings: 'file',
      admit: ({ ports, params: { token: link }, query }) => openLink({ ports }, link, query.lang),
      async run({ ports, params: { token: link }, query, formKey }, { key: named, ...sent }) {
        const opened = await openLink({ ports }, link, query.lang);
        if (!opened.ok) return opened;
        const key = named.split('/').at(-1) ?? formKey;
        const kept = await keepChosen(keepableIn(opened.value), sent, ({ questionId }, file) =>
          keepFileByLink(ports, { token: link, key, questionId, ...file }),
        );
        return kept.ok ? goTo(`/n/${link}/files${query.lang === undefined ? '' : `?lang=${query.lang}`}`) : kept;
      },
    },
  });

const one = () =>
  definePage({
    path: '/n/{token}/files/{hash}',
    audience: 'guest',
    params: z.object({ token, hash: Id }),
    async render({ ports, params: { token: link, hash } }) {
      return fileShown(await readFileByLink(ports, { token: link, hash }));
    },
  });
