import { z } from 'zod';

/** Calendars of working days that the engine knows (domain rules section 3.4). */
export const Calendar = z.enum(['FR-metropole', 'FR-alsace-moselle', 'BE']);
export type CalendarId = z.infer<typeof Calendar>;
