/** The authority’s form on paper (wording C). */
export const authorityPaper = {
  'authorityForm.title.national': 'Fiche de saisie : notification à l’autorité',
  'authorityForm.title.edpb': 'Modèle commun du CEPD : notification d’une violation',
  'authorityForm.intro.national':
    'Dans l’ordre du formulaire de l’autorité. Ce document n’est pas une notification : elle se fait sur le site de l’autorité, qui en donne le récépissé.',
  'authorityForm.intro.edpb':
    'Dans l’ordre du projet de modèle soumis à consultation en juin 2026. Tant que le modèle n’est pas adopté, le formulaire national s’applique.',
  'authorityForm.optionalBlank': 'Réponses facultatives laissées vides : {{number n}}.',
  'authorityForm.mark.missing': 'manque',
  'authorityForm.mark.pending': 'à déterminer',
} as const;
