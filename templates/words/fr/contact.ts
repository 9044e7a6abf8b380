/** Mails to contacts of a controller beside the notices themselves. */
export const contact = {
  'contactReminder.subject': '{{mark}}Rappel : accusé de réception attendu, réf. {{reference}}, version {{version}}',
  'contactReminder.title': 'Accusé de réception attendu',
  'contactReminder.text':
    'Une notification de violation de données personnelles a été envoyée le {{instant sentAt}} à {{contact}}, pour {{controller}}. Aucun accusé de réception n’est enregistré à ce stade.',
  'contactReminder.limit':
    'Le délai de l’article 33 du RGPD est compté, par prudence, de cet envoi : il prendrait fin le {{instant dueAt}}.',
  'contactReminder.action': 'Lire et accuser réception',
  'contactReminder.contact': 'Contact',

  'contactAnswer.subject': '{{mark}}Réponse à votre question, réf. {{reference}}',
  'contactAnswer.title': 'Réponse à votre question',
  'contactAnswer.text':
    'À la question posée le {{instant askedAt}} par {{contact}}, pour {{controller}}, une réponse est enregistrée depuis le {{instant answeredAt}}. Elle se lit par le lien personnel, comme la question : ni l’une ni l’autre n’est reprise dans ce courriel.',
  'contactAnswer.action': 'Lire la réponse',
  'contactAnswer.more': 'Une autre question peut être posée au même endroit.',

  'contactMeasure.subject': '{{mark}}Mesure à décider avec vous, réf. {{reference}}',
  'contactMeasure.subjectUrgent': '{{mark}}URGENT : mesure à décider avec vous, réf. {{reference}}',
  'contactMeasure.title': 'Mesure à décider avec vous',
  'contactMeasure.text':
    'Une mesure de protection est proposée depuis le {{instant proposedAt}} à {{contact}}, pour {{controller}}. Elle se lit par le lien personnel, et la réponse s’y donne : accord, refus ou modification.',
  'contactMeasure.limit': 'Réponse attendue au plus tard le {{instant dueAt}}.',
  'contactMeasure.action': 'Lire et répondre',
  'contactMeasure.more':
    'Si l’urgence ne permet pas d’attendre, la mesure peut être prise sans réponse ; le motif en est alors inscrit au journal et montré au même endroit.',

  'signingLink.subject': '{{mark}}Avenant à signer : contrat {{agreement}}, version {{version}}',
  'signingLink.title': 'Avenant à signer',
  'signingLink.strap': 'Contrat {{agreement}}, version {{version}}',
  'signingLink.text':
    '{{sender}} propose un avenant au contrat {{agreement}}. {{contact}} peut le lire et le signer pour {{controller}} par ce lien.',
  'signingLink.action': 'Lire et signer',
  'signingLink.until':
    'Le lien est personnel. Il cesse de valoir le {{instant expiresAt}}, une heure après la signature, ou dès le retrait.',
  'signingLink.doubt': 'En cas de doute, appelez le numéro inscrit à votre contrat.',
} as const;
