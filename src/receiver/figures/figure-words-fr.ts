// French words of printed figures.
import { withFirstDay } from '../../core/first-day.ts';
import type { FigureWords } from './figure-words.ts';

const number = new Intl.NumberFormat('fr');
const day = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('fr', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `1 signalement`, `3 signalements`; French takes the singular for 0 as well. */
const count = (value: number, one: string, many: string): string =>
  `${number.format(value)}\u00a0${value < 2 ? one : many}`;

const reports = (value: number): string => count(value, 'signalement', 'signalements');
const rows = (value: number): string => count(value, 'ligne', 'lignes');

/** The French words. */
export const frFigureWords: FigureWords = {
  locale: 'fr',
  categories: {
    child_sexual_abuse: 'Contenus d’abus sexuels sur mineurs',
    terrorism_bomb_making: 'Provocation au terrorisme ou à la fabrication de bombes',
    hate_violence_discrimination: 'Incitation à la violence, à la discrimination ou à la haine',
    crimes_against_humanity: 'Apologie de crimes contre l’humanité',
    shocking_content_minors: 'Contenus choquants accessibles aux mineurs',
    procuring: 'Proxénétisme',
    suicide_incitement: 'Provocation au suicide',
    sexual_harassment: 'Harcèlement sexuel',
    unsure: 'Je ne sais pas',
    unknown: 'Inconnu',
  },
  actions: {
    removed: 'Retiré',
    restricted: 'Restreint',
    refused: 'Refusé',
    no_answer: 'Sans réponse',
    unknown: 'Inconnu',
  },
  outcomes: {
    police: 'Transmis à la police',
    not_illegal: 'Non illégal',
    duplicate: 'Doublon',
  },
  delays: {
    reportToNotice: 'Du signalement à la notification',
    noticeToAnswer: 'De la notification à la réponse',
    reportToPolice: 'Du signalement à la transmission à la police',
  },
  confirmations: { confirmed: 'Confirmé', unconfirmed: 'Non confirmé' },
  origins: {
    button: 'Bouton',
    form: 'Formulaire',
    application: 'Application',
    elsewhere: 'Autre',
  },
  headings: {
    category: 'Type de contenu',
    provider: 'Fournisseur',
    action: 'Suite donnée',
    outcome: 'Issue',
    delay: 'Délai',
    month: 'Mois',
    origin: 'Origine',
    confirmation: 'Provenance',
  },
  columns: {
    received: 'Signalements',
    decided: 'Avec décision',
    undecided: 'Sans décision',
    notices: 'Notifications',
    daysToAnswer: 'Jours (médiane)',
    cases: 'Cas',
    medianDays: 'Jours (médiane)',
    known: 'Délais connus',
    unknown: 'Délais inconnus',
  },
  tables: {
    reports: {
      title: 'Signalements reçus, par type de contenu',
      note: 'Ce que le public a signalé, dans les catégories du formulaire. «\u00a0Sans décision\u00a0»\u00a0: aucune ligne du fichier des décisions ne nomme ces signalements.',
    },
    byProvider: {
      title: 'Notifications, par fournisseur',
      note: 'Les notifications envoyées à des fournisseurs de services d’hébergement, et ce qu’ils ont fait. Les jours vont de la notification à la réponse.',
    },
    byType: {
      title: 'Notifications, par type de contenu présumé illicite',
      note: 'Les mêmes notifications. Le type est celui que nos analystes ont retenu, sinon celui que la personne a choisi.',
    },
    byAction: {
      title: 'Notifications, par suite donnée',
      note: 'Les mêmes notifications, selon ce que le fournisseur a fait.',
    },
    outcomes: {
      title: 'Autres issues',
      note: 'Les décisions sans notification à un fournisseur.',
    },
    delays: {
      title: 'Délais médians',
      note: 'En jours\u00a0: la moitié des cas connus a pris moins de temps, l’autre moitié davantage.',
    },
  },
  partner: {
    received: { title: 'Reçus', note: 'Les signalements qui nous sont arrivés ce mois-là en votre nom.' },
    byCategory: { title: 'Par type de contenu', note: 'La catégorie que la personne a choisie.' },
    byConfirmation: {
      title: 'Confirmés ou non',
      note: 'Confirmé\u00a0: le signalement vient bien de vos pages ou de votre serveur, dans votre nombre par heure. Sinon, votre nom y figure sans que nous puissions le vérifier.',
    },
    byOrigin: {
      title: 'Par origine',
      note: 'Le bouton de vos pages, notre formulaire ou notre application.',
    },
  },
  total: 'Total',
  unknown: 'Inconnu',
  hidden: 'masqué',
  number: (value) => number.format(value),
  day: (text) => withFirstDay('fr', day.format(new Date(text))),
  month: (text) => month.format(new Date(`${text}-01`)),
  chartOf: (title, shown, all) =>
    shown < all
      ? `Graphique\u00a0: ${title}, les ${shown} premiers de ${all}. Tous les nombres sont dans le tableau.`
      : `Graphique\u00a0: ${title}. Les nombres sont dans le tableau.`,
  yearly: {
    title: (year) => `Signalements et notifications de ${year}`,
    lead: 'Rapport au sens de l’article 22, paragraphe 3, du règlement (UE) 2022/2065 sur les services numériques. Il ne contient aucune donnée à caractère personnel\u00a0: ni adresse, ni texte, ni nom de personne.',
    countedOn: (text, isOver) =>
      isOver
        ? `Compté le ${text}. L’année commence et finit à minuit, temps universel.`
        : `Compté le ${text}. L’année n’est pas finie.`,
    unknownTitle: 'Ce que ces chiffres ne disent pas',
    unknownLead: 'Ce qui n’est pas connu est compté comme inconnu.',
    oldest: (text) =>
      `Le plus ancien signalement de la base est du ${text}. Ce qui a été effacé avant n’est pas compté.`,
    noReport: 'La base ne contient aucun signalement.',
    unread: {
      sealed: (value) => `${reports(value)} sous scellé, sans clé pour l’ouvrir\u00a0: type inconnu.`,
      unreadable: (value) => `${reports(value)} que personne n’a pu lire\u00a0: type inconnu.`,
      altered: (value) => `${reports(value)} dont le texte a changé depuis la réception\u00a0: type inconnu.`,
    },
    rows: {
      withoutReport: (value) =>
        `${rows(value)} de décision dont le signalement n’est pas dans la base\u00a0: délai inconnu, et type inconnu s’il n’est pas noté.`,
      withoutDate: (value) => `${rows(value)} de décision sans date\u00a0: l’année est celle du signalement.`,
      beforeReport: (value) =>
        `${rows(value)} de décision dont la date précède le signalement\u00a0: délai inconnu.`,
    },
    nothingUnknown: 'Rien d’autre n’est inconnu.',
    mappingTitle: 'Nos catégories et celles de la Commission',
    mappingNote:
      'Noms de la base de données de la Commission européenne sur la transparence (DSA). La correspondance est la nôtre. Une notification peut porter un autre nom, selon le contenu.',
    ours: 'Notre catégorie',
    commissionName: 'Nom de la Commission (anglais)',
    commissionCode: 'Code',
    noName: 'aucun',
    independenceTitle: 'Procédures qui garantissent notre indépendance',
    independenceNote:
      'L’article 22, paragraphe 3, demande d’expliquer les procédures qui assurent l’indépendance du signaleur de confiance à l’égard des fournisseurs de plateformes en ligne.',
    independencePlaceholder: '[À compléter avant publication.]',
  },
  partnerPage: {
    title: (partner, text) => `Signalements de ${partner}, ${text}`,
    lead: 'Merci\u00a0: grâce au bouton «\u00a0Cliquez, Signalez\u00a0!\u00a0», des personnes ont pu nous alerter. Voici ce que nous avons reçu.',
    hiddenNote:
      '«\u00a0Masqué\u00a0»\u00a0: le nombre est inférieur à 5, ou il permettrait d’en retrouver un qui l’est. Personne ne doit pouvoir être reconnu.',
  },
};
