/** Incident report to a controller, mails inside the organisation, phone script. */
export const mails = {
  'report.subject': '{{mark}}Signalement d’un incident, réf. {{reference}}',
  'report.title': 'Signalement d’un incident',
  'report.strap': 'Réf. {{reference}} · contrat {{agreement}}',
  'report.facts': 'Ce qui est connu',
  'report.alerted': 'Première alerte',
  'report.detected': 'Détection',
  'report.severity': 'Gravité technique',
  'report.severity.low': 'faible',
  'report.severity.medium': 'moyenne',
  'report.severity.high': 'élevée',
  'report.severity.critical': 'critique',
  'report.severity.unknown': 'non déterminée à ce stade',
  'report.what': 'Faits',
  'report.systems': 'Systèmes',
  'report.cause': 'Cause',
  'report.ongoing': 'En cours ?',
  'report.data': 'Données personnelles',
  'report.data.no':
    'À ce stade, aucun élément n’indique que des données personnelles de ce traitement seraient touchées. Une notification distincte suivrait si cela changeait.',
  'report.data.underReview':
    'L’examen est en cours : il n’est pas déterminé à ce stade si des données personnelles de ce traitement sont touchées. Une notification distincte suivrait aussitôt.',
  'report.data.suspected':
    'Des données personnelles de ce traitement pourraient être touchées. Une notification distincte est en préparation ou a été envoyée.',
  'report.measures': 'Mesures',
  'report.contact': 'Contact',
  'report.link': 'Suivre cet incident',

  'reminder.subject': '{{mark}}{{task}} : {{reference}}',
  'reminder.subjectDue': '{{mark}}{{task}} avant le {{instant dueAt}} : {{reference}}',
  'reminder.subjectLate': '{{mark}}{{task}}, échu depuis le {{instant dueAt}} : {{reference}}',
  'reminder.hello': 'À {{to}}',
  'reminder.left': 'Reste {{left}}, jusqu’au {{instant dueAt}}.',
  'reminder.late': 'En retard de {{left}} : l’échéance était le {{instant dueAt}}.',
  'reminder.noDue': 'Aucune échéance n’est fixée.',
  'reminder.percent': '{{percent}} % du temps est passé.',
  'reminder.provisional': 'Le point de départ est provisoire : à confirmer, corriger ou écarter.',
  'reminder.automatic': 'Sans envoi d’ici là, la notification conservatoire partira d’elle-même le {{instant at}}.',
  'reminder.automaticPast': 'La notification conservatoire devait partir d’elle-même le {{instant at}}.',
  'reminder.about': 'De quoi il s’agit',
  'reminder.reference': 'Référence',
  'reminder.controller': 'Responsable de traitement',
  'reminder.started': 'Départ du délai',
  'reminder.due': 'Échéance',
  'reminder.detail': 'Précision',
  'reminder.regime': 'Autre régime',
  'reminder.stage': 'Ce qu’il demande',
  'reminder.calls': 'Qui appeler chez le responsable de traitement',
  'receipt.calls': 'Qui appeler',
  'reminder.colleagues': 'Qui rappeler chez nous',
  'reminder.declarant': '{{name}}, qui a signalé, {{phone}}',
  'reminder.action': 'Ouvrir le dossier',

  'task.sendNotice': 'Envoyer la notification',
  'task.giveLateReason': 'Donner le motif du retard',
  'task.completeItems': 'Compléter les rubriques en attente',
  'task.completeItemsOrSayWhy': 'Compléter les rubriques ou dire pourquoi elles ne peuvent pas l’être',
  'task.confirmClock': 'Confirmer, corriger ou écarter le point de départ',
  'task.callContact': 'Téléphoner au contact',
  'task.callDataProtectionOfficer': 'Téléphoner au délégué à la protection des données du responsable de traitement',
  'task.readAcknowledgement': 'Accusé de réception reçu du responsable de traitement',
  'task.answerQuestion': 'Répondre à la question du responsable de traitement',
  'task.qualifyCase': 'Qualifier ce dont le responsable de traitement a été informé',
  'task.reassessRisk': 'Réévaluer le risque : un nouvel élément est arrivé',
  'task.decideRisk': 'Décider du risque pour les personnes',
  'task.proposeInitial': 'Envisager une notification initiale à l’autorité : dans le doute, notifier',
  'task.notifyAuthority': 'Notifier l’autorité de contrôle',
  'task.notifyAuthorityLate': 'Notifier l’autorité sans attendre, avec les motifs du retard',
  'task.complementAuthority': 'Compléter la notification à l’autorité',
  'task.answerAuthority': 'Répondre à l’autorité',
  'task.awaitProcessor': 'Relancer le sous-traitant : une question attend sa réponse',
  'task.draftToPersons': 'Rédiger le message aux personnes',
  'task.tellPersons': 'Informer les personnes',
  'task.tellAnew':
    'Décider comment informer les personnes : une liste s’est terminée sans que personne ait été informé',
  'task.endHold':
    'Lever la suspension, ou la prolonger : la date jusqu’à laquelle elle était demandée est passée, ou aucune n’a été donnée',
  'task.meetRegime': 'Faire ce qu’un autre régime demande',
  'task.closeWithAuthority': 'L’autorité s’est tue : clore avec elle ?',
  'task.triage': 'Commencer l’enquête sur l’événement',
  'task.investigate': 'Achever l’enquête',
  'task.decideBreach': 'Décider s’il s’agit d’une violation',
  'task.approve': 'Donner un second accord',
  'task.reviewBreakGlass': 'Revoir une décision prise seul en urgence',
  'task.readSubNotice':
    'Lire l’avis du sous-traitant ultérieur et le relayer sous deux heures, plus tôt si le contrat est court',
  'task.passOnSubNotice': 'Relayer au responsable de traitement l’avis du sous-traitant ultérieur',
  'task.judgeSubProcessor': 'Un sous-traitant ultérieur non autorisé au contrat est concerné : décider des suites',
  'task.checkDelivery': 'Vérifier la remise',
  'task.closeCase': 'Clore le dossier ou dire pourquoi il reste ouvert',
  'task.watchdogSent': 'Le chien de garde a envoyé la notification conservatoire : vérifiez le moteur',

  'watchdog.sent':
    'La notification conservatoire est partie : le chien de garde l’a envoyée le {{instant at}}, à : {{roles}}. Il n’y a plus rien à envoyer pour l’instant.',
  'watchdog.engine': 'Le moteur n’a pas répondu : il aurait dû envoyer la notification plus tôt. À vérifier :',
  'watchdog.look1': 'Temporal tourne-t-il, et `GET /health/ready` dit-il « degraded » ?',
  'watchdog.look2': 'les processus worker et relay tournent-ils, et que disent leurs journaux ?',
  'watchdog.next': 'ensuite, complétez la notification par un complément.',

  'alert.subject': '{{mark}}Incident signalé : {{reference}}',
  'alert.title': 'Un incident vient d’être signalé',
  'alert.alerted': 'Alerte reçue',
  'alert.source': 'Source',
  'alert.due': 'Première échéance possible',
  'alert.noDue': 'aucune à ce stade',
  'alert.text': 'Texte du signalement',
  'alert.action': 'Ouvrir l’incident',

  'receipt.subject': '{{mark}}Signalement reçu : {{reference}}',
  'receipt.title': 'Votre signalement est reçu',
  'receipt.number': 'Numéro',
  'receipt.received': 'Reçu',
  'receipt.text': 'Votre texte',
  'receipt.next':
    'Il est inscrit au journal. En urgence, téléphonez à l’astreinte. Gardez ce numéro. Ne supprimez rien et ne redémarrez aucun appareil sans qu’on vous le demande.',
  'receipt.more': 'Un élément nouveau ? Appelez et donnez le numéro.',

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

  'signingLink.subject': '{{mark}}Avenant à signer : contrat {{agreement}}, version {{version}}',
  'signingLink.title': 'Avenant à signer',
  'signingLink.strap': 'Contrat {{agreement}}, version {{version}}',
  'signingLink.text':
    '{{sender}} propose un avenant au contrat {{agreement}}. {{contact}} peut le lire et le signer pour {{controller}} par ce lien.',
  'signingLink.action': 'Lire et signer',
  'signingLink.until':
    'Le lien est personnel. Il cesse de valoir le {{instant expiresAt}}, une heure après la signature, ou dès le retrait.',
  'signingLink.doubt': 'En cas de doute, appelez le numéro inscrit à votre contrat.',

  'phone.subject': '{{mark}}Appel à passer : {{reference}}',
  'phone.title': 'Appel à passer',
  'phone.who': 'Qui appeler',
  'phone.number': 'Numéro',
  'phone.why': 'Pourquoi',
  'phone.why.channel': 'le téléphone est un canal prévu au contrat',
  'phone.why.deliveryFailed': 'l’envoi écrit n’a pas été remis',
  'phone.why.noAcknowledgement': 'aucun accusé de réception n’est enregistré',
  'phone.say': 'À lire',
  'phone.say.who':
    '« Bonjour, {{sender}}, sous-traitant de {{controller}} au titre du contrat {{agreement}}. Suis-je bien en ligne avec {{contact}} ? »',
  'phone.say.established':
    '« Je vous informe d’une violation de données personnelles concernant le traitement suivant : {{service}}. »',
  'phone.say.suspected':
    '« Je vous informe d’une violation suspectée, non établie à ce stade, de données personnelles concernant le traitement suivant : {{service}}. »',
  'phone.say.withdrawn':
    '« La violation de données personnelles dont nous vous avions informé est écartée, pour le traitement suivant : {{service}}. L’avis écrit retire les précédents. »',
  'phone.say.incident':
    '« Je vous informe d’un incident qui touche le traitement suivant : {{service}}. Une violation de données personnelles n’est pas établie à ce stade. »',
  'phone.say.types': '« Atteinte : {{types}}. »',
  'phone.say.aware': '« Nous en avons pris connaissance le {{instant awareAt}}. »',
  'phone.say.sent':
    '« La notification écrite, référence {{reference}}, version {{version}}, est partie le {{instant sentAt}}. L’avez-vous reçue ? »',
  'phone.say.unsent':
    '« La notification écrite porte la référence {{reference}}, version {{version}}. Elle ne vous est pas parvenue ; à quelle adresse l’envoyer ? »',
  'phone.say.mailed':
    '« L’avis écrit, référence {{reference}}, version {{version}}, vous est adressé par courriel en même temps que cet appel. L’avez-vous reçu ? »',
  'phone.say.limit': '« Le délai de l’article 33 du RGPD prendrait fin le {{instant dueAt}}. »',
  'phone.say.ask': '« Accusez-vous réception ? Puis-je noter votre nom, votre fonction et l’heure ? »',
  'phone.note': 'À noter aussitôt',
  'phone.note.name': 'nom et fonction de la personne',
  'phone.note.time': 'heure de l’appel, avec le fuseau',
  'phone.note.said': 'ce qu’elle a répondu : reçu, accusé de réception, question',
  'phone.note.none': 'sans réponse : l’heure, et s’il y a un message sur le répondeur ; n’y laissez aucun détail',
  'phone.action': 'Enregistrer l’appel',
  'phone.contacts': 'Contacts à donner',

  'staffCall.subject': '{{mark}}Appeler {{to}} : {{reference}}',
  'staffCall.why': 'l’échéance est proche et rien n’est parti',
  'staffCall.say.who':
    '« Je vous appelle pour {{sender}} au sujet de la notification {{reference}} à {{controller}}. Rien n’est parti. »',
  'staffCall.say.limit':
    '« Le délai du contrat a commencé le {{instant startedAt}} et prend fin le {{instant dueAt}}. »',
  'staffCall.say.provisional': '« Le point de départ est provisoire : il reste à confirmer, à corriger ou à écarter. »',
  'staffCall.say.automatic': '« Si personne n’envoie avant, ce qui est connu part tout seul le {{instant at}}. »',
  'staffCall.say.overdue': '« Ce qui est connu ne part tout seul qu’à l’échéance. »',
  'staffCall.say.ask': '« Ouvrez-vous le dossier pour envoyer maintenant ? Sinon, qui s’en charge ? »',
  'staffCall.note.said': 'ce qui a été répondu : qui envoie, et quand',
  'staffCall.note.none': 'sans réponse : l’heure, puis appelez la personne suivante',

  'houseAlarm.entry': 'Entrée',
  'houseAlarm.todo': 'Que faire',
  'houseAlarm.action': 'Ouvrir le journal',
  'houseAlarm.subject.entryUnreadable': '{{mark}}Une entrée ne peut être lue : {{reference}}',
  'houseAlarm.subject.signingRefused': '{{mark}}Le journal contredit ce qui a été signé : {{reference}}',
  'houseAlarm.subject.entryChanged': '{{mark}}Une entrée a été modifiée dans la base : {{reference}}',
  'houseAlarm.title.entryChanged': 'Une entrée a été modifiée dans la base',
  'houseAlarm.text.entryChanged':
    'Une entrée du journal ne correspond plus à ce qui a été signé : quelqu’un l’a modifiée dans la base. Ce qu’elle dit n’est pas ce qui a été écrit. L’enregistrement, les délais et les notifications continuent.',
  'houseAlarm.first.entryChanged':
    'Cherchez qui avait accès à la base. Gardez-la telle quelle, et ne vous fiez pas à cette entrée.',
  'houseAlarm.then.entryChanged':
    'Remettez l’entrée depuis une sauvegarde : d’ici là, aucune copie entière du journal n’est donnée.',
  'houseAlarm.title.entryUnreadable': 'Une entrée ne peut être lue',
  'houseAlarm.title.signingRefused': 'Le journal contredit ce qui a été signé',
  'houseAlarm.text.entryUnreadable':
    'Cette version ne peut traiter une entrée du journal. Ce à quoi elle appartient reste en l’état jusqu’à réparation : aucun rappel ni aucune notification n’en part tout seul. Tout le reste continue.',
  'houseAlarm.text.signingRefused':
    'Le journal n’est plus ce qui a été signé : il a été restauré depuis une copie plus ancienne, ou modifié. Plus rien n’est signé tant que deux personnes n’ont pas décidé. L’enregistrement, les délais et les notifications continuent.',
  'houseAlarm.first.entryUnreadable':
    'Mettez à jour tous les processus : il en reste peut-être un d’une version plus ancienne.',
  'houseAlarm.then.entryUnreadable':
    'En attendant, suivez ce dossier à la main, par téléphone si une échéance est proche.',
  'houseAlarm.first.signingRefused':
    'Cherchez pourquoi : une sauvegarde a-t-elle été remise, qui avait accès ? Gardez la base telle quelle.',
  'houseAlarm.then.signingRefused':
    'S’il doit continuer tel quel, deux personnes l’acceptent, chacune avec son motif : `vigie journal accept`.',

  'token.subject': '{{mark}}Un jeton d’accès a été émis pour {{holder}}',
  'house.O': 'astreinte',
  'house.IM': 'responsable d’incident',
  'house.DPO': 'délégué à la protection des données',
  'house.DIR': 'direction',
  'house.EC': 'garde des preuves',
  'house.CC': 'contact du responsable de traitement',
  'house.CDPO': 'délégué du responsable de traitement',
  'house.L': 'juriste',
  'house.AUDITOR': 'auditeur',
  'token.title': 'Un jeton d’accès a été émis',
  'token.holder': 'Pour',
  'token.roles': 'Rôles',
  'token.issuedBy': 'Émis par',
  'token.issuedAt': 'Émis',
  'token.expiresAt': 'Expire',
  'token.text':
    'Toute la direction reçoit ce message. Si personne parmi vous ne l’a voulu, révoquez le jeton sans attendre.',
  'token.action': 'Voir les jetons',

  'test.subject': '{{mark}}Essai du relais de courrier',
  'test.title': 'Essai du relais de courrier',
  'test.text':
    'Ce courrier vérifie que le relais {{relay}} accepte les envois de {{sender}}. Il ne concerne aucun incident. Aucune réponse n’est attendue.',
  'test.nonce': 'Code de l’essai',
} as const;
