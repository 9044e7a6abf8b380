export const members = {
  'members.title': 'Membres',
  'members.lead': 'Qui agit ici, à quel titre, et comment chacun se joint. Les numéros sont ceux de « Qui appeler ».',
  'members.caption': 'Membres de l’organisation, d’hier et d’aujourd’hui',
  'members.name': 'Nom',
  'members.email': 'Courriel',
  'members.emailHint': 'Les alarmes et les rappels y vont.',
  'members.phone': 'Téléphone',
  'members.phoneHint':
    'Un numéro qui répond la nuit, pour l’astreinte, sous sa forme internationale\u00a0: +33 6 12 34 56 78 pour le 06 12 34 56 78.',
  'members.language': 'Langue',
  'members.roles': 'Rôles',
  'members.reach': 'Joindre',
  'members.noPhone': 'aucun téléphone',
  'members.since': 'Depuis',
  'members.until': 'parti le',
  'members.new': 'Ajouter un membre',
  'members.add': 'Ajouter, et montrer son jeton',
  'members.apart':
    'Le journal ne garde qu’un identifiant opaque et les rôles ; nom et adresses vivent à part et s’effacent.',
  'members.welcomed': 'Le jeton de {name}',
  'members.once': 'Remettez-le en main propre ou par une voie sûre : il ne sera plus jamais montré. Il ouvre',
  'members.shown':
    'Ce membre est déjà ajouté, et son jeton a été montré. Perdu, il se révoque ; un autre s’émet par « Jetons d’accès ».',
  'members.change': 'Modifier',
  'members.changeOf': 'Modifier {name}',
  'members.changeIntro': 'Le journal dit que cela a changé, pas en quoi ; les rôles, eux, y sont écrits.',
  'members.save': 'Inscrire les changements',
  'members.leave': 'Retirer',
  'members.leaveOf': 'Retirer {name}',
  'members.leaveWhat':
    'Tous les jetons de cette personne cessent aussitôt d’ouvrir. Ce qu’elle a fait reste au journal.',
  'members.leaveGo': 'Retirer ce membre',
  'members.house': 'Nom de l’organisation',
  'members.houseIntro':
    'Avis, signalements et rappels partent sous ce nom. Ce qui est parti garde celui qu’il portait.',
  'members.legalName': 'Raison sociale',
  'members.rename': 'Changer le nom de l’organisation',
} as const;
