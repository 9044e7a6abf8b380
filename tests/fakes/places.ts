import type { Place } from '../../domain/deadline/longPeriods';

export const PARIS: Place = { zone: 'Europe/Paris', calendar: 'FR-metropole' };
export const STRASBOURG: Place = { zone: 'Europe/Paris', calendar: 'FR-alsace-moselle' };
export const BRUSSELS: Place = { zone: 'Europe/Brussels', calendar: 'BE' };
