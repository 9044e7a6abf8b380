import { describe, expect, it } from '@jest/globals';
import { unagreedBy } from '../../../domain/transfer/agreed';

const day = '2026-05-13';
const none = { allowed: false };
const to = (countries?: string[], safeguards: string | undefined = 'clauses types') => ({
  allowed: true,
  ...(countries && { countries }),
  ...(safeguards && { safeguards }),
});

describe('no transfer outside without a prior written agreement (duty S3-17)', () => {
  it.each([
    ['within the EEA nothing is asked', none, ['DE', 'NO'], null, null],
    ['a contract that allows none', none, ['US'], null, 'notAllowed'],
    ['a contract that was erased allows none', null, ['US'], null, 'notAllowed'],
    ['a country that it names, with safeguards', to(['US', 'GB']), ['US'], null, null],
    ['one of two countries that it does not name', to(['US']), ['US', 'IN'], null, 'otherCountry'],
    ['a contract that names no country allows any, with safeguards', to(), ['IN'], null, null],
    ['a contract that says no safeguards', to(['US'], ''), ['US'], null, 'noSafeguards'],
    ['authorised beforehand, whatever the contract says', none, ['US'], '2026-05-12', null],
    ['authorised on the very day', none, ['US'], day, null],
    ['authorised after it began', to(['US']), ['US'], '2026-05-14', 'notPrior'],
  ] as const)('%s', (_name, transfers, countries, authorisedOn, unagreed) => {
    const document = transfers && {
      transfersOutsideEU: {
        ...transfers,
        ...('countries' in transfers && { countries: [...(transfers.countries ?? [])] }),
      },
    };
    expect(unagreedBy(document, { countries, authorisedOn, day })).toBe(unagreed);
  });
});
