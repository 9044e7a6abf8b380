/** What follows from a breach, who is told, who notifies: terms as published where they were (domain rules 2.2 to 2.4). */
export const authorityOutcomes = {
  'sa.needs.initial': 'Une notification initiale demande encore',
  'sa.needs.complementary': 'Une notification complémentaire demande encore',
  'sa.needs.complete': 'Une notification complète demande en outre',
  'sa.needs.withdrawal': 'Un retrait demande encore',
  'sa.whole.initial': 'Rien ne manque pour une notification initiale.',
  'sa.whole.complementary': 'Rien ne manque pour une notification complémentaire.',
  'sa.whole.complete': 'Une notification complète ne demande rien de plus.',
  'sa.whole.withdrawal': 'Rien ne manque pour un retrait.',

  'sa.afterConfidentiality.spreadBeyondNeed':
    'Les données ont été diffusées plus que nécessaire et ont échappé à la maîtrise des personnes concernées',
  'sa.afterConfidentiality.mayBeLinked':
    'Les données peuvent être croisées avec d’autres informations relatives aux personnes concernées',
  'sa.afterConfidentiality.mayServeOtherEnds':
    'Les données peuvent être exploitées à d’autres fins que celles prévues et/ou de manière non loyale',
  'sa.afterConfidentiality.other': 'Autre',

  'sa.afterIntegrity.usedThoughInvalid':
    'Les données ont été modifiées et sont utilisées bien qu’elles soient invalides',
  'sa.afterIntegrity.turnedToAnotherUse':
    'Les données ont été modifiées en d’autres données valides, ce qui détourne le traitement',
  'sa.afterIntegrity.other': 'Autre',

  'sa.afterAvailability.serviceLost': 'Perte de la capacité à fournir un service critique',
  'sa.afterAvailability.serviceDisturbed': 'Dysfonctionnement et difficultés à fournir un service critique',
  'sa.afterAvailability.other': 'Autre',

  'sa.harm.loss-of-control': 'Perte de contrôle sur leurs données personnelles',
  'sa.harm.limitation-of-rights': 'Limitation de leurs droits',
  'sa.harm.discrimination': 'Discrimination',
  'sa.harm.identity-theft': 'Vol d’identité',
  'sa.harm.fraud': 'Fraude',
  'sa.harm.reversal-of-pseudonymisation': 'Levée non autorisée de la pseudonymisation',
  'sa.harm.financial-loss': 'Pertes financières',
  'sa.harm.damage-to-reputation': 'Atteinte à la réputation',
  'sa.harm.loss-of-professional-secrecy':
    'Perte de la confidentialité de données protégées par un secret professionnel',
  'sa.harm.intrusion-on-privacy': 'Atteinte à la vie privée',
  'sa.harm.other': 'Autre',

  'sa.gravity.negligible': 'Négligeable',
  'sa.gravity.limited': 'Limité',
  'sa.gravity.important': 'Important',
  'sa.gravity.maximal': 'Maximal',

  'sa.measureState.done': 'réalisée',
  'sa.measureState.ongoing': 'en cours',
  'sa.measureState.planned': 'prévue',

  'sa.informed.informed': 'Oui, les personnes ont été informées',
  'sa.informed.willBe': 'Non, mais elles le seront',
  'sa.informed.willNotBe': 'Non ils ne le seront pas',
  'sa.informed.notDetermined': 'Non déterminé pour le moment',

  'sa.informedBy.email': 'Courriel',
  'sa.informedBy.sms': 'SMS',
  'sa.informedBy.letter': 'Lettre',
  'sa.informedBy.account': 'Espace personnel',
  'sa.informedBy.phone': 'Téléphone',
  'sa.informedBy.inPerson': 'De vive voix',
  'sa.informedBy.publicNotice': 'Communication publique',
  'sa.informedBy.other': 'Autre',

  'sa.notInformed.noHighRisk': 'Le risque n’est pas susceptible d’être élevé (art. 34, 1)',
  'sa.notInformed.unintelligibleData': 'Les données sont incompréhensibles pour qui les aurait (art. 34, 3, a)',
  'sa.notInformed.laterMeasures': 'Des mesures prises depuis écartent le risque élevé (art. 34, 3, b)',
  'sa.notInformed.disproportionateEffort':
    'Informer chacun exigerait des efforts disproportionnés : communication publique (art. 34, 3, c)',

  'sa.sector.A': 'Agriculture, sylviculture et pêche',
  'sa.sector.B': 'Industries extractives',
  'sa.sector.C': 'Industrie manufacturière',
  'sa.sector.D': 'Production et distribution d’électricité, de gaz, de vapeur et d’air conditionné',
  'sa.sector.E': 'Production et distribution d’eau ; assainissement, gestion des déchets et dépollution',
  'sa.sector.F': 'Construction',
  'sa.sector.G': 'Commerce ; réparation d’automobiles et de motocycles',
  'sa.sector.H': 'Transports et entreposage',
  'sa.sector.I': 'Hébergement et restauration',
  'sa.sector.J': 'Information et communication',
  'sa.sector.K': 'Activités financières et d’assurance',
  'sa.sector.L': 'Activités immobilières',
  'sa.sector.M': 'Activités spécialisées, scientifiques et techniques',
  'sa.sector.N': 'Activités de services administratifs et de soutien',
  'sa.sector.O': 'Administration publique',
  'sa.sector.P': 'Enseignement',
  'sa.sector.Q': 'Santé humaine et action sociale',
  'sa.sector.R': 'Arts, spectacles et activités récréatives',
  'sa.sector.S': 'Autres activités de services',
  'sa.sector.T':
    'Activités des ménages en tant qu’employeurs ; activités indifférenciées des ménages en tant que producteurs de biens et services pour usage propre',
  'sa.sector.U': 'Activités extra-territoriales',
  'sa.sector.unknown': 'Inconnu',

  'sa.rule.publicBody': 'Organisme public : l’autorité de son pays',
  'sa.rule.territory': 'L’autorité du pays d’établissement',
  'sa.rule.lead': 'L’autorité chef de file, une seule fois',
  'sa.rule.noLead': 'Aucune autorité chef de file : chaque autorité concernée',
  'sa.rule.noEstablishment': 'Aucun établissement dans l’Espace économique européen : chaque autorité concernée',
} as const;
