/** Ce qui part vers une autre installation et en vient, et pourquoi elle ne le prend pas. */
export const exchange = {
  'proof.exchange.accepted': '✓ reçu par son installation',
  'proof.exchange.deferred': 'échange remis à plus tard',
  'proof.exchange.refused': 'échange refusé',
  'proof.exchange.unknown': 'échange, issue inconnue',
  'proof.exchange.waiting': 'échange, part',
  'way.exchange': 'Maintenant, à son installation',
  'ask.replay.exchange': '{who}, échange, version {n}',
  'via.exchange': 'depuis son installation',
  'exchange.to': 'installation de {who}',
  'exchangeWhy.unreadable':
    'son installation ne sait pas le lire : l’une des deux est peut-être d’une version plus ancienne',
  'exchangeWhy.altered': 'arrivé modifié : quelque chose le réécrit en chemin',
  'exchangeWhy.stranger':
    'elle ne nous laisse pas entrer : qu’elle inscrive votre clé, et vous laisse entrer ou vous lie à son contrat',
  'exchangeWhy.misaddressed': 'l’adresse est celle d’une autre organisation : comparez adresse et clé avec elle',
  'exchangeWhy.ahead': 'son horloge retarde sur la nôtre : comparez-les ; un nouvel essai suit',
  'exchangeWhy.superseded': 'elle connaît déjà une version plus récente',
  'exchangeWhy.unknown': 'elle ne connaît ni cette notification, ni cette question',
  'exchangeWhy.invalid': 'son installation dit que cela ne se peut : passez par le lien ou le téléphone',
  'exchangeWhy.tooLarge': 'trop long : passez par le lien ou le téléphone',
  'exchangeWhy.busy': 'elle demande d’attendre ; un nouvel essai suit',
  'exchangeWhy.closed': 'l’adresse est dans un réseau privé : l’exploitant doit l’autoriser',
  'exchangeWhy.away': 'pas de réponse ; un nouvel essai suit',
  'exchangeWhy.noReceipt': 'ce qui répond là n’a pas signé de sa clé : comparez adresse et clé avec elle',
  'exchangeWhy.untied': 'un accord a été retiré, ou la clé est une autre',
  'exchangeWhy.noFiles': 'elle reste ici : l’autre installation ne prend pas encore de pièces',
  'exchangeWhy.noTests': 'elle répond, mais ne connaît pas encore les essais : rien ne dit qu’elle vous laisse entrer',
  'exchangeWhy.erased': 'effacé avant de partir : rien n’est transmis',
  'exchangeWhy.bytesMissing': 'une partie seulement est arrivée',
  'exchange.stated': 'reçu là-bas, selon son horloge,',
  'exchange.url': 'Adresse de son installation',
  'exchange.urlTie':
    'Seulement si le responsable utilise Vigie dans une autre installation : l’adresse d’échange qu’il vous a donnée avec sa clé. Vide : c’est une organisation de celle-ci.',
  'exchange.urlParty':
    'Seulement s’il utilise Vigie dans une autre installation : l’adresse d’échange qu’il vous a donnée avec sa clé, où partent vos accusés, vos questions et vos réponses sur les mesures. Vide : c’est une organisation de celle-ci.',
  'exchange.own': 'Votre propre adresse d’échange',
  'exchange.ownHow':
    'À donner avec votre clé à une organisation d’une autre installation. Elle n’ouvre rien à elle seule : n’est pris que ce que scelle une clé que vous laissez entrer.',
  'exchange.ownOff':
    'Rien ne part encore vers d’autres installations : ici les courriels sont interceptés, ou l’exploitant a coupé l’échange.',
  'exchange.since': 'Le responsable a sa propre installation : les notifications lui sont transmises depuis le',
  'err.exchangeUrl': 'Donnez une adresse qui commence par https://, sans nom, mot de passe ni #',
  'err.exchangeNoKey': 'Donnez aussi sa clé : rien ne part vers une adresse seule',
  'err.exchangeOwnKey': 'C’est votre propre clé : collez celle que le responsable vous a donnée',
  'err.exchangeKey': 'Ce n’est pas une clé publique : collez la ligne entière, nom+id+clé',
} as const;
