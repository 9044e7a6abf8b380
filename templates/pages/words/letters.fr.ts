/** Letters to persons whom no mail reaches (GDPR Art. 34): printed, posted, and said to be. */
export const letters = {
  'caseAsk.lacks.phone':
    'Aucun numéro de téléphone : ni le message ni la communication publique n’en donneront. Donnez à la fiche celui du délégué ou du contact, puis rédigez.',
  'caseAsk.lacks.period':
    'La fiche ne dit pas quand cela s’est passé : la communication publique dira que la date n’est pas déterminée. Donnez-la à la fiche, ou dites-la dans vos mots.',
  'caseAsk.frozenLacks.facts':
    'La fiche en dit plus, ou autre chose, que ce texte, figé auparavant : les personnes liraient ce qui était connu alors. Rédigez à nouveau le message pour le reprendre.',
  'caseAsk.frozenLacks.phone':
    'Le texte figé ne porte pas de numéro de téléphone, ou pas celui du contact. Rédigez-le de nouveau avant, si vous en avez un.',
  'caseAsk.frozenLacks.period':
    'Le texte a été figé sans que la fiche dise quand cela s’est passé. Si on le sait maintenant, dites-le à la fiche et rédigez de nouveau avant.',
  'letters.print': 'Imprimer les lettres',
  'letters.intro':
    'Lettres à imprimer\u00a0: {n}. Fichiers PDF\u00a0: {files}. Chaque lettre commence sur une page, l’adresse à la place de la fenêtre d’une enveloppe DL. Le journal note qui les imprime, combien, et l’empreinte de chaque fichier\u00a0; les fichiers ne sont pas conservés.',
  'letters.notNow':
    'Ces lettres ne s’impriment pas maintenant\u00a0: on a dit ce qu’elles sont devenues, l’information est suspendue ou arrêtée, ou la liste n’en a pas.',
  'letters.one': '{n} personne n’a pas de courriel et reçoit une lettre.',
  'letters.many': '{n} personnes n’ont pas de courriel et reçoivent une lettre.',
  'letters.printedAt': 'Imprimées le',
  'letters.file': 'Fichier',
  'letters.confirm': 'Dire qu’elles ont été postées',
  'letters.postedOne': '{n} lettre postée le',
  'letters.posted': '{n} lettres postées le',
  'letters.left': 'Lettres encore à poster',
  'letters.notPosted': 'Lettres qui ne seront pas postées',
  'letters.otherwise':
    'Personne ne sait lesquelles\u00a0: une liste ultérieure écarte toutes ces personnes, pour que personne ne soit informé deux fois. Informez autrement, ou avec une adresse corrigée, celles dont la lettre n’est pas partie.',
  'letters.anew': 'Une liste ultérieure reprend ces personnes.',
  'letters.somePosted':
    'Lettres de cette liste déjà postées\u00a0: {n}. Toutes s’impriment de nouveau\u00a0: ne postez que les autres, personne n’est informé deux fois.',
  'letters.rule':
    'Pour des lettres, dites combien ont été postées\u00a0: les autres attendent encore. 0 dit qu’aucune de celles qui attendent ne sera postée, et pourquoi. Si une partie d’une liste a été postée, une liste ultérieure écarte toutes ses personnes, pour que personne ne soit informé deux fois\u00a0: informez les autres autrement, ou avec une adresse corrigée.',
  'letters.toPost': 'Lettres à poster',
  'letters.which': 'Lettres postées',
  'letters.ofList': 'Liste imprimée le {at}, fichier {file}, lettres\u00a0: {n}',
  'letters.otherWays': 'Aucune\u00a0: les personnes ont été informées autrement',
  'caseAsk.toReach':
    'Les courriels n’ont pas atteint {count} personnes, et personne ne les a informées depuis par un autre moyen. Si personne ne le fera, indiquez 0 informée, et pourquoi.',
  'caseAsk.leaveProof':
    'Si 0 informée : pourquoi celles que les courriels n’ont pas atteintes ne le sont pas par un autre moyen',
  'letters.proof': 'Preuve du dépôt (bordereau, numéros), ou pourquoi celles qui attendent ne partiront pas',
  'recipients.letters': 'Dont par lettre (pas de courriel)',
  'rowReason.postalIncomplete': 'adresse postale sans nom, sans rue ou sans ville',
  'rowReason.postalInvalid':
    'une ligne de l’adresse postale est trop longue (60 signes au plus) ou a des caractères invisibles',
  'caseOwed.hold': 'lever la suspension : rien n’est dû aux personnes',
  'caseOwed.letters': 'poster les lettres aux personnes, ou dire ce qu’elles sont devenues ({n})',
  'caseNext.resume': 'lever la suspension\u00a0: l’autorité a ordonné d’informer les personnes',
  'caseNext.print': 'imprimer les lettres aux personnes',
  'caseNext.post': 'poster les lettres aux personnes, et le dire',
  'entry.personsPrinted': 'Lettres aux personnes imprimées',
  'fact.printed': 'lettres imprimées',
  'err.lettersOwed': 'Des lettres aux personnes attendent d’être postées',
  'err.lettersPosted': 'Ce qu’elles sont devenues a déjà été dit\u00a0: personne n’est informé deux fois',
  'err.lettersNotPrinted': 'Ces lettres n’ont pas encore été imprimées',
  'err.lettersTooMany': 'Plus de lettres postées qu’il n’en restait',
  'err.lettersProof': 'Dites ce qui le prouve, ou pourquoi aucune n’est partie',
  'err.lettersChanged': 'Les lettres ont changé depuis l’impression\u00a0: imprimez-les de nouveau',
  'err.lettersMeans': 'Les lettres d’une liste s’envoient par lettre',
  'err.toldNone': 'Au moins une personne a été informée',
} as const;
