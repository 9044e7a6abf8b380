import type { z } from 'zod';
import { AuthorityForm } from './authorityForm';
import {
  ContactAnswerLetter,
  ContactMeasureLetter,
  ContactReminderLetter,
  ContactTestLetter,
  TransferLetter,
  VulnerabilityLetter,
  PhoneScript,
  SigningLinkLetter,
} from './contact';
import { ExerciseReportSheet } from './exerciseReport';
import {
  AlertLetter,
  ContactsDueLetter,
  ExerciseLetter,
  HouseAlarmLetter,
  ReceiptLetter,
  RelayTestLetter,
  ReminderLetter,
  StaffCall,
  TokenAlarmLetter,
} from './inside';
import { NoticeLetter, SupplementLetter, WithdrawalLetter } from './notice';
import { PersonsMessage, PublicNotice } from './persons';
import { RegisterSheet } from './register';
import { IncidentReportLetter } from './report';

/** Every text that leaves, with the data that it needs: a field that is missing or too much is an error. */
export const letterSchemas = {
  notice: NoticeLetter,
  supplement: SupplementLetter,
  withdrawal: WithdrawalLetter,
  incidentReport: IncidentReportLetter,
  reminder: ReminderLetter,
  contactReminder: ContactReminderLetter,
  contactAnswer: ContactAnswerLetter,
  contactMeasure: ContactMeasureLetter,
  signingLink: SigningLinkLetter,
  contactTest: ContactTestLetter,
  vulnerability: VulnerabilityLetter,
  transfer: TransferLetter,
  contactsDue: ContactsDueLetter,
  receipt: ReceiptLetter,
  alert: AlertLetter,
  phoneScript: PhoneScript,
  staffCall: StaffCall,
  relayTest: RelayTestLetter,
  tokenAlarm: TokenAlarmLetter,
  houseAlarm: HouseAlarmLetter,
  exercise: ExerciseLetter,
  exerciseReport: ExerciseReportSheet,
  personsMessage: PersonsMessage,
  authorityForm: AuthorityForm,
  publicNotice: PublicNotice,
  register: RegisterSheet,
} as const;

export type LetterName = keyof typeof letterSchemas;
export type LetterData = { [Name in LetterName]: z.infer<(typeof letterSchemas)[Name]> };
