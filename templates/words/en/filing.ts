import { authorityForm } from './authorityForm';
import { authorityOutcomes } from './authorityOutcomes';
import { authorityTerms } from './authorityTerms';
import { edpbForm } from './edpbForm';

/** Every label of a notification to an authority. Labels hold no places to fill, so pages and letters share them. */
export const filing = { ...authorityForm, ...authorityOutcomes, ...authorityTerms, ...edpbForm } as const;
