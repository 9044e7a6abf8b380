import type { EdpbSection } from './edpbRows';

/** Where a field of the template is said, by the same pointers as the national form's; left out: the field of that name. */
const NAMED: Readonly<Record<string, string>> = {
  'notification.kind': '/type',
  'notification.status': '/type',
  'notification.priorId': '/initialNumber',
  'controller.name': '/organisationName',
  'controller.identifier': '/siren',
  'controller.address': '/street',
  'contacts.reportingPerson': '/contactPerson',
  'contacts.otherParties': '/otherBodies',
  'timeline.lateReasons': '/delayReasons',
  'timeline.lateText': '/delayText',
  'timeline.circumstances': '/discovery',
  'breach.otherConsequences': '/consequencesText',
  'assessment.severity': '/gravity',
  'communication.told': '/personsInformed',
  'communication.ground': '/notInformedGround',
  'communication.on': '/informedOn',
  'communication.persons': '/informedCount',
  'communication.means': '/informedBy',
  'communication.content': '/informedContent',
  'elsewhere.otherAuthorities': '/otherAuthorities',
  'elsewhere.dataProtectionAuthorities': '/otherDataAuthorities',
  'elsewhere.outsideEea': '/countries',
};

export const edpbPointer = (section: EdpbSection, field: string): string => NAMED[`${section}.${field}`] ?? `/${field}`;
