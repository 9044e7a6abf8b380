import type { Agreement } from '../agreement/fold';
import type { ControllerCase } from '../controllerCase/case';
import type { Exercise } from '../exercise/fold';
import type { Incident } from '../incident/incident';
import type { Notice } from '../notice/fold';
import type { Organisation } from '../organisation/fold';
import type { Party } from '../party/fold';
import type { Transfer } from '../transfer/fold';
import type { Vulnerability } from '../vulnerability/fold';
import type { SubjectKind } from './entry';

/** What every fold knows of its subject. `decided`: revision of the newest decision, which ETag and If-Match speak of. */
export type Folded = { id: string; seq: number; revision: number; decided: number };

/** Which state each kind of subject folds to. Each kind's own state takes its place here. */
type States = {
  organisation: Organisation;
  agreement: Agreement;
  incident: Incident;
  vulnerability: Vulnerability;
  transfer: Transfer;
  notice: Notice;
  controllerCase: ControllerCase;
  party: Party;
  exercise: Exercise;
};

export type State<K extends SubjectKind> = States[K];
