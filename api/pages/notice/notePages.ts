import { z } from 'zod';
import { noteNotice } from '../../../application/notice/noteNotice';
import { formPage } from '../../../templates/pages/formPage';
import { definePage, type Page } from '../../http/definePage';
import { overtakenBy } from '../forms/overtaken';
import { fieldOf } from '../forms/question';
import { refusedForm } from '../forms/refusal';
import { readSheet } from '../forms/sheet';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { controllerOf, referenceOf } from '../rowWords';
import { zoneOf } from './draftPage';
import { scriptsOf } from './callsToMake';
import { type NoteForm, noteForms } from './noteForms';
import { caseAt, noticeParams, noticePath } from './noticeVisit';

/** Calls, answers, reasons, ends: acts that send nothing, each a page of its own. */
export const notePages = (house: PageHouse): Page[] => noteForms.map((form) => notePage(house, form));

function notePage(house: PageHouse, form: NoteForm): Page {
  return definePage({
    path: `/o/{orgId}/incidents/{incidentId}/notices/{noticeId}/${form.segment}`,
    audience: 'member',
    policy: form.policy,
    params: noticeParams,
    query: z.object({ question: z.string().max(200).optional(), to: z.string().max(200).optional() }),
    async render(visit) {
      const back = noticePath(visit.params);
      const path = `${back}/${form.segment}`;
      const entered = await enterHouse(house, visit, 'incidents', path);
      if (!entered.ok) return entered;
      const { ctx, frame, names } = entered.value;
      const read = await caseAt(ctx, visit.params);
      if (!read.ok) return read;
      const questions = form.questions(read.value, names);
      const refused = refusedForm(questions, visit, frame.zone, frame, names);
      const isRefused = visit.refusal?.error.code === 'state.refused';
      const overtaken = isRefused
        ? await overtakenBy(entered.value, { kind: 'notice', id: visit.params.noticeId })
        : null;
      const { question, to } = visit.query;
      const start = { ...(question && { questionId: question }), ...(to && { contactId: to }) };
      const hasStart = Object.keys(start).length > 0;
      const scripts = form.segment === 'call' ? await scriptsOf(entered.value, read.value, to ?? null) : [];
      return shownAs(
        formPage(frame, {
          action: path,
          back,
          key: visit.formKey,
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
          submit: { key: 'ask.go' },
          grave: false,
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run(visit, { key, form: raw }) {
        const { ctx, params } = visit;
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const read = await caseAt(ctx, params);
        if (!read.ok) return read;
        const sheet = readSheet(form.questions(read.value, new Map()), raw, await zoneOf(ctx));
        if (!sheet.ok) return { ok: false, error: { code: 'input.invalid', issues: [] } };
        for (const command of form.commands(sheet.sheet, read.value)) {
          const input = { noticeId: params.noticeId, key: `${key}/${command.kind}`, command };
          const written = await noteNotice({ ctx, input });
          if (!written.ok) return written;
        }
        return goTo(`/o/${params.orgId}${noticePath(params)}`);
      },
    },
  });
}
