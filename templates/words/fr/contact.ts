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
  'contactAnswer.documents':
    '{{number documents}} {{plural documents one="pièce accompagne" other="pièces accompagnent"}} la réponse, à prendre au même endroit.',
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
  'contactTest.subject':
    '{{mark}}ESSAI, aucune violation : confirmez que ce message vous parvient (contrat {{agreement}})',
  'contactTest.title': 'Ceci est un essai',
  'contactTest.strap': 'Contrat {{agreement}} : essai de contact',
  'contactTest.nothing':
    'Ceci est un essai : il n’y a ni incident ni violation de données, et rien d’autre ne vous est demandé.',
  'contactTest.text':
    '{{sender}} vérifie que ses avis de violation parviendraient à {{contact}} pour {{controller}}, contrat {{agreement}}. Confirmez d’un clic que ce message est bien arrivé.',
  'contactTest.action': 'Confirmer la réception',
  'contactTest.until': 'Le lien est personnel, et vaut jusqu’au {{instant expiresAt}}.',
  'atOnce.acknowledge':
    'Merci de confirmer la lecture de ce message par le lien personnel ci-dessous\u00a0: nom, fonction et heure sont consignés.',
  'vulnerability.subject': '{{mark}}Vulnérabilité avérée {{reference}} (contrat {{agreement}})',
  'vulnerability.title': 'Vulnérabilité avérée',
  'vulnerability.strap': '{{reference}}, contrat {{agreement}}',
  'vulnerability.text':
    '{{sender}} informe {{controller}} sans attendre, au titre du contrat {{agreement}} ({{service}}), d’une vulnérabilité avérée.',
  'vulnerability.noBreach':
    'Ce message n’annonce pas une violation de données. Si une violation est suspectée ou constatée, elle est notifiée à part.',
  'vulnerability.proven': 'Avérée le',
  'vulnerability.identifier': 'Identifiant',
  'vulnerability.what': 'Ce qui a été constaté',
  'vulnerability.byPhone': 'Le détail vous est donné par téléphone : appelez le contact ci-dessous.',
  'transfer.subject.compulsion': '{{mark}}Demande légale portant sur vos données {{reference}} (contrat {{agreement}})',
  'transfer.subject.instrument':
    '{{mark}}Changement de l’instrument de transfert {{reference}} (contrat {{agreement}})',
  'transfer.title.compulsion': 'Demande légale portant sur vos données',
  'transfer.title.instrument': 'L’instrument d’un transfert change',
  'transfer.text.compulsion':
    '{{sender}} informe {{controller}} sans attendre, au titre du contrat {{agreement}} ({{service}}), que la loi, un juge ou une autorité exige la communication ou le transfert de données personnelles de ce contrat.',
  'transfer.text.instrument':
    '{{sender}} informe {{controller}} sans attendre, au titre du contrat {{agreement}} ({{service}}), que ce qui fonde un transfert de données personnelles de ce contrat change, est suspendu ou disparaît.',
  'transfer.forbidden': 'La loi nous interdisait de vous en informer jusqu’au {{instant until}}.',
  'transfer.known': 'Connu de nous le',
  'transfer.source.compulsion': 'Exigé par',
  'transfer.source.instrument': 'Instrument',
  'transfer.what.compulsion': 'Ce qui est exigé',
  'transfer.what.instrument': 'Ce qui change',
  'transfer.subject.outside': '{{mark}}Transfert non convenu de vos données {{reference}} (contrat {{agreement}})',
  'transfer.title.outside': 'Un transfert de vos données n’était pas convenu',
  'transfer.text.outside':
    '{{sender}} informe {{controller}} sans attendre, au titre du contrat {{agreement}} ({{service}}), que des données personnelles de ce contrat ont été transférées vers un pays sans accord écrit préalable qui le permette.',
  'transfer.since': 'Depuis le',
  'transfer.source.outside': 'Destinataire',
  'transfer.what.outside': 'Ce qui a été transféré',
  'transfer.countries': 'Pays',
  'transfer.why': 'Pourquoi ce n’était pas convenu',
  'transfer.unagreed.notAllowed': 'le contrat ne permet aucun transfert hors de l’Union européenne',
  'transfer.unagreed.otherCountry': 'le contrat ne nomme pas ce pays',
  'transfer.unagreed.noSafeguards': 'le contrat ne dit aucune garantie',
  'transfer.unagreed.notPrior': 'il a été autorisé après avoir commencé',
  'contactsDue.subject': '{{mark}}Contacts à éprouver : {{count}} {{plural count one="contrat" other="contrats"}}',
  'contactsDue.title': 'Des contacts sont à éprouver',
  'contactsDue.text':
    'Pour ces contrats, un contact n’a pas été éprouvé depuis trop longtemps, ou son dernier essai a échoué. Un avis de violation pourrait ne pas lui parvenir.',
  'contactsDue.line':
    '{{controller}}, contrat {{reference}} : {{ways}} {{plural ways one="voie" other="voies"}} à éprouver',
  'contactsDue.todo': 'Ouvrez chaque contrat, et lancez l’essai de ses contacts.',
  'contactsDue.action': 'Ouvrir les contrats',
} as const;
