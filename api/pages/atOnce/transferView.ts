import { mayAnswerFor } from '../../../application/policies/atOnce';
import type { Language } from '../../../domain/letters/head';
import type { Recorded } from '../../../domain/transfer/events';
import { isSecret, reviewDueAt, type Transfer } from '../../../domain/transfer/fold';
import { allowedIn } from '../../../domain/transfer/transitions';
import { countryName } from '../../../templates/countryName';
import { writeDay } from '../../../templates/grammar';
import { momentWords } from '../../../templates/pages/frame/moment';
import { phrase, type Said } from '../../../templates/pages/words/word';
import type { Inside } from '../frame';
import { transferActs } from './commands';
import { erasable } from './erasable';
import type { Own } from './matterPages';

const demandFacts = ({ source, text, knownAt }: Recorded): Own['facts'] => [
  { name: { key: 'atOnce.source' }, text: erasable(source) },
  { name: { key: 'atOnce.demanded' }, text: erasable(text) },
  { name: { key: 'atOnce.knownAt' }, at: knownAt },
];

/** Where the data went, and what allows it. */
function outsideFacts(recorded: Recorded, language: Language): Own['facts'] {
  const { source, text, knownAt, countries, unagreed, authorisedOn, authorisedBy } = recorded;
  const by = authorisedBy ?? phrase(language, { key: 'atOnce.erased' });
  return [
    { name: { key: 'atOnce.recipient' }, text: erasable(source) },
    { name: { key: 'atOnce.countries' }, text: countries.map((one) => countryName(language, one)).join(', ') },
    { name: { key: 'atOnce.transferred' }, text: erasable(text) },
    { name: { key: 'atOnce.beganAt' }, at: knownAt },
    ...(authorisedOn === null
      ? []
      : [{ name: { key: 'atOnce.authorised' } as Said, text: `${writeDay(language, authorisedOn)}, ${by}` }]),
    ...(unagreed === null && authorisedOn === null
      ? [{ name: { key: 'atOnce.authorised' } as Said, text: { key: 'atOnce.agreed' } as Said }]
      : []),
  ];
}

/** What no agreement allows is said first. */
const flagOf = ({ unagreed }: Recorded): Own['flag'] =>
  unagreed === null ? null : { said: { key: 'atOnce.unagreed' }, why: { key: `atOnce.unagreed.${unagreed}` } };

/** What the page of a transfer shows beside whom it was told to. */
export function ownOfTransfer({ ctx, frame }: Inside, one: Transfer): Own {
  const { recorded, secrecy, closed, told } = one;
  const reviewAt = reviewDueAt(one);
  const now = ctx.ports.now();
  const may = mayAnswerFor(ctx, 'transfer');
  const allowed: readonly string[] = allowedIn(one, now);
  const acts = transferActs.filter(({ kind }) => (kind === 'contacted' ? told.length > 0 : allowed.includes(kind)));
  const said = (until: string | null): Said =>
    until === null
      ? { key: 'atOnce.secretOpen' }
      : { key: 'atOnce.secretTill', values: { at: momentWords(until, frame, 'full') } };
  return {
    secrecy:
      secrecy !== null && isSecret(one, now) ? { said: said(secrecy.until), ground: erasable(secrecy.ground) } : null,
    flag: flagOf(recorded),
    segments: may ? acts.map(({ segment, label }) => ({ segment, label: { key: label } })) : [],
    facts: [
      ...(recorded.cause === 'outside' ? outsideFacts(recorded, frame.language) : demandFacts(recorded)),
      ...(reviewAt === null ? [] : [{ name: { key: 'atOnce.reviewAt' } as Said, at: reviewAt }]),
      ...(secrecy?.releasedAt
        ? [
            { name: { key: 'atOnce.releasedAt' } as Said, at: secrecy.releasedAt },
            { name: { key: 'atOnce.releaseHow' } as Said, text: erasable(secrecy.how) },
          ]
        : []),
      ...(closed === null
        ? []
        : [
            { name: { key: 'atOnce.closedAt' } as Said, at: closed.at },
            { name: { key: 'atOnce.result' } as Said, text: erasable(closed.outcome) },
          ]),
    ],
  };
}
