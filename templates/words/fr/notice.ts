/** Notice, supplement, withdrawal. Third person, conditional for what is not proven, no admission of fault. */
export const notice = {
  'notice.subject.initial':
    '{{mark}}Notification de violation de données, réf. {{reference}}, version {{version}} (initiale)',
  'notice.subject.complete':
    '{{mark}}Notification de violation de données, réf. {{reference}}, version {{version}} (complète)',
  'notice.subject.protective':
    '{{mark}}Notification de violation de données, réf. {{reference}}, version {{version}} (initiale, envoi automatique)',
  'notice.title': 'Notification de violation de données personnelles',
  'notice.titleSuspected': 'Notification d’une violation suspectée de données personnelles',
  'notice.strap': 'Réf. {{reference}} · version {{version}} · contrat {{agreement}}',

  'notice.protective':
    'Envoi conservatoire automatique. Ce document est parti sans relecture humaine, avant l’échéance contractuelle du {{instant dueAt}}, afin que le responsable de traitement soit prévenu à temps. Il ne contient que ce qui était enregistré à cet instant. Ce qui n’est pas connu est indiqué comme tel ; une version complémentaire suivra.',
  'notice.protectiveLate':
    'Envoi automatique. Ce document est parti sans relecture humaine, parce qu’aucune notification n’était enregistrée comme envoyée à l’échéance contractuelle du {{instant dueAt}}. Il ne contient que ce qui était enregistré à cet instant. Ce qui n’est pas connu est indiqué comme tel ; une version complémentaire suivra.',
  'notice.provisional':
    'Point de départ provisoire. Par prudence, le délai contractuel est compté à partir du {{instant t0}}. Cet instant reste à confirmer ; une version complémentaire dira s’il est confirmé, corrigé ou sans objet.',
  'notice.toldCertain':
    'Notre sous-traitant ultérieur tient la violation pour certaine (rubrique f). Seul notre propre point de départ est provisoire : par prudence, le délai contractuel est compté à partir du {{instant t0}} ; une version complémentaire dira s’il est confirmé, corrigé ou sans objet.',
  'notice.lateNoReason':
    'Ce document part après l’échéance contractuelle du {{instant dueAt}}. Le motif du retard n’est pas déterminé à ce stade ; il sera communiqué.',
  'notice.late': 'Ce document part après l’échéance contractuelle du {{instant dueAt}}. Motif : {{reason}}',

  'brief.title': 'En bref',
  'brief.what': 'Objet',
  'brief.what.established':
    'Violation de données personnelles signalée par le sous-traitant, {{sender}}, au responsable de traitement, {{controller}}.',
  'brief.what.suspected':
    'Violation de données personnelles suspectée, non établie à ce stade, signalée par le sous-traitant, {{sender}}, au responsable de traitement, {{controller}}.',
  'brief.what.toldCertain':
    'Violation de données personnelles certaine selon notre sous-traitant ultérieur (rubrique f), signalée par le sous-traitant, {{sender}}, au responsable de traitement, {{controller}}. Nos propres vérifications sont en cours.',
  'brief.open': 'Encore inconnu',
  'brief.open.none': 'rien : les rubriques c, d et e ont une réponse',
  'brief.limit': 'Votre délai',
  'brief.limit.value':
    'notification à l’autorité de contrôle, si elle est requise : au plus tard le {{instant dueAt}} (rubrique i)',
  'brief.ask': 'Ce qui est demandé',
  'brief.ask.value': 'accuser réception (rubrique j)',

  'timeline.title': '0. Chronologie',
  'timeline.alerted': 'Première alerte',
  'timeline.detected': 'Détection de la violation',
  'timeline.aware': 'Prise de connaissance par le sous-traitant',
  'timeline.suspected': 'non établie à ce stade : la violation est suspectée',
  'timeline.toldCertain':
    'à confirmer par nous ; notre sous-traitant ultérieur tient la violation pour certaine (rubrique f)',
  'timeline.due': 'Échéance contractuelle ({{length}})',
  'timeline.sent': 'Envoi de la présente version',

  'items.a': 'a) Nature',
  'items.b': 'b) Contact',
  'items.c': 'c) Personnes et enregistrements',
  'items.d': 'd) Conséquences probables',
  'items.e': 'e) Mesures',

  'a.stage': 'Éléments connus à l’instant de l’envoi, sous réserve des vérifications en cours.',
  'a.types': 'Atteinte',
  'a.typesSuspected': 'Atteinte possible',
  'a.circumstances': 'Circonstances',
  'a.systems': 'Systèmes',
  'a.origin': 'Origine',
  'a.cause': 'Cause',
  'a.ongoing': 'En cours ?',
  'a.beganAt': 'Début, environ',
  'a.endedAt': 'Fin, environ',

  'b.intro': 'Pour toute question sur cette violation :',

  'c.persons': 'Nombre de personnes',
  'c.records': 'Nombre d’enregistrements',
  'c.personCategories': 'Catégories de personnes',
  'c.dataCategories': 'Catégories de données',
  'c.scope': 'Au plus, d’après l’annexe 1 du contrat. Personnes : {{persons}}. Données : {{data}}.',

  'd.view':
    'Appréciation technique du sous-traitant. L’évaluation du risque pour les personnes revient au responsable de traitement.',

  'e.taken': 'Mesures prises',
  'e.proposed': 'Mesures proposées',
  'e.toDecide': 'Mesures à décider avec vous',
  'e.what': 'Mesure',
  'e.by': 'Responsable',
  'e.at': 'Date',
  'e.none': 'Aucune mesure n’est enregistrée à ce stade.',
  'e.undated': 'date non déterminée à ce stade',
  'e.nobody': 'non déterminé à ce stade',

  'f.title': 'f) Sous-traitants ultérieurs',
  'f.none': 'L’annexe 1 du contrat ne déclare aucun sous-traitant ultérieur.',
  'f.name': 'Sous-traitant ultérieur',
  'f.service': 'Prestation',
  'f.authorised': 'Autorisé au contrat',
  'f.touched': 'Concerné',
  'f.unauthorised':
    'Un sous-traitant ultérieur non autorisé au contrat est mentionné ci-dessus ; le responsable de traitement en est informé par la présente.',

  'f.told': 'Indiqué par notre sous-traitant ultérieur {{name}}',
  'f.toldChain': 'Provenance',
  'f.toldVia': '{{name}}, informé par {{below}}',
  'f.toldTier': 'Rang d’origine (sous-traitant : 1)',
  'f.toldReceived': 'Reçu le',
  'f.toldReference': 'Sa référence',
  'f.toldState': 'État',
  'f.toldCertain': 'certain, selon lui',
  'f.toldSuspicion': 'simple soupçon, selon lui',

  'g.title': 'g) Éléments à venir',
  'g.none': 'Rien n’est annoncé : les rubriques c, d et e ont une réponse.',
  'g.item': 'Rubrique',
  'g.state': 'État et échéance',

  'h.title': 'h) Preuves et plainte',
  'h.evidence': 'Preuves conservées',
  'h.complaint': 'Plainte',

  'i.title': 'i) Rappel de vos délais',
  'i.thisSending':
    'Article 33 du RGPD : si la violation est susceptible d’engendrer un risque pour les personnes, l’autorité de contrôle est à notifier dans les {{hours}} {{plural count one="heure" other="heures"}} après que le responsable de traitement en a pris connaissance. Compté de l’envoi du présent document, ce délai prendrait fin le {{instant dueAt}}.',
  'i.firstSending':
    'Article 33 du RGPD : si la violation est susceptible d’engendrer un risque pour les personnes, l’autorité de contrôle est à notifier dans les {{hours}} {{plural count one="heure" other="heures"}} après que le responsable de traitement en a pris connaissance. Compté de l’envoi de la première notification, ce délai prendrait fin le {{instant dueAt}}. La présente version ne le rouvre pas.',
  'i.earlier':
    'Ce calcul présume une connaissance à l’instant de l’envoi. Une connaissance antérieure ferait courir le délai plus tôt. Les informations manquantes peuvent être communiquées à l’autorité de manière échelonnée ; une notification plus tardive est accompagnée des motifs du retard.',
  'i.persons':
    'Article 34 du RGPD : si le risque pour les personnes est susceptible d’être élevé, elles sont à informer dans les meilleurs délais.',
  'i.notAuthority': 'La présente notification n’est adressée à aucune autorité de contrôle.',

  'annexes.title': 'Annexes',
  'annexes.none': 'Aucune annexe.',
  'annexes.line': '{{name}} ({{key}})\nSHA-256 : {{sha256}}',
  'annexes.encrypted': 'chiffrée ; clé transmise séparément, par {{channel}}',
  'annexes.encryptedNoChannel': 'chiffrée ; clé transmise par un canal distinct',
  'annexes.plain': 'non chiffrée',

  'supplement.subject':
    '{{mark}}Notification de violation de données, réf. {{reference}}, version {{version}} (complémentaire)',
  'supplement.title': 'Notification complémentaire de violation de données personnelles',
  'supplement.previous': 'Version précédente',
  'supplement.previousSent': 'version {{version}}, envoyée le {{instant sentAt}}',
  'supplement.previousAcked': 'version {{version}}, dont l’accusé de réception est inscrit le {{instant ackedAt}}',
  'supplement.previousUnsent': 'version {{version}}, dont l’envoi n’est pas confirmé',
  'supplement.changes': 'Ce qui change',
  'supplement.item': 'Rubrique',
  'supplement.before': 'Avant',
  'supplement.after': 'Après',
  'supplement.absent': 'non indiqué',
  'supplement.noChange': 'Aucune rubrique n’a changé depuis la version précédente.',
  'supplement.timelineItem': '0. Chronologie',
  'supplement.completed': 'Rubriques c, d, e complétées',
  'supplement.completedNone': 'Aucune des rubriques c, d et e n’est complétée par la présente version.',
  'supplement.unknown': 'Éléments encore inconnus et motif',
  'supplement.unknownNone': 'Aucun : les rubriques c, d et e ont une réponse.',
  'supplement.whole': 'La notification complète, dans son état actuel, suit.',
  'supplement.clock.confirmed': 'Le point de départ du délai, jusqu’ici provisoire, est confirmé : {{instant t0}}.',
  'supplement.clock.corrected':
    'Le point de départ du délai est corrigé : {{instant t0}}. L’échéance contractuelle est le {{instant dueAt}}.',
  'supplement.clock.natureChanged':
    'La nature de la violation a été précisée. L’échéance contractuelle est le {{instant dueAt}}.',

  'withdrawal.subject':
    '{{mark}}Retrait de la notification de violation de données, réf. {{reference}}, version {{version}}',
  'withdrawal.title': 'Retrait de la notification de violation de données personnelles',
  'withdrawal.versions': 'Versions retirées',
  'withdrawal.versionSent': 'version {{version}} ({{bracketed sentAt}})',
  'withdrawal.versionAcked': 'version {{version}} (accusé de réception inscrit le {{instant ackedAt}})',
  'withdrawal.versionUnsent': 'version {{version}} (envoi non confirmé)',
  'withdrawal.finding': 'Constat',
  'withdrawal.ruledOut':
    'Le {{instant at}}, le sous-traitant a constaté qu’il ne s’agissait pas d’une violation de données personnelles concernant ce traitement.',
  'withdrawal.proof': 'Éléments probants',
  'withdrawal.evidence':
    '{{number count}} {{plural count one="élément conservé avec le dossier, consultable" other="éléments conservés avec le dossier, consultables"}} sur demande',
  'withdrawal.evidenceNone':
    'Aucun élément n’est joint ; le raisonnement est conservé au journal et consultable sur demande',
  'withdrawal.clocks': 'Conséquence sur les délais',
  'withdrawal.clocksOurs':
    'Les délais contractuels ouverts par cette notification sont clos. Les écritures du journal sont conservées.',
  'withdrawal.clocksYours':
    'Le délai de l’article 33 du RGPD rappelé dans cette notification est, de l’avis du sous-traitant, sans objet. L’appréciation revient au responsable de traitement. Si l’autorité de contrôle a déjà été notifiée, elle peut être informée de ce constat.',
  'withdrawal.contact': 'Contact',
  'withdrawal.acknowledge': 'Accusé de réception demandé',
} as const;
