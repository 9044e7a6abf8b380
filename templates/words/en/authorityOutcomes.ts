/** What follows from a breach, who is told, who notifies. */
export const authorityOutcomes = {
  'sa.afterConfidentiality.spreadBeyondNeed':
    'Data have spread further than needed and out of the control of the persons concerned',
  'sa.afterConfidentiality.mayBeLinked': 'Data may be linked with other information about the persons concerned',
  'sa.afterConfidentiality.mayServeOtherEnds': 'Data may be used for other ends than those intended, or unfairly',
  'sa.afterConfidentiality.other': 'Other',

  'sa.afterIntegrity.usedThoughInvalid': 'Data were changed and are used although they are not valid',
  'sa.afterIntegrity.turnedToAnotherUse':
    'Data were changed into other valid data, which turns the processing from its end',
  'sa.afterIntegrity.other': 'Other',

  'sa.afterAvailability.serviceLost': 'A critical service can no longer be given',
  'sa.afterAvailability.serviceDisturbed': 'A critical service is disturbed and hard to give',
  'sa.afterAvailability.other': 'Other',

  'sa.harm.loss-of-control': 'Loss of control over their personal data',
  'sa.harm.limitation-of-rights': 'Limitation of their rights',
  'sa.harm.discrimination': 'Discrimination',
  'sa.harm.identity-theft': 'Identity theft',
  'sa.harm.fraud': 'Fraud',
  'sa.harm.reversal-of-pseudonymisation': 'Unauthorised reversal of pseudonymisation',
  'sa.harm.financial-loss': 'Financial loss',
  'sa.harm.damage-to-reputation': 'Damage to reputation',
  'sa.harm.loss-of-professional-secrecy': 'Loss of confidentiality of data protected by professional secrecy',
  'sa.harm.intrusion-on-privacy': 'Intrusion on privacy',
  'sa.harm.other': 'Other',

  'sa.gravity.negligible': 'Negligible',
  'sa.gravity.limited': 'Limited',
  'sa.gravity.important': 'Important',
  'sa.gravity.maximal': 'Maximal',

  'sa.measureState.done': 'done',
  'sa.measureState.ongoing': 'ongoing',
  'sa.measureState.planned': 'planned',

  'sa.informed.informed': 'Yes, the persons were told',
  'sa.informed.willBe': 'No, but they will be',
  'sa.informed.willNotBe': 'No, they will not be',
  'sa.informed.notDetermined': 'Not determined at this stage',

  'sa.informedBy.email': 'E-mail',
  'sa.informedBy.sms': 'SMS',
  'sa.informedBy.letter': 'Letter',
  'sa.informedBy.account': 'Their account',
  'sa.informedBy.phone': 'Telephone',
  'sa.informedBy.inPerson': 'In person',
  'sa.informedBy.publicNotice': 'Public notice',
  'sa.informedBy.other': 'Other',

  'sa.notInformed.noHighRisk': 'A high risk is not likely (Art. 34(1))',
  'sa.notInformed.unintelligibleData': 'Whoever has the data cannot read them (Art. 34(3)(a))',
  'sa.notInformed.laterMeasures': 'Measures taken since have removed the high risk (Art. 34(3)(b))',
  'sa.notInformed.disproportionateEffort':
    'Telling each person would take disproportionate effort: public notice (Art. 34(3)(c))',

  'sa.sector.A': 'Agriculture, forestry and fishing',
  'sa.sector.B': 'Mining and quarrying',
  'sa.sector.C': 'Manufacturing',
  'sa.sector.D': 'Electricity, gas, steam and air conditioning supply',
  'sa.sector.E': 'Water supply; sewerage, waste management and remediation activities',
  'sa.sector.F': 'Construction',
  'sa.sector.G': 'Wholesale and retail trade; repair of motor vehicles and motorcycles',
  'sa.sector.H': 'Transportation and storage',
  'sa.sector.I': 'Accommodation and food service activities',
  'sa.sector.J': 'Information and communication',
  'sa.sector.K': 'Financial and insurance activities',
  'sa.sector.L': 'Real estate activities',
  'sa.sector.M': 'Professional, scientific and technical activities',
  'sa.sector.N': 'Administrative and support service activities',
  'sa.sector.O': 'Public administration and defence; compulsory social security',
  'sa.sector.P': 'Education',
  'sa.sector.Q': 'Human health and social work activities',
  'sa.sector.R': 'Arts, entertainment and recreation',
  'sa.sector.S': 'Other service activities',
  'sa.sector.T':
    'Activities of households as employers; undifferentiated goods- and services-producing activities of households for own use',
  'sa.sector.U': 'Activities of extraterritorial organisations and bodies',
  'sa.sector.unknown': 'Unknown',

  'sa.rule.publicBody': 'Public body: the authority of its country',
  'sa.rule.territory': 'The authority of the country of establishment',
  'sa.rule.lead': 'The lead authority, once',
  'sa.rule.noLead': 'No lead authority: each authority concerned',
  'sa.rule.noEstablishment': 'No establishment in the European Economic Area: each authority concerned',
} as const;
