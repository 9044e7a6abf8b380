/** The reference of the API: what frames it; what it says of each operation is in English. */
export const docs = {
  'docs.title': 'Référence de l’API',
  'docs.intro':
    'Chaque adresse de l’API, avec qui peut s’en servir, ce qu’elle prend et ce qu’elle répond. Un jeton va dans l’en-tête Authorization, précédé de Bearer. Les descriptions sont en anglais.',
  'docs.document': 'Le même document pour les machines (OpenAPI 3.1)',
  'docs.groups': 'Groupes',
  'docs.shapes': 'Formes',
  'docs.roles': 'Rôles\u00a0:',
  'docs.sealed': 'Aucun jeton\u00a0: le sceau d’une installation admise.',
  'docs.tool': 'outil',
  'docs.parameters': 'Paramètres',
  'docs.body': 'Corps',
  'docs.needed': 'obligatoire',
  'docs.answer': 'Réponse',
  'docs.bodyExample': 'Exemple de corps',
  'docs.answerExample': 'Exemple de réponse',
  'docs.problems': 'Refus possibles',
} as const;
