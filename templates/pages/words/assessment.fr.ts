/** The assessment of the risk of a case: what is asked, and what is proposed. */
export const assessment = {
  'assessment.title': 'Évaluation du risque',
  'caseNext.advise': 'donner l’avis du délégué, avant que la direction décide du risque',
  'caseAsk.decideMandate':
    'C’est la direction qui décide\u00a0: un délégué à la protection des données ne décide que par un mandat, à nommer ci-dessous. Sans mandat, donnez votre avis, et la direction décidera.',
  'sheet.gravityDiffers':
    'Un risque élevé a été décidé, et la gravité pour l’autorité est dite négligeable ou limitée\u00a0: les deux se contredisent. Revoyez la gravité dans la fiche de la violation, ou la décision.',
  'assessment.none':
    'Personne n’a encore évalué le risque. L’évaluation propose un risque, avec ses raisons ; elle ne décide rien.',
  'assessment.proposed': 'Proposé :',
  'assessment.doubt': 'avec un doute',
  'assessment.why': 'Pourquoi',
  'assessment.level': 'Sévérité : {level}',
  'assessment.sum': 'contexte {dpc} × identification {ei} + circonstances {cb} = {se}',
  'assessment.short': '{level} ({se})',
  'assessment.gravity': 'Gravité (formulaire de la CNIL)',
  'assessment.edpb': 'Gravité (modèle européen)',
  'assessment.answers': 'Ce qui a été répondu',
  'assessment.ease': 'Retrouver les personnes',
  'assessment.persons': 'Nombre de personnes',
  'assessment.about': 'environ {n}',
  'assessment.by': 'Évalué par',
  'assessment.first':
    'Évaluez d’abord le risque : la décision répond à une proposition. Notifier l’autorité n’attend pas.',
  'assessment.overtaken':
    'Un élément est arrivé depuis cette évaluation : évaluez de nouveau avant de décider. Notifier l’autorité n’attend pas.',
  'qualification.breach':
    'Proposé d’après le dossier : c’est une violation de données personnelles. C’est vous qui décidez.',
  'qualification.doubt':
    'Proposé d’après le dossier : dans le doute, c’est une violation de données personnelles. Seul un « non » établi l’écarte. C’est vous qui décidez.',
  'qualification.notABreach':
    'Proposé d’après le dossier : ce n’est pas une violation de données personnelles. C’est vous qui décidez.',
  'qualification.personalData.yes': 'Des données personnelles sont concernées : le dossier dit lesquelles.',
  'qualification.personalData.no':
    'Aucune donnée personnelle n’est concernée : le dossier ne compte ni personne ni enregistrement.',
  'qualification.personalData.unknown': 'Le dossier ne dit pas si des données personnelles sont concernées.',
  'qualification.securityFailure.yes':
    'La sécurité a été mise en défaut : le dossier dit comment, ou que c’est établi.',
  'qualification.securityFailure.no': 'La sécurité n’a pas été mise en défaut.',
  'qualification.securityFailure.unknown':
    'Le dossier ne dit pas si la sécurité a été mise en défaut, ou le suppose seulement.',
  'qualification.happened': 'Ce qui a été perdu : {natures}.',
  'qualification.nothing': 'Il n’est rien arrivé aux données : l’évaluation du risque le dit.',
  'qualification.nobodyCanSay': 'Ce qui est arrivé aux données : personne ne l’a dit, ou personne ne peut le dire.',
  'scoreAsk.intro':
    'Répondez à ce que vous savez ; « on ne sait pas » est une réponse. Vigie en tire une note (méthode ENISA) et propose un risque. Une personne décide ensuite. L’autorité peut être notifiée sans attendre.',
  'scoreAsk.data': 'Quelles données ?',
  'scoreAsk.persons': 'Les personnes',
  'scoreAsk.seen': 'Qui a pu voir les données',
  'scoreAsk.harm': 'Ce qui est arrivé aux données',
  'scoreAsk.cell': '{what} : ce qu’elles apprennent',
  'scoreAsk.ease': 'Peut-on retrouver les personnes ?',
  'scoreAsk.personsHint': 'Environ. Vide : on ne sait pas encore.',
  'scoreAsk.unintelligible': 'Les données sont-elles illisibles pour qui les a (chiffrées, et la clé est sûre) ?',
  'caseAsk.score': 'Évaluer le risque',
  'caseAsk.doubt': 'Doute',
  'caseAsk.doubtYes': 'Il y a un doute : l’autorité est notifiée',
  'caseAsk.likelihood': 'Vraisemblance du mal',
  'caseAsk.publicHint':
    'Nécessaire pour le motif c. L’exemption vaut tant que la communication est publiée d’ici, ou si elle l’est ailleurs.',
  'caseAsk.publishedAt': 'Publiée ailleurs depuis',
  'caseAsk.publishedProof': 'Ce qui le prouve',
  'caseAsk.publishedHint': 'Une adresse, une page de journal, une photographie de l’affichage.',
  'caseNext.reach':
    'joindre par un autre moyen les personnes que les courriels n’ont pas atteintes, ou dire pourquoi non',
  'caseNext.reachAll': 'joindre les personnes par un autre moyen : tous les messages sont revenus',
  'case.tellingAgain': '{told} (dont {again} déjà)',
  'caseAsk.contract': 'Contrat avec le sous-traitant',
  'caseAsk.contractHint':
    'Si les données sont chez l’un de vos sous-traitants : il pourra être questionné, qui que ce soit qui ait signalé la violation.',
  'caseAsk.lift': 'Noter que l’autorité retire son ordre, ou constate une dispense',
  'caseAsk.liftIntro':
    'L’autorité qui a ordonné d’informer les personnes peut retirer son ordre ; une autorité peut aussi constater qu’une condition de l’article 34, § 3, est remplie. Les personnes sont alors traitées comme le risque a été décidé, ou dispensées pour ce motif ; ce qui est parti ne se reprend pas.',
  'caseAsk.liftedAt': 'Décidé le',
  'caseAsk.liftGround': 'Condition qu’elle constate',
  'caseAsk.liftGroundHint': 'Aucune : elle retire son ordre.',
  'caseAsk.liftReference': 'Référence de sa décision',
  'case.sameAs':
    'Ce dossier a été clos comme relevant de la même violation qu’un autre, qui continue avec ce qui a été signalé ici :',
  'case.maybeSame':
    'Un dossier sur le même contrat est ouvert ({reference}). S’il s’agit de la même violation, c’est un seul dossier : l’heure la plus ancienne l’emporte.',
  'caseAsk.same': 'Clore comme même violation qu’un autre dossier',
  'caseAsk.sameIntro':
    'Ce qui a été signalé ici est repris par le dossier qui continue, qui compte depuis l’heure la plus ancienne ; les versions suivantes de la notification y vont. Registre et statistiques comptent une seule violation.',
  'caseAsk.sameWarning': 'Ce dossier est clos aussitôt. Tout ce qui reste dû l’est dans l’autre.',
  'caseAsk.sameNone': 'Aucun autre dossier en cours ne peut relever de la même violation.',
  'caseAsk.sameAs': 'Dossier qui continue',
  'caseAsk.sameWhy': 'Pourquoi c’est la même violation',
  'caseAsk.again': 'Dont déjà informées par un autre moyen',
  'caseAsk.againHint': 'Elles ne comptent qu’une fois. 0 s’il n’y en a aucune.',
  'caseNext.publish': 'publier la communication qui remplace l’information de chacun',
  'caseAsk.exemption': 'Motif pour ne pas informer les personnes',
  'caseAsk.exemptionHint':
    'Seulement d’un risque élevé (article 34(3)). L’exemption vaut une fois consignée avec sa preuve.',
  'caseAsk.toldAnew': 'Personnes informées avant les faits nouveaux',
  'caseAsk.toldAnewHint': 'Si le risque est élevé, dites si ce qui est connu maintenant leur est dû (RGPD, art. 34).',
  'caseAsk.notAnew': 'Pourquoi ce qui leur a été dit suffit',
  'caseAsk.notAnewHint': 'À remplir seulement si personne n’est informé à nouveau.',
  'toldAnew.everyone': 'Toutes sont informées à nouveau',
  'toldAnewIs.everyone': 'Les faits ont changé en substance : ce qui leur a été dit ne leur suffit plus.',
  'toldAnew.notYetTold': 'Celles qui ne l’ont pas encore été',
  'toldAnewIs.notYetTold': 'Plus de personnes sont concernées que celles informées.',
  'toldAnew.nobody': 'Personne n’est informé à nouveau',
  'toldAnewIs.nobody': 'Les mêmes personnes, et ce qui leur a été dit suffit : dites pourquoi ci-dessous.',
  'caseAsk.againstAdvice': 'Pourquoi autrement que l’avis du délégué',
  'caseAsk.againstAdviceHint': 'À remplir seulement si la décision s’écarte de l’avis.',
  'caseAsk.adviceOvertaken':
    'Le délégué a conseillé avant ce qui a été appris depuis : demandez un nouvel avis, ou dites pourquoi cela ne peut attendre.',
  'case.sameHand': 'Avis et décision d’une seule personne',
  'case.sameHandText':
    'Le délégué à la protection des données qui a conseillé a aussi décidé comme direction : son indépendance (art. 38(3) et (6)) reste à expliquer.',
} as const;
