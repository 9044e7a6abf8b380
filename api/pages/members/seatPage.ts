import { seatOrganisation } from '../../../application/organisation/seatOrganisation';
import { maySeat } from '../../../application/policies/organisation';
import { NewSeat } from '../../../domain/authority/seat';
import { Calendar, type CalendarId } from '../../../domain/deadline/calendar';
import { seatAt } from '../../../domain/controllerCase/place';
import { orNone } from '../forms/kit';
import type { Question } from '../forms/question';
import { codesIn, publicBodyIn, seatQuestions } from '../forms/seatForm';
import type { PageHouse } from '../house';
import { settingPage } from './settingPage';

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
  settingPage(house, {
    segment: 'seat',
    policy: maySeat,
    title: 'competence.seatTitle',
    intro: 'competence.seatIntro',
    questions: (organisation) => [
      ...seatQuestions((organisation && seatAt(organisation.seat, organisation.timeZone)) ?? {}),
      calendarQuestion(organisation?.calendar ?? null),
    ],
    schema: NewSeat,
    answers: (sheet) => ({
      publicBody: publicBodyIn(sheet) ?? false,
      establishments: codesIn(sheet, 'establishments'),
      mainEstablishment: codesIn(sheet, 'mainEstablishment')[0] ?? null,
      calendar: sheet.textOr('calendar'),
    }),
    write: (ctx, { key, value: seat }) => seatOrganisation({ ctx, input: { key, seat } }),
  });
