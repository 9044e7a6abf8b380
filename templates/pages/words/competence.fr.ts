export const competence = {
  'authorityState.PENDING': 'à notifier',
  'authorityState.NOT_REQUIRED': 'pas à notifier',
  'authorityState.ASKED': 'a interrogé\xa0; rien ne lui a été notifié',
  'authorityState.INITIAL_SENT': 'notification initiale envoyée',
  'authorityState.COMPLEMENTED': 'complément envoyé, encore ouverte',
  'authorityState.FINAL': 'notification complète',
  'authorityState.WITHDRAWN': 'notification retirée',
  'authorityState.SA_CLOSED': 'dossier clos',
  'competence.title': 'Autorité à notifier',
  'competence.publicBody': 'Organisme public\xa0: l’autorité de son pays est seule compétente (article 55).',
  'competence.territory': 'L’autorité du pays où le responsable est établi est compétente (article 55).',
  'competence.lead':
    'Traitement transfrontalier\xa0: l’autorité de l’établissement principal est chef de file, notifiée une seule fois (article 56).',
  'competence.noLead':
    'Plusieurs établissements, aucun principal\xa0: pas de chef de file, chaque autorité touchée est notifiée.',
  'competence.noEstablishment':
    'Aucun établissement dans l’Espace économique européen\xa0: l’autorité de chaque pays où vivent des personnes touchées est notifiée.',
  'competence.from.zone': 'Retenu d’après le pays de l’organisation\xa0: corrigez-le s’il en va autrement.',
  'competence.from.organisation': 'Retenu d’après ce que l’organisation a dit d’elle.',
  'competence.from.record': 'Retenu d’après ce que dit ce dossier.',
  'competence.lacks.establishments':
    'L’autorité compétente n’est pas consignée\xa0: les pays d’établissement du responsable manquent. D’ici là, toute autorité notifiée arrête le délai.',
  'competence.lacks.countries':
    'L’autorité compétente n’est pas consignée\xa0: sans établissement dans l’Espace économique européen, il manque les pays où vivent les personnes touchées. D’ici là, toute autorité notifiée arrête le délai.',
  'competence.oneOf': '{country}\xa0: celle de ses autorités qui est compétente',
  'competence.asksCrossBorder':
    'Le caractère transfrontalier du traitement n’est pas consigné\xa0: s’il l’est, c’est l’autorité de l’établissement principal qui est notifiée. Tant que personne ne le dit, l’autorité locale est notifiée.',
  'competence.part': '{countries}\xa0: ce pays a plusieurs autorités. Une personne dit laquelle est compétente.',
  'competence.name': 'À nommer dans la notification\xa0: {countries}.',
  'competence.outside': 'Hors de l’Espace économique européen, le droit du pays est à part\xa0: {countries}.',
  'competence.told': 'notifiée',
  'competence.owed': 'à notifier',
  'competence.untold': 'pas notifiée',
  'competence.record': 'Dire où le responsable est établi',
  'competence.not':
    '{authority} n’est pas compétente\xa0: ce dépôt n’arrête pas le délai. {why} À notifier\xa0: {names}.',
  'competence.hint':
    '{why} À notifier\xa0: {names}. Un dépôt auprès d’une autre est inscrit, et n’arrête pas le délai.',
  'competence.choice': 'Autorité',
  'competence.publicBodyAsk': 'Organisme public\xa0?',
  'competence.establishments': 'Pays d’établissement',
  'competence.establishmentsHint': 'Un code de deux lettres par pays (ISO 3166-1), séparés par des espaces\xa0: FR BE.',
  'competence.mainEstablishment': 'Pays de l’établissement principal',
  'competence.mainHint': 'Un code de deux lettres. Vide\xa0: aucun, ou pas connu.',
  'competence.touched': 'Pays où vivent les personnes touchées',
  'competence.seatTitle': 'Où l’organisation est établie',
  'competence.seatIntro':
    'Décide de l’autorité à notifier. Vaut pour les dossiers ouverts dès maintenant\xa0; ceux qui sont ouverts gardent ce qu’ils disent, et se corrigent dans leur registre.',
  'competence.calendarHint':
    'Les jours fériés de ce calendrier ne comptent pas dans les délais de nos propres actes. Un contrat qui en nomme un autre garde le sien.',
} as const;
