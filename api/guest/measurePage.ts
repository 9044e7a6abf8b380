import { z } from 'zod';
import { senderOf } from '../../application/agreement/contactAddressee';
import { answerMeasureByLink } from '../../application/guest/answerMeasureByLink';
import type { FullCase } from '../../application/notice/readCase';
import { isAwaited } from '../../domain/consultation/measure';
import { awaitedFor } from '../../domain/notice/measures';
import { guestMeasurePage } from '../../templates/pages/guestMeasure';
import type { MeasureLine } from '../../templates/pages/parts/measures';
import { definePage } from '../http/definePage';
import { verdictIn, verdictQuestions, whichMeasure } from '../pages/forms/measures';
import { readSheet } from '../pages/forms/sheet';
import { goTo, shownAs } from '../pages/frame';
import type { PageHouse } from '../pages/house';
import { measureLine } from '../pages/measureLine';
import { guestFields, guestForm } from './guestForms';
import { guestQuery, openLink, openSent, token } from './guestVisit';

/** The measures of a notice as its controller is shown them. What is proposed before anything has left is not. */
export const measuresShown = ({ notice, agreement }: FullCase): MeasureLine[] =>
  notice.measures.map((measure) =>
    measureLine(measure, {
      proposedAt: measure.proposedAt,
      dueAt: awaitedFor(measure, notice, agreement)?.dueAt ?? null,
      handing: null,
      via: null,
    }),
  );

const questionsOf = ({ notice }: FullCase) => [whichMeasure(notice.measures), ...verdictQuestions];

/** A contact gives the controller's word on a measure: a page of its own, where a GET changes nothing. */
export const measurePage = (house: PageHouse) =>
  definePage({
    path: '/n/{token}/measure',
    audience: 'guest',
    params: z.object({ token }),
    query: guestQuery,
    async render(visit) {
      const link = visit.params.token;
      const opened = await openSent(house, visit, link, visit.query.lang);
      if (!opened.ok) return opened;
      const { fullCase, contact, frame, lang } = opened.value;
      const { notice, agreement } = fullCase;
      const questions = questionsOf(fullCase);
      const form = guestForm({ questions, action: `/n/${link}/measure${lang}`, visit }, frame, contact);
      return shownAs(
        guestMeasurePage(frame, {
          sender: senderOf(agreement),
          reference: notice.opened.reference,
          exercise: notice.opened.exercise,
          back: `/n/${link}${lang}`,
          measures: measuresShown(fullCase),
          form: notice.measures.some(isAwaited) ? form : null,
        }),
      );
    },
    act: {
      form: guestFields('measureId', 'verdict', 'text', 'name', 'function'),
      async run({ ports, params: { token: link }, query, formKey }, { key, form: raw }) {
        const opened = await openLink({ ports }, link, query.lang);
        if (!opened.ok) return opened;
        const sheet = readSheet(questionsOf(opened.value.fullCase), raw, 'UTC');
        if (!sheet.ok) return { ok: false, error: { code: 'input.invalid', issues: [] } };
        const said = { token: link, key: key.split('/').at(-1) ?? formKey, ...verdictIn(sheet.sheet) };
        const written = await answerMeasureByLink(ports, said);
        if (!written.ok) return written;
        return goTo(`/n/${link}${query.lang === undefined ? '' : `?lang=${query.lang}`}#measures`);
      },
    },
  });
