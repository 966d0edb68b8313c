// French: what typed addresses need.

export const elsewhere = {
  's2.url': 'Adresse de la page',
  's2.url.hint': 'Copiez-la dans la barre du navigateur, ou avec le bouton « Partager » de l’application',
  's2.url.n': 'Adresse {n}',
  's2.url.paste': 'Coller',
  's2.url.add': 'Ajouter une autre adresse',
  's2.url.remove': 'Retirer l’adresse {n}',
  's2.status.split': '{n} adresses trouvées.',
  's2.status.pasted': 'Adresse collée.',
  's2.status.removed': 'Adresse {n} retirée.',
  's2.login': 'Il faut un compte pour voir ce contenu (facultatif)',
  'remark.keep': 'Garder telle quelle',
  'remark.local': 'Cette adresse ne marche que chez vous. Avez-vous l’adresse publique ?',
  'remark.cut': 'Cette adresse semble coupée. Avez-vous l’adresse entière ?',
  'remark.onion': 'Cette adresse .onion semble incomplète. Avez-vous l’adresse entière ?',
  'remark.search': 'C’est une page de recherche. Avez-vous l’adresse de la page trouvée ?',
  'remark.short':
    'Ce lien court peut contenir votre nom de compte. Si la page est ouverte, copiez plutôt son adresse.',
  'remark.share': 'Ce lien de partage peut contenir votre nom de compte. Avez-vous un autre lien ?',
  'remark.home': 'Cette adresse mène à l’accueil du site. Avez-vous le lien exact ?',
  'remark.service': 'D’accord. Sur quel service ?',
  'remark.credentials':
    'Cette adresse contient un mot de passe. Est-ce un mot de passe publié, ou le vôtre ?',
  'remark.credentials.published': 'Il est publié',
  'remark.credentials.published.done': 'Nous enverrons ce mot de passe avec l’adresse.',
  'remark.credentials.own': 'C’est le mien',
  'remark.credentials.own.done': 'Nous enlevons ce mot de passe du signalement.',
  'changed.private': 'Nous avons enlevé une partie du lien qui pouvait vous identifier.',
  'changed.unwrapped': 'Nous avons gardé l’adresse de la page à laquelle ce lien mène.',
  'changed.scheme': 'Nous avons complété le début de l’adresse.',
  'changed.repaired': 'Nous avons corrigé l’écriture de l’adresse.',
} as const;
