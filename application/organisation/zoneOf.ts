import type { Seat } from '../../domain/authority/seat';
import { calendarIn } from '../../domain/controllerCase/place';
import type { CalendarId } from '../../domain/deadline/calendar';
import type { Place } from '../../domain/deadline/longPeriods';
import type { Context } from '../ports/ports';

/** Where people work before an organisation has said so. */
export const DEFAULT_ZONE = 'Europe/Paris';

/** IANA zone of the organisation: in it its own procedures count days, and its own letters write hours. */
export async function zoneOf({ orgId, ports }: Pick<Context, 'orgId' | 'ports'>): Promise<string> {
  return (await ports.projections.read(orgId, 'organisation', orgId))?.timeZone ?? DEFAULT_ZONE;
}

/** Where its own acts are due: its zone, and the days that are worked there. */
export async function workplaceOf({ orgId, ports }: Pick<Context, 'orgId' | 'ports'>): Promise<Place> {
  const { zone, calendar } = await placeOf({ orgId, ports });
  return { zone, calendar: calendar ?? calendarIn(zone) };
}

/** Its zone, where it is established and by which calendar it works, as it recorded; null: it did not (rule G12). */
export async function placeOf({
  orgId,
  ports,
}: Pick<Context, 'orgId' | 'ports'>): Promise<{ zone: string; seat: Seat | null; calendar: CalendarId | null }> {
  const organisation = await ports.projections.read(orgId, 'organisation', orgId);
  const { timeZone: zone = DEFAULT_ZONE, seat = null, calendar = null } = organisation ?? {};
  return { zone, seat, calendar };
}
