import type { NoticeContact } from '../../domain/agreement/contacts';
import type { Deliverable } from '../../domain/delivery/events';
import type { PhoneScript } from '../../domain/letters/contact';
import { isToldCertain, sentAt } from '../../domain/notice/case';
import type { Version } from '../../domain/notice/events';
import { newestVersion } from '../../domain/notice/fold';
import { waysTo } from '../../domain/notice/waysTo';
import { freezeCall } from '../delivery/freezeMail';
import type { Context } from '../ports/ports';
import { contactsOfProcessor } from './defaults';
import { addresseeOf, authorityDueAt, headOf, toldOf } from './letterParts';
import type { FullCase } from './readCase';
import { standingOf } from '../../domain/letters/standing';

/** `version`: the one that the call is about. Of one that is being frozen nothing has left yet. */
type About = { reason: PhoneScript['reason']; version: Pick<Version, 'number' | 'kind'> };

/** The text to read to one contact on the telephone; a person calls and records what came of it. */
export async function freezeContactCall(
  ctx: Context,
  fullCase: FullCase,
  contact: NoticeContact,
  { id, ...about }: About & { id: string },
): Promise<Deliverable> {
  const { notice, agreement } = fullCase;
  const script = callScript(ctx, fullCase, contact, about);
  const rendered = await ctx.ports.texts.render('phoneScript', agreement.language, script);
  return freezeCall(ctx, notice.id, {
    id,
    to: { kind: 'contact', id: contact.id },
    address: contact.phone ?? '',
    rendered,
  });
}

/** What is read to one contact on the telephone, as things stand. */
export function callScript(
  ctx: Context,
  fullCase: FullCase,
  contact: NoticeContact,
  { reason, version }: About,
): PhoneScript {
  const { notice, agreement, incident } = fullCase;
  const newest = newestVersion(notice);
  const left = newest?.number === version.number ? sentAt(notice, newest) : null;
  const told = toldOf(fullCase);
  return {
    head: headOf(fullCase, version.number, ctx.ports.now(), null),
    addressee: addresseeOf(fullCase, contact),
    phone: contact.phone ?? '—',
    reason,
    about: aboutOf(version.kind),
    standing: standingOf({
      toldCertain: isToldCertain(fullCase),
      suspected: incident.clock.status !== 'confirmed',
    }),
    types: told.nature,
    awareAt: told.awareAt,
    mailed: reason === 'channel' && waysTo(contact, fullCase.offers).some(({ channel }) => channel === 'email'),
    sentAt: left,
    authorityDueAt: left === null ? null : authorityDueAt(fullCase, left),
    contacts: contactsOfProcessor(agreement),
    link: noticePage(ctx, fullCase),
  };
}

export const aboutOf = (kind: Version['kind']): PhoneScript['about'] =>
  kind === 'withdrawal' || kind === 'report' ? kind : 'breach';

/** The page of a notice, for people of the organisation. */
export const noticePage = ({ orgId, ports }: Context, { notice }: Pick<FullCase, 'notice'>): string =>
  `${ports.settings.publicUrl}/o/${orgId}/incidents/${notice.opened.incidentId}/notices/${notice.id}`;
