/** Letters to persons whom no mail reaches (GDPR Art. 34): printed, posted, and said to be. */
export const letters = {
  'letters.print': 'Imprimer les lettres',
  'letters.intro':
    'Lettres à imprimer\u00a0: {n}. Fichiers PDF\u00a0: {files}. Chaque lettre commence sur une page, l’adresse à la place de la fenêtre d’une enveloppe DL. Le journal note qui les imprime, combien, et l’empreinte de chaque fichier\u00a0; les fichiers ne sont pas conservés.',
  'letters.notNow':
    'Ces lettres ne s’impriment pas maintenant\u00a0: elles ont été postées, l’information est suspendue ou arrêtée, ou la liste n’en a pas.',
  'letters.one': '{n} personne n’a pas de courriel et reçoit une lettre.',
  'letters.many': '{n} personnes n’ont pas de courriel et reçoivent une lettre.',
  'letters.printedAt': 'Imprimées le',
  'letters.file': 'Fichier',
  'letters.confirm': 'Dire qu’elles ont été postées',
  'letters.postedOne': '{n} lettre postée le',
  'letters.posted': '{n} lettres postées le',
  'letters.toPost': 'Lettres à poster',
  'letters.which': 'Lettres postées',
  'letters.ofList': 'Liste imprimée le {at}, lettres\u00a0: {n}',
  'letters.otherWays': 'Aucune\u00a0: les personnes ont été informées autrement',
  'letters.proof': 'Preuve du dépôt (bordereau, numéros), ou pourquoi toutes ne sont pas parties',
  'recipients.letters': 'Dont par lettre (pas de courriel)',
  'rowReason.postalIncomplete': 'adresse postale sans nom, sans rue ou sans ville',
  'rowReason.postalInvalid':
    'une ligne de l’adresse postale est trop longue (60 signes au plus) ou a des caractères invisibles',
  'caseOwed.letters': 'poster les lettres aux personnes, ou dire ce qu’elles sont devenues ({n})',
  'caseNext.post': 'poster les lettres aux personnes, et le dire',
  'entry.personsPrinted': 'Lettres aux personnes imprimées',
  'err.lettersPosted': 'Ce qu’elles sont devenues a déjà été dit\u00a0: personne n’est informé deux fois',
  'err.lettersNotPrinted': 'Ces lettres n’ont pas encore été imprimées',
  'err.lettersTooMany': 'Plus de lettres postées que de lettres imprimées',
  'err.lettersProof': 'Dites ce qui le prouve, ou pourquoi aucune n’est partie',
  'err.lettersChanged': 'Les lettres ont changé depuis l’impression\u00a0: imprimez-les de nouveau',
  'err.lettersMeans': 'Les lettres d’une liste s’envoient par lettre',
  'err.toldNone': 'Au moins une personne a été informée',
} as const;
