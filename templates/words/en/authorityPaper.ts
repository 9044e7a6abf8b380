/** The authority’s form on paper (wording C). */
export const authorityPaper = {
  'authorityForm.title.national': 'Fill-in sheet: notification to the authority',
  'authorityForm.title.edpb': 'EDPB common template: notification of a breach',
  'authorityForm.intro.national':
    'In the order of the authority’s form. This document is no notification: that is made on the authority’s site, which gives the receipt.',
  'authorityForm.intro.edpb':
    'In the order of the draft template put out to consultation in June 2026. Until the template is adopted, the national form applies.',
  'authorityForm.optionalBlank': 'Optional answers left blank: {{number n}}.',
  'authorityForm.mark.missing': 'missing',
  'authorityForm.mark.pending': 'to be determined',
} as const;
