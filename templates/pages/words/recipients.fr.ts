/** Whom we tell, and how far we have come (GDPR Art 34). */
export const recipients = {
  'message.look': 'Voir ce que cela donnera',
  'message.preview': 'Ce que cela donnera',
  'message.previewIntro': 'Rien n’est encore figé, rien n’a été consigné.',
  'caseAsk.draftTaken': '{field}\xa0: {from}.',
  'caseAsk.draftNoData':
    'En l’état, le message dit qu’on ne sait pas encore quelles données sont touchées\xa0: complétez la fiche, ou évaluez le risque.',
  'recipients.title': 'Listes de destinataires',
  'recipients.intro':
    'Un courriel par personne, jamais de liste visible\u00a0; une lettre à qui n’a pas de courriel. Rien ne part avant que quelqu’un accepte la liste. Les adresses sont chiffrées, et effacées 90 jours après le dernier courriel parti et la dernière lettre postée (le DPO en est averti une semaine avant), ou quand le dossier est clos ; le journal n’en garde que le nombre et l’empreinte.',
  'recipients.upload': 'Ajouter une liste',
  'recipients.file': 'Fichier CSV',
  'recipients.hint':
    'UTF-8 ou Windows-1252, séparé par des virgules ou des points-virgules. La première ligne nomme la colonne email, et si vous voulez nom et langue (fr, en). Qui n’a pas de courriel reçoit une lettre\u00a0: colonnes nom, adresse, ville, et s’il y a lieu adresse2, code postal, pays. 100 000 lignes au plus (environ 4 Mo : une demi-minute à 1 Mbit/s ; 30 Mo et cinq minutes au plus).',
  'recipients.go': 'Lire la liste',
  'recipients.named': 'Liste reçue le {at}, fichier {file}',
  'recipients.noRelay':
    'Aucun relais de messagerie n’est réglé : aucun courriel ne partirait. Faites-le régler par qui exploite Vigie (SMTP_URL, MAIL_FROM), ou informez ces personnes autrement et dites-le ici. Une liste de lettres seules, sans courriel, peut être acceptée sans relais.',
  'recipients.good': 'Personnes à informer',
  'recipients.shared': 'Dont à une adresse électronique partagée avec un autre nom (un courriel chacun)',
  'recipients.bad': 'Lignes écartées',
  'recipients.duplicates': 'Doublons écartés',
  'recipients.toldBefore': 'Informés par une liste précédente, écartés',
  'recipients.duplicateLines': 'Doublons aux lignes',
  'recipients.line': 'ligne',
  'recipients.leftOut': 'Toutes les lignes écartées, avec leur numéro et le motif (CSV)',
  'recipients.code': 'code',
  'recipients.why': 'motif',
  'rowReason.duplicate': 'elle figure déjà plus haut à la même adresse',
  'rowReason.toldBefore': 'informée par une liste antérieure',
  'err.rowsFirst':
    'Seules les premières lignes sont citées ici : toutes sont dans le fichier des lignes écartées, ci-dessous, pendant une semaine',
  'err.rowsLeftOut':
    'Plus de 100\u00a0000 lignes ne peuvent pas être informées, ou figurent deux fois\u00a0: vérifiez les colonnes du fichier',
  'recipients.faults': 'Lignes écartées, une à une',
  'recipients.faultsFirst': 'Les {n} premières lignes écartées, une à une',
  'recipients.duplicateLinesFirst': 'Les {n} premiers doublons, aux lignes',
  'recipients.atLine': 'ligne {n} : {fault}',
  'recipients.waiting':
    'Elle attend que quelqu’un l’accepte : rien n’est parti. Sans cela, elle est effacée au bout d’une semaine.',
  'recipients.older':
    'Une autre liste a été acceptée depuis : redonnez celle-ci, pour que personne ne soit informé deux fois.',
  'recipients.otherLeaves': 'Une autre liste est en train de partir : celle-ci pourra être acceptée après.',
  'recipients.held': 'L’information des personnes est suspendue : rien ne part avant que la suspension soit levée.',
  'recipients.draftFirst': 'Le message n’est pas encore rédigé : il n’y a rien à envoyer.',
  'recipients.notRequired': 'Rien n’est décidé qui fasse informer les personnes : décidez-le d’abord.',
  'recipients.lookAgain': 'Actualiser',
  'recipients.progress': 'Avancement de l’envoi',
  'recipients.done': 'Envoi terminé',
  'recipients.sent': 'Acceptés par le relais de messagerie',
  'recipients.left': 'Restent à informer',
  'recipients.refused': 'Refusés',
  'recipients.unknown': 'Sans réponse du relais (jamais renvoyés)',
  'recipients.bounced': 'Revenus',
  'recipients.hash': 'Empreinte du fichier (SHA-256)',
  'recipients.none': 'Aucune liste.',
  'recipients.exercise':
    'Ce dossier est un exercice : aucune liste n’y est prise, personne n’est informé par courriel.',
  'recipients.unreachedFile': 'Qui les courriels n’ont pas atteint, nommément (CSV ; la lecture laisse une trace)',
  'recipients.unreachedHow':
    'Informez ces personnes autrement : redéposez celles dont le courriel a été refusé ou est revenu, avec une adresse corrigée ; celles pour qui le relais n’a pas répondu ont pu être informées et reçoivent une lettre : une ligne avec nom, adresse et ville, sans courriel. Ou notez par quel autre moyen elles l’ont été.',
  'caseAsk.unreached': 'Pourquoi clore alors que toutes les personnes n’ont pas été jointes',
  'caseAsk.unreachedCounts':
    'Informées : {told}, dont courriels revenus : {bounced}. Sans réponse du relais : {unknown}. Refusés ou non postés : {others}.',
  'caseAsk.unreachedOf':
    'Informées : {told} sur {concerned}, dont courriels revenus : {bounced}. Sans réponse du relais : {unknown}. Refusés ou non postés : {others}.',
  'err.unreached': 'Toutes les personnes concernées n’ont pas été jointes : dites pourquoi le dossier est clos ainsi',
  'recipients.nobody': 'Personne ne peut être informé : ses lignes écartées sont gardées une semaine',
  'caseAsk.repeat': 'Comment personne de cette liste n’est informé deux fois',
  'caseAsk.repeatHint':
    'Des listes antérieures de ce dossier ont informé des personnes et leurs adresses sont effacées : Vigie ne peut comparer à personne.',
  'err.repeat':
    'Des listes antérieures ont informé des personnes et leurs adresses sont effacées : dites comment personne n’est informé deux fois',
  'recipients.stopped': 'Envoi arrêté',
  'recipients.unreached': 'Terminée, personne n’a été informé',
  'rowReason.emailMissing': 'pas d’adresse',
  'rowReason.emailInvalid': 'ce n’est pas une adresse de courriel',
  'rowReason.nameInvalid': 'nom trop long, ou avec des caractères invisibles',
  'rowReason.languageUnknown': 'langue autre que fr et en',
  'rowReason.columns': 'pas le même nombre de colonnes que la première ligne',
  'rowReason.quotes': 'guillemets mal fermés',
  'personsState.SENDING': 'envoi en cours',
  'caseAsk.send': 'Accepter une liste et envoyer',
  'caseAsk.sendIntro':
    'Chaque personne de la liste reçoit le message figé, dans sa langue s’il y est écrit. Une suspension arrête l’envoi ; la lever le reprend où il en était.',
  'caseAsk.sendCount': 'Un courriel part aussitôt à chacune des personnes de la liste\u00a0: {count}.',
  'caseAsk.sendCountLetters':
    'Un courriel part aussitôt à chacune des personnes de la liste qui en a un\u00a0: {count}. Lettres à imprimer ensuite\u00a0: {letters}.',
  'caseAsk.listOfLetters':
    'Liste reçue le {at}, fichier {file}. Personnes à informer\u00a0: {count}, dont par lettre\u00a0: {letters}. Lignes écartées\u00a0: {bad}. Doublons écartés\u00a0: {duplicates}.',
  'caseAsk.sendChoose':
    'Un courriel part aussitôt à chaque personne de la liste que vous choisissez ; leur nombre est écrit à côté.',
  'caseAsk.sendNoList': 'Aucune liste n’attend : ajoutez-en une à la page des listes de destinataires.',
  'caseAsk.sendWarning': 'Ce qui est parti ne se reprend pas : lisez d’abord les textes figés.',
  'caseAsk.sendGo': 'Envoyer à ces personnes',
  'caseAsk.list': 'Liste',
  'caseAsk.listOf':
    'Liste reçue le {at}, fichier {file}. Personnes à informer\u00a0: {count}. Lignes écartées : {bad}. Doublons écartés : {duplicates}.',
  'entry.personsSending': 'Liste acceptée, envoi aux personnes',
  'entry.personsUnreached': 'Liste terminée, personne n’a été informé',
  'entry.personsBounced': 'Courriels aux personnes revenus depuis l’envoi',
  'err.chooseAgain': 'Votre session avait pris fin : rien n’a été pris. Choisissez de nouveau le fichier',
  'err.chooseFile': 'Choisissez un fichier',
  'err.csvHeader':
    'La première ligne doit nommer une colonne email, ou les colonnes nom, adresse et ville, et chaque nom une seule fois',
  'err.csvUtf8':
    'Les accents de ce fichier ne se lisent pas : il n’est ni en UTF-8 ni en Windows-1252. Enregistrez-le de nouveau en UTF-8 : dans Excel, « Enregistrer sous », type « CSV UTF-8 (délimité par des virgules) » ; dans LibreOffice, « Enregistrer sous », « Texte CSV », jeu de caractères « Unicode (UTF-8) »',
  'err.csvQuotes': 'Un guillemet n’est jamais fermé',
  'err.csvNobody': 'La liste ne contient personne à informer',
  'err.csvNoneNew': 'Une liste précédente informe déjà toutes les personnes de celle-ci',
  'err.csvTold': 'Ce fichier a déjà servi à informer des personnes dont les adresses sont effacées',
  'err.csvTooMany': 'Le fichier est trop long : faites plusieurs listes',
  'err.noContact':
    'Dites d’abord, dans la fiche de la violation, qui les personnes peuvent joindre : le délégué, ou un autre contact',
  'err.draftLone': 'Dites aussi ce qui s’est passé dans cette langue',
  'err.noList': 'Choisissez une liste de ce dossier',
  'err.listSent': 'Cette liste est déjà partie : personne n’est informé deux fois',
  'err.fewerConcerned': 'Moins de personnes concernées que de personnes à informer',
  'err.draftAnew': 'Rédigez de nouveau le message : il n’a pas été figé',
  'err.noExercise': 'L’incident n’est pas un exercice',
  'err.exerciseIncident': 'L’incident est un exercice : un vrai dossier ne s’y rattache pas',
  'err.exerciseEnded': 'L’exercice est terminé : rien n’en est rouvert',
  'err.exercise': 'Ce dossier est un exercice : personne n’est informé',
  'err.listOlder':
    'Une autre liste a été acceptée depuis : redonnez celle-ci, pour que personne ne soit informé deux fois',
  'err.noRelay': 'Aucun relais de messagerie n’est réglé : personne ne serait informé',
  'caseAsk.publish': 'Publier l’avis au public',
  'caseAsk.publishGo': 'Publier l’avis',
  'caseAsk.unpublishGo': 'Retirer l’avis',
  'caseAsk.publishIntro':
    'Le texte figé de l’avis devient lisible par quiconque a son adresse. Il ne nomme personne. Une correction est une nouvelle version.',
  'caseAsk.unpublish': 'Retirer l’avis au public',
  'caseAsk.unpublishIntro': 'Son adresse ne répond plus. Ce qui a été publié reste au journal.',
  'caseAsk.publicAddress':
    'Une fois publié, l’avis au public se lit à {url} : nommez cette adresse dans le message si vous le publiez.',
  'publicNotice.version': 'Version {n}, publiée le',
  'publicNotice.corrected': 'Version {n}, corrigée le',
  'message.published': 'Publié, version {n}, à cette adresse :',
} as const;
