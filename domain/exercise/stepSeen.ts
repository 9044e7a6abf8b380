import type { ReportLine } from './reportValues';
import type { Did } from './witnessed';

export type Span = { startedAt: string; limitAt: string };
export type About = Pick<ReportLine, 'noticeId' | 'agreementId' | 'caseId'>;
export const nobody: About = { noticeId: null, agreementId: null };

/** An expected step as the journal shows it. `span` null: not owed. */
export type Seen = { span: Span | null; did: Did | null; about?: About };

/** So many hours of the time that the exercise stands for, on the wall. */
export type Spanning = (startedAt: string, hours: number) => Span;
