/** The assessment of the risk of a case: what is asked, and what is proposed. */
export const assessment = {
  'assessment.title': 'Assessment of the risk',
  'assessment.none':
    'Nobody has assessed the risk yet. The assessment proposes a risk, with its reasons; it decides nothing.',
  'assessment.proposed': 'Proposed:',
  'assessment.doubt': 'with a doubt',
  'assessment.why': 'Why',
  'assessment.level': 'Severity: {level}',
  'assessment.sum': 'context {dpc} × identification {ei} + circumstances {cb} = {se}',
  'assessment.short': '{level} ({se})',
  'assessment.gravity': 'Gravity (form of the CNIL)',
  'assessment.edpb': 'Severity (European template)',
  'assessment.answers': 'What was answered',
  'assessment.ease': 'To find the persons',
  'assessment.persons': 'Number of persons',
  'assessment.about': 'about {n}',
  'assessment.by': 'Assessed by',
  'assessment.first':
    'Assess the risk first: the decision answers a proposal. Telling the authority waits for nothing.',
  'assessment.overtaken':
    'More was told since this assessment: assess again before deciding. Telling the authority waits for nothing.',
  'scoreAsk.intro':
    'Answer what you know; “not known” is an answer. Vigie makes a score of it (ENISA method) and proposes a risk. A person decides afterwards. The authority can be told without waiting.',
  'scoreAsk.data': 'Which data?',
  'scoreAsk.persons': 'The persons',
  'scoreAsk.seen': 'Who may have seen the data',
  'scoreAsk.harm': 'What happened to the data',
  'scoreAsk.cell': '{what}: what they tell',
  'scoreAsk.ease': 'Can the persons be found?',
  'scoreAsk.personsHint': 'About how many. Empty: not known yet.',
  'scoreAsk.unintelligible': 'Can whoever has the data not read them (encrypted, and the key is safe)?',
  'caseAsk.score': 'Assess the risk',
  'caseAsk.doubt': 'Doubt',
  'caseAsk.doubtYes': 'There is a doubt: the authority is notified',
  'caseAsk.likelihood': 'Likelihood of the harm',
  'caseAsk.publicHint':
    'Needed for ground c. The exemption counts while the notice is published from here, or where it is public elsewhere.',
  'caseAsk.publishedAt': 'Public elsewhere since',
  'caseAsk.publishedProof': 'What proves it',
  'caseAsk.publishedHint': 'An address, a page of a newspaper, a photograph of the notice.',
  'caseNext.publish': 'publish the notice that stands in place of telling each person',
  'caseAsk.exemption': 'Ground not to tell the persons',
  'caseAsk.exemptionHint':
    'Of a high risk only (Article 34(3)). The exemption counts once it is recorded with its proof.',
  'caseAsk.againstAdvice': 'Why otherwise than the DPO advised',
  'caseAsk.againstAdviceHint': 'Only where the decision differs from the advice.',
} as const;
