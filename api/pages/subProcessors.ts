import { z } from 'zod';
import { readSubProcessorMap } from '../../application/agreement/readSubProcessorMap';
import { mayReadAgreements } from '../../application/policies/agreement';
import type { MappedFirm } from '../../domain/agreement/subProcessorMap';
import type { Frame } from '../../templates/pages/frame/frame';
import { type FirmLine, subProcessorsPage } from '../../templates/pages/subProcessors';
import { countryName } from '../../templates/countryName';
import { phrase } from '../../templates/pages/words/word';
import { definePage } from '../http/definePage';
import { OrgId } from '../http/fields';
import { enterHouse, shownAs } from './frame';
import type { PageHouse } from './house';

/** Who processes under us: drawn, and the same as a table (duty S3-16). */
export const subProcessorsPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/sub-processors',
    audience: 'member',
    policy: mayReadAgreements,
    params: z.object({ orgId: OrgId }),
    async render(visit) {
      const entered = await enterHouse(house, visit, 'agreements', '/sub-processors');
      if (!entered.ok) return entered;
      const { ctx, frame, organisation } = entered.value;
      const read = await readSubProcessorMap({ ctx });
      if (!read.ok) return read;
      return shownAs(
        subProcessorsPage(frame, { own: organisation.name, firms: read.value.map((one) => line(one, frame)) }),
      );
    },
  });

function line({ name, country, tier, under, contracts }: MappedFirm, { language }: Frame): FirmLine {
  const own = phrase(language, { key: 'subMap.own' });
  return {
    name,
    country: countryName(language, country),
    tier,
    parents: under,
    under: under.map((one) => one ?? own).join(', '),
    contracts: contracts.map(({ agreementId, controller, reference, service, authorisation }) => ({
      href: `/agreements/${agreementId}`,
      controller,
      reference,
      service,
      isAuthorised: authorisation === 'authorised',
      authorisation: { key: `authorisation.${authorisation}` },
    })),
  };
}
