import type { LetterData, LetterName } from '../domain/letters/letters';
import { authorityFormSheet } from './letters/authorityForm';
import {
  contactAnswerSheet,
  contactMeasureSheet,
  contactReminderSheet,
  contactTestSheet,
  phoneScriptSheet,
  signingLinkSheet,
} from './letters/contact';
import { transferSheet } from './letters/transfer';
import { vulnerabilitySheet } from './letters/vulnerability';
import { contactsDueSheet } from './letters/contactsDue';
import { incidentReportSheet } from './letters/incidentReport';
import { houseAlarmSheet } from './letters/houseAlarm';
import { exerciseSheet } from './letters/exercise';
import { exerciseReportSheet } from './letters/exerciseReport';
import { alertSheet, receiptSheet, relayTestSheet, reminderSheet, tokenAlarmSheet } from './letters/inside';
import { noticeSheet } from './letters/notice';
import { personsMessageSheet, publicNoticeSheet } from './letters/persons';
import { registerSheet } from './letters/register';
import { staffCallSheet } from './letters/staffCall';
import type { Sheet } from './letters/sheet';
import { supplementSheet } from './letters/supplement';
import { withdrawalSheet } from './letters/withdrawal';
import type { Speaker } from './speaker';

type Template<Name extends LetterName> = {
  write: (data: LetterData[Name], speaker: Speaker) => Sheet;
  /** Whether a PDF goes with it: what a controller keeps. */
  pdf: boolean;
};

/** Every text that leaves. Its data are `letterSchemas[name]` of `domain/letters/`. */
export const catalogue: { [Name in LetterName]: Template<Name> } = {
  notice: { write: noticeSheet, pdf: true },
  supplement: { write: supplementSheet, pdf: true },
  withdrawal: { write: withdrawalSheet, pdf: true },
  incidentReport: { write: incidentReportSheet, pdf: true },
  reminder: { write: reminderSheet, pdf: false },
  contactReminder: { write: contactReminderSheet, pdf: false },
  contactAnswer: { write: contactAnswerSheet, pdf: false },
  contactMeasure: { write: contactMeasureSheet, pdf: false },
  signingLink: { write: signingLinkSheet, pdf: false },
  contactTest: { write: contactTestSheet, pdf: false },
  vulnerability: { write: vulnerabilitySheet, pdf: false },
  transfer: { write: transferSheet, pdf: false },
  contactsDue: { write: contactsDueSheet, pdf: false },
  receipt: { write: receiptSheet, pdf: false },
  alert: { write: alertSheet, pdf: false },
  staffCall: { write: staffCallSheet, pdf: false },
  phoneScript: { write: phoneScriptSheet, pdf: false },
  relayTest: { write: relayTestSheet, pdf: false },
  houseAlarm: { write: houseAlarmSheet, pdf: false },
  exercise: { write: exerciseSheet, pdf: false },
  exerciseReport: { write: exerciseReportSheet, pdf: true },
  tokenAlarm: { write: tokenAlarmSheet, pdf: false },
  personsMessage: { write: personsMessageSheet, pdf: false },
  authorityForm: { write: authorityFormSheet, pdf: true },
  publicNotice: { write: publicNoticeSheet, pdf: false },
  register: { write: registerSheet, pdf: true },
};
