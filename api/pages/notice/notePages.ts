import { z } from 'zod';
import { takeTogether, type Together } from '../../../application/file/takeTogether';
import type { Written } from '../../../application/notice/changeNotice';
import { type NoteNotice, noteNotice } from '../../../application/notice/noteNotice';
import { sayOnNotice } from '../../../application/notice/sayOnNotice';
import { mayName } from '../../../application/notice/unseenNames';
import type { Context } from '../../../application/ports/ports';
import type { Result } from '../../../domain/shared/errors';
import { formPage } from '../../../templates/pages/formPage';
import { definePage, type Page } from '../../http/definePage';
import { idFrom } from '../../../domain/shared/idFrom';
import { again, onceQuery, openOnce } from '../forms/once';
import { confirmedIn, withBox } from '../forms/othersBox';
import { overtakenBy } from '../forms/overtaken';
import { filesQuestion, withFileIssues, NOT_ANSWERED } from '../forms/filesAlong';
import { fieldOf } from '../forms/question';
import { refusedForm, whyRefused } from '../forms/refusal';
import { readSheet } from '../forms/sheet';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { controllerOf, referenceOf } from '../rowWords';
import { zoneOf } from '../../../application/organisation/zoneOf';
import { scriptsOf } from './callsToMake';
import { measureForms } from './measureForms';
import { type NoteForm, noteForms } from './noteForms';
import { caseAt, noticeParams, noticePath } from './noticeVisit';

/** Calls, answers, reasons, ends: acts that send nothing, each a page of its own. */
export const notePages = (house: PageHouse): Page[] =>
  [...noteForms, ...measureForms].map((form) => notePage(house, form));

function notePage(house: PageHouse, form: NoteForm): Page {
  const pattern = `/o/{orgId}/incidents/{incidentId}/notices/{noticeId}/${form.segment}`;
  return definePage({
    path: pattern,
    audience: 'member',
    policy: form.policy,
    params: noticeParams,
    query: z.object({
      ...onceQuery,
      question: z.string().max(200).optional(),
      to: z.string().max(200).optional(),
      deliverable: z.string().max(200).optional(),
    }),
    async render(visit) {
      const back = noticePath(visit.params);
      const { question, to, deliverable } = visit.query;
      const more = { ...(question && { question }), ...(to && { to }), ...(deliverable && { deliverable }) };
      const opened = await openOnce(visit, { pattern, path: `${back}/${form.segment}`, more, madeAt: () => back });
      if ('led' in opened) return opened.led;
      const { key, action, here } = opened.form;
      const entered = await enterHouse(house, visit, 'incidents', here);
      if (!entered.ok) return entered;
      const { ctx, frame, names } = entered.value;
      const read = await caseAt(ctx, visit.params);
      if (!read.ok) return read;
      const asked = [...form.questions(read.value, names, frame.zone), ...(form.files ? [filesQuestion] : [])];
      const questions = withBox(asked, visit.refusal);
      const refused = refusedForm(questions, visit, frame.zone, frame, names);
      const isRefused = whyRefused(visit.refusal)?.code === 'state.refused';
      const overtaken = isRefused
        ? await overtakenBy(entered.value, { kind: 'notice', id: visit.params.noticeId })
        : null;
      const start = {
        ...(question && { questionId: question }),
        ...(to && { contactId: to }),
        ...(deliverable && { deliverableId: deliverable }),
      };
      const hasStart = Object.keys(start).length > 0;
      const scripts = form.segment === 'call' ? await scriptsOf(entered.value, read.value, to ?? null) : [];
      return shownAs(
        formPage(frame, {
          action,
          back,
          key,
          csrf: visit.csrf,
          revision: null,
          faults: overtaken === null ? refused.summary : [],
          changed: overtaken ?? refused.changed,
          crumbs: [
            { href: `/incidents/${read.value.incident.id}`, label: referenceOf(read.value.incident) },
            { href: back, label: controllerOf(read.value) },
          ],
          title: { key: form.label },
          intro: form.intro,
          scripts,
          warning: null,
          fields: questions.map((one) =>
            fieldOf(one, refused.raw ?? (hasStart ? start : null), frame.zone, refused.errorAt(one.name)),
          ),
          submit: { key: form.submit ?? 'ask.go' },
          grave: false,
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      ...(form.files && { brings: 'files' as const }),
      async run(visit, { key, form: raw, files }) {
        const { ctx, params } = visit;
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const read = await caseAt(ctx, params);
        if (!read.ok) return read;
        const zone = await zoneOf(ctx);
        const sheet = readSheet(form.questions(read.value, new Map(), zone), raw, zone);
        const together = takeTogether(files);
        if (!sheet.ok) return withFileIssues(NOT_ANSWERED, together.issues);
        const made = `/o/${params.orgId}${noticePath(params)}`;
        let isNew = false;
        for (const [index, command] of form.commands(sheet.sheet, read.value, idFrom(key)).entries()) {
          // The first stands under the form's own key: it is what the form is known by when it comes back.
          const own = index === 0 ? key : `${key}/${command.kind}`;
          const said = mayName(command) ? { ...command, ...confirmedIn(raw) } : command;
          const written = await write(ctx, { noticeId: params.noticeId, key: own, command: said }, together);
          if (!written.ok) return written;
          isNew ||= written.value.created;
        }
        return goTo(isNew ? made : again(made));
      },
    },
  });
}

/** Documents come with what is asked or answered. */
const write = (ctx: Context, { command, ...input }: NoteNotice, together: Together): Promise<Result<Written>> =>
  command.kind === 'ask' || command.kind === 'answer'
    ? sayOnNotice({ ctx, input: { ...input, command, together } })
    : noteNotice({ ctx, input: { ...input, command } });
