/** Terms of a notification to an authority, as published where they were (domain rules 2.3, 2.4). */
export const authorityTerms = {
  'sa.filing.complete': 'Notification complète',
  'sa.filing.initial': 'Notification initiale',
  'sa.filing.complementary': 'Notification complémentaire',
  'sa.filing.withdrawal': 'Notification complémentaire, pour retrait',

  'sa.said.none': 'Aucun',
  'sa.said.noSiren': 'Pas de numéro SIREN',
  'sa.said.dpo': 'Délégué à la protection des données',
  'sa.said.alerted': 'a alerté le',
  'sa.said.toBeDetermined': 'À déterminer',
  'sa.said.estimated': 'estimation',
  'sa.said.notKnownYet': 'Pas connu pour le moment',

  'sa.count.approx': 'environ',
  'sa.count.unknown': 'Pas connu pour le moment',
  'sa.count.undeterminable': 'Ne pourra pas être déterminé',

  'sa.yesNo.yes': 'Oui',
  'sa.yesNo.no': 'Non',
  'sa.yesNo.unknown': 'Pas connu pour le moment',

  'sa.civility.madam': 'Madame',
  'sa.civility.sir': 'Monsieur',

  'sa.bodyRole.processor': 'sous-traitant',
  'sa.bodyRole.jointController': 'responsable conjoint',
  'sa.bodyRole.other': 'autre organisme',

  'sa.certainty.established': 'Établi',
  'sa.certainty.supposed': 'Supposé',

  'sa.foundBy.controller': 'Le responsable de traitement',
  'sa.foundBy.processor': 'Un sous-traitant',
  'sa.foundBy.dataSubject': 'Une personne concernée',
  'sa.foundBy.thirdParty': 'Un tiers',
  'sa.foundBy.press': 'La presse',
  'sa.foundBy.other': 'Autre',

  'sa.delay.toldLateByProcessor': 'Le sous-traitant a prévenu tard',
  'sa.delay.seriesOfBreaches': 'Série de violations semblables',
  'sa.delay.systemsDown': 'Systèmes à l’arrêt',
  'sa.delay.complexScope': 'Périmètre difficile à établir',
  'sa.delay.policeRequest': 'Demande de la police ou de la justice',
  'sa.delay.internalFailure': 'Défaillance interne',
  'sa.delay.other': 'Autre',

  'sa.nature.confidentiality': 'Perte de la confidentialité',
  'sa.nature.integrity': 'Perte de l’intégrité',
  'sa.nature.availability': 'Perte de la disponibilité',

  'sa.cause.internal-malicious': 'Acte interne malveillant',
  'sa.cause.internal-accidental': 'Acte interne accidentel',
  'sa.cause.external-malicious': 'Acte externe malveillant',
  'sa.cause.external-accidental': 'Acte externe accidentel',
  'sa.cause.other': 'Autre',
  'sa.cause.unknown': 'Inconnu',

  'sa.origin.equipment-lost-or-stolen': 'Équipement perdu ou volé',
  'sa.origin.paper-lost-or-stolen': 'Papier perdu, volé ou laissé accessible dans un endroit non sécurisé',
  'sa.origin.mail-lost-or-opened': 'Courrier perdu ou ouvert avant d’être retourné à l’envoyeur',
  'sa.origin.hacking-or-malware': 'Piratage, logiciel malveillant (par exemple rançongiciel) et/ou hameçonnage',
  'sa.origin.paper-discarded':
    'Mise au rebut de documents papier contenant des données personnelles sans destruction physique',
  'sa.origin.equipment-discarded':
    'Mise au rebut d’appareils numériques contenant des données personnelles sans effacement sécurisé',
  'sa.origin.unintended-publication': 'Publication non volontaire d’informations',
  'sa.origin.wrong-person-on-portal': 'Données de la mauvaise personne affichées sur le portail du client',
  'sa.origin.wrong-recipient': 'Données personnelles envoyées à un mauvais destinataire',
  'sa.origin.spoken-disclosure': 'Informations personnelles divulguées de façon verbale',
  'sa.origin.other': 'Autre',

  'sa.exfiltration.exfiltrated': 'Données sorties',
  'sa.exfiltration.likely': 'Données probablement sorties',
  'sa.exfiltration.notExfiltrated': 'Données non sorties',
  'sa.exfiltration.cannotAssess': 'Impossible à établir',

  'sa.unintelligible.yes': 'Données inintelligibles',
  'sa.unintelligible.subvertible': 'Données inintelligibles, protection contournable',
  'sa.unintelligible.no': 'Données lisibles',
  'sa.unintelligible.cannotAssess': 'Impossible à établir',

  'sa.alteration.noWrongUse': 'Données altérées, sans mauvais usage constaté',
  'sa.alteration.recoverable': 'Données altérées, récupérables',
  'sa.alteration.notRecoverable': 'Données altérées, non récupérables',

  'sa.unavailability.temporary': 'Indisponibilité temporaire',
  'sa.unavailability.permanent': 'Indisponibilité définitive',
  'sa.unavailability.undetermined': 'Durée non déterminée',

  'sa.data.civil-status': 'État civil (ex : nom, sexe, date de naissance, âge...)',
  'sa.data.national-id-number': 'NIR (numéro de sécurité sociale)',
  'sa.data.contact-details':
    'Coordonnées (ex : adresse postale ou électronique, numéros de téléphone fixe ou portable...)',
  'sa.data.identification-or-access':
    'Données d’identification ou d’accès (identifiant, mot de passe, numéro client...)',
  'sa.data.financial-or-economic':
    'Données relatives à des informations financières (revenus, numéro de carte de crédit, coordonnées bancaires), économiques',
  'sa.data.official-documents': 'Documents officiels (passeports, pièces d’identité, etc.)',
  'sa.data.location': 'Données de localisation',
  'sa.data.offences-or-convictions': 'Données relatives à des infractions, condamnations, mesures de sûreté',
  'sa.data.not-known': 'Les données concernées ne sont pas connues pour le moment',
  'sa.data.other': 'La violation concerne d’autres données',

  'sa.sensitive.racial-or-ethnic-origin': 'Origine raciale ou ethnique',
  'sa.sensitive.political-opinions': 'Opinions politiques',
  'sa.sensitive.philosophical-or-religious-beliefs': 'Opinions philosophiques ou religieuses',
  'sa.sensitive.trade-union': 'Appartenance syndicale',
  'sa.sensitive.sexual-orientation': 'Orientation sexuelle',
  'sa.sensitive.health': 'Données de santé',
  'sa.sensitive.biometric': 'Données biométriques',
  'sa.sensitive.genetic': 'Données génétiques',

  'sa.person.employees': 'Employés',
  'sa.person.users': 'Utilisateurs',
  'sa.person.members': 'Adhérents',
  'sa.person.students': 'Étudiants / élèves',
  'sa.person.military': 'Personnel militaire',
  'sa.person.customers': 'Clients (actuels ou potentiels)',
  'sa.person.patients': 'Patients',
  'sa.person.minors': 'Mineurs',
  'sa.person.vulnerable': 'Personnes vulnérables',
  'sa.person.not-determined': 'Pas déterminé pour le moment',
  'sa.person.other': 'Autres',

  'sa.band.0-5': 'Entre 0 et 5 personnes',
  'sa.band.6-50': 'Entre 6 et 50 personnes',
  'sa.band.51-300': 'Entre 51 et 300 personnes',
  'sa.band.301-5000': 'Entre 301 et 5000 personnes',
  'sa.band.over5000': 'Plus de 5000 personnes',
} as const;
