import type { Name } from '../../../application/ports/people';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import type { Advice } from '../../../templates/pages/parts/advices';
import { nameOf } from '../frame';
import { asWritten } from '../rowWords';

/** The written advices of the data protection officer, newest first: who, when, what (rule E13; GDPR Art 39(1)(a)). */
export const adviceLines = ({ advices }: ControllerCase, names: ReadonlyMap<string, Name>): Advice[] =>
  advices.toReversed().map(({ byId, at, risk, text }) => ({
    by: nameOf(names, { id: byId }),
    at,
    risk: risk === null ? null : { key: `risk.${risk}` },
    text: asWritten(text),
  }));
