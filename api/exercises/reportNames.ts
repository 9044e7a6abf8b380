import { allAgreements } from '../../application/agreement/allAgreements';
import type { Context } from '../../application/ports/ports';
import { newestSigned } from '../../domain/agreement/versions';
import { authoritiesOn } from '../../domain/authority/authorities';
import type { Witnessed } from '../../domain/exercise/witnessed';
import { contactKey, type ReportNames } from './reportView';

/** What the report of an exercise says by id, by name. */
export async function reportNames(ctx: Context, { notices, cases }: Witnessed, now: Date): Promise<ReportNames> {
  const [agreements, people] = await Promise.all([allAgreements(ctx), ctx.ports.people.names(ctx.orgId)]);
  return {
    controllers: new Map(
      agreements.map((one) => [one.id, newestSigned(one)?.document?.controller.name ?? one.reference]),
    ),
    contacts: new Map(
      notices.flatMap(({ notice, contacts }) =>
        contacts.map(({ id, name }) => [contactKey(notice.opened.agreementId, id), name] as const),
      ),
    ),
    people,
    cases: new Map(
      cases.map(({ id, reference, opened: { origin, from } }) => [
        id,
        { reference, from: origin === 'own' ? null : from },
      ]),
    ),
    authorities: new Map(authoritiesOn(now.toISOString().slice(0, 10)).map(({ id, name }) => [id, name])),
  };
}
