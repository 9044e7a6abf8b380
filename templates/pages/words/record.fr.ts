/** The record of a breach, and the authority’s form that is filled in from it. */
export const record = {
  'sheet.title': 'Fiche de saisie',
  'sheet.intro': 'Dans l’ordre du formulaire de l’autorité. Copiez chaque réponse, puis notez le récépissé.',
  'sheet.types': 'Type de notification',
  'sheet.missing': 'Il manque pour cette notification',
  'sheet.ready': 'Rien ne manque pour cette notification.',
  'sheet.needed': 'manque',
  'sheet.pending': 'pas connu pour le moment',
  'taken.incident': 'repris de l’incident',
  'sheet.later': 'Ce qu’une notification ultérieure devra compléter',
  'recordAsk.dpo.name': 'Délégué à la protection des données : nom',
  'recordAsk.dpo.email': 'Délégué : adresse de courriel',
  'recordAsk.dpo.phone': 'Délégué : téléphone',
  'recordAsk.contactPerson.firstName': 'Autre contact : prénom',
  'recordAsk.contactPerson.lastName': 'Autre contact : nom',
  'recordAsk.contactPerson.function': 'Autre contact : fonction',
  'recordAsk.contactPerson.email': 'Autre contact : adresse de courriel',
  'recordAsk.contactPerson.phone': 'Autre contact : téléphone',
  'caseAsk.record': 'Compléter la fiche de la violation',
  'caseAsk.recordIntro':
    'Ce que l’autorité demande. Laissez vide ce que vous ne savez pas encore : rien de connu n’est effacé.',
} as const;
