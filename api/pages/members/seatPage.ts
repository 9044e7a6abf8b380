import { z } from 'zod';
import { seatOrganisation } from '../../../application/organisation/seatOrganisation';
import { maySeat } from '../../../application/policies/organisation';
import { NewSeat } from '../../../domain/authority/seat';
import { Calendar, type CalendarId } from '../../../domain/deadline/calendar';
import { seatAt } from '../../../domain/controllerCase/place';
import { formPage } from '../../../templates/pages/formPage';
import { definePage } from '../../http/definePage';
import { OrgId } from '../../http/fields';
import { saved } from '../forms/once';
import { askedForm, readAnswers } from '../forms/asked';
import { orNone } from '../forms/kit';
import type { Question } from '../forms/question';
import { codesIn, publicBodyIn, seatQuestions } from '../forms/seatForm';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';

/** By which calendar days are worked; nothing said: that of the zone. */
const calendarQuestion = (start: CalendarId | null): Question =>
  orNone({
    name: 'calendar',
    kind: 'select',
    label: { key: 'contract.calendar' },
    hint: { key: 'competence.calendarHint' },
    options: Calendar.options.map((value) => ({ value, label: { key: `calendar.${value}` as const } })),
    start: start ?? '',
  });

/** "Where are we established?": which authority is told of a breach. */
export const seatPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/seat',
    audience: 'member',
    policy: maySeat,
    params: z.object({ orgId: OrgId }),
    async render(visit) {
      const entered = await enterHouse(house, visit, null, '/seat');
      if (!entered.ok) return entered;
      const { frame, names, organisation } = entered.value;
      const start = seatAt(organisation.seat, organisation.timeZone) ?? {};
      return shownAs(
        formPage(frame, {
          ...askedForm([...seatQuestions(start), calendarQuestion(organisation.calendar)], visit, { frame, names }),
          action: '/seat',
          back: '/members',
          crumbs: [{ href: '/members', label: { key: 'members.title' } }],
          title: { key: 'competence.seatTitle' },
          intro: [{ key: 'competence.seatIntro' }],
          submit: { key: 'ask.go' },
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params: { orgId } }, { key, form: raw }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const asked = readAnswers(
          { questions: [...seatQuestions({}), calendarQuestion(null)], raw },
          NewSeat,
          (sheet) => ({
            publicBody: publicBodyIn(sheet) ?? false,
            establishments: codesIn(sheet, 'establishments'),
            mainEstablishment: codesIn(sheet, 'mainEstablishment')[0] ?? null,
            calendar: sheet.textOr('calendar'),
          }),
        );
        if (!asked.ok) return asked;
        const seated = await seatOrganisation({ ctx, input: { key, seat: asked.value } });
        return seated.ok ? goTo(saved(`/o/${orgId}/members`)) : seated;
      },
    },
  });
