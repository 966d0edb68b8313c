// The eight invented cases of « Former », as data: what is known, a good report of it, and why. Persons, services and
// links are invented: `.example` belongs to nobody, and each name of an account or a group says that it is an example.
// Tests lead each report through the form's own rules.
// In texts, `{3018}` is a help line with its hours, `{112}` an emergency number, `{takeitdown}` a site, and `{q.known}`
// the form's own words, in quotation marks.

import { answer, createDraft } from '../../src/core/draft/draft.ts';
import type { IdentifierType } from '../../src/core/draft/identifiers.ts';
import type { Answers, Draft, DraftSettings } from '../../src/core/draft/types.ts';
import { own } from '../../src/core/own.ts';
import type { CategoryId } from '../../src/core/report/categories.ts';
import type { PlaceId } from '../../src/core/report/places.ts';
import type { Language } from './languages.ts';

/** A text in both languages. */
export type Said = Readonly<Record<Language, string>>;

/** Links as somebody pastes them, each with what the form makes of it. */
export interface Linked {
  readonly links: readonly { readonly pasted: string; readonly sent: string }[];
}

/** A place without a link. */
export interface Unlinked {
  readonly kind: PlaceId;
  readonly service: string;
  readonly identifiers: Readonly<Partial<Record<IdentifierType, Said>>>;
}

/** A good report of a case. */
export interface GoodReport {
  /** It begins at the row « On me menace avec des images de moi », which chooses the category. */
  readonly isThreatened?: true;
  readonly category: CategoryId;
  readonly where: Linked | Unlinked;
  /** Answers by question: one, several, or words. */
  readonly answers: Readonly<Record<string, string | readonly string[] | Said>>;
  /** What to write in the details. */
  readonly details: Said;
}

export type GroupId = 'told' | 'aimed' | 'found';

export interface TrainingCase {
  readonly id: string;
  readonly group: GroupId;
  readonly title: Said;
  /** As a professional hears of it: 60 to 90 words. */
  readonly told: Said;
  /** For the group. */
  readonly question: Said;
  readonly report: GoodReport;
  /** What not to write. */
  readonly not: Said;
  readonly why: Said;
  /** What to do beside the report. */
  readonly beside: readonly Said[];
  /** The same case with one thing changed, and its category; none where it is not for this form. */
  readonly variant: { readonly said: Said; readonly category: CategoryId | undefined };
}

const same = (text: string): Said => ({ fr: text, en: text });
const link = (pasted: string, sent = pasted): Linked['links'][number] => ({ pasted, sent });

export const CASES: readonly TrainingCase[] = [
  {
    id: 'blackmail',
    group: 'told',
    title: { fr: 'Payer avant ce soir', en: 'Pay by tonight' },
    told: {
      fr: 'Lucas, 15 ans, vient voir l’infirmière scolaire. Il ne dort plus. Sur bulle.example, une fille qu’il ne connaît pas lui a écrit, et il lui a envoyé une photo intime. Depuis hier, le compte @lea_exemple_27 lui demande de l’argent avant ce soir, sinon la photo ira à tous ses contacts. Lucas n’a rien effacé. Il a peur que ses parents l’apprennent. Il répète qu’il a été bête.',
      en: 'Lucas, 15, comes to see the school nurse. He has stopped sleeping. On bulle.example, a girl he does not know wrote to him, and he sent her an intimate photo. Since yesterday, the account @lea_exemple_27 has been asking him for money by tonight; if he does not pay, the photo goes to all his contacts. Lucas has deleted nothing. He is afraid that his parents will hear of it. He keeps saying that he was stupid.',
    },
    question: {
      fr: 'Que lui dites-vous d’abord ? Que signalez-vous, et avec lui ou sans lui ?',
      en: 'What do you say to him first? What do you report, and with him or without him?',
    },
    report: {
      isThreatened: true,
      category: 'sexual_harassment',
      where: {
        kind: 'messaging',
        service: 'bulle.example',
        identifiers: { account_handle: same('@lea_exemple_27') },
      },
      answers: { self: 'yes', underAge: 'yes', kinds: ['blackmail'] },
      details: {
        fr: 'Demande d’argent depuis le 12 mars au soir. La conversation est gardée.',
        en: 'Asked for money since the evening of 12 March. The conversation is kept.',
      },
    },
    not: {
      fr: 'Le nom de Lucas, ou celui de son école. Ce que montre la photo. « Il n’aurait pas dû l’envoyer. »',
      en: 'Lucas’s name, or that of his school. What the photo shows. “He should not have sent it.”',
    },
    why: {
      fr: 'Si Lucas le veut, remplissez le formulaire avec lui. {s1.threatened} choisit la catégorie et coche {o.blackmail} : l’âge et le chantage disent l’urgence. Le service et le pseudo exact remplacent le lien. Il préfère que vous le fassiez ? Choisissez {cat.sexual_harassment}, puis {o.no} à {q.self}.',
      en: 'If Lucas wants to, fill in the form with him. {s1.threatened} chooses the category and ticks {o.blackmail}: age and blackmail say how urgent it is. The service and the exact username take the place of the link. Would he rather have you do it? Choose {cat.sexual_harassment}, then {o.no} at {q.self}',
    },
    beside: [
      {
        fr: 'Ne pas payer. Ne plus répondre. Laisser la conversation où elle est.',
        en: 'Do not pay. Stop replying. Leave the conversation where it is.',
      },
      { fr: 'Appeler avec lui le {3018}.', en: 'With him, call {3018}.' },
      {
        fr: '{takeitdown} : la photo reste sur son téléphone, seul un code est envoyé. Les plateformes participantes peuvent alors la bloquer.',
        en: '{takeitdown}: the photo stays on his phone, only a code is sent. Platforms that take part can then block it.',
      },
      {
        fr: 'Lui dire qu’une plainte est possible, seul ou avec un adulte de confiance.',
        en: 'Tell him that he can make a complaint, alone or with an adult he trusts.',
      },
    ],
    variant: {
      said: {
        fr: 'Lucas a 19 ans, et la photo est récente ? La catégorie reste la même. {stopncii} remplace Take It Down.',
        en: 'Lucas is 19, and the photo is recent? The category stays the same. {stopncii} takes the place of Take It Down.',
      },
      category: 'sexual_harassment',
    },
  },
  {
    id: 'game',
    group: 'told',
    title: { fr: 'Un ami dans le jeu', en: 'A friend in the game' },
    told: {
      fr: 'Jade, 11 ans, joue à archipel.example. Sa mère montre à l’éducatrice ce que lui écrit @capitaine_exemple, sur le serveur « Îles 3 ». Il dit avoir 13 ans, mais il parle de son travail. Il offre des objets du jeu, demande à Jade si elle est seule, puis des photos intimes. Il lui dit de garder le secret. Jade n’a rien envoyé. La mère n’a aucun lien : tout se passe dans le jeu.',
      en: 'Jade, 11, plays archipel.example. Her mother shows the youth worker what @capitaine_exemple writes to her, on the server “Islands 3”. He says that he is 13, but he talks about his job. He gives her things in the game, asks whether she is alone, then asks for intimate photos. He tells her to keep it secret. Jade has sent nothing. The mother has no link: all of it happens in the game.',
    },
    question: {
      fr: 'Que donnez-vous à la place du lien ? Faut-il attendre une image pour signaler ?',
      en: 'What do you give in place of a link? Do you have to wait for an image before you report?',
    },
    report: {
      category: 'child_sexual_abuse',
      where: {
        kind: 'game',
        service: 'archipel.example',
        identifiers: {
          account_handle: same('@capitaine_exemple'),
          server_name: { fr: 'Îles 3', en: 'Islands 3' },
        },
      },
      answers: {
        self: 'no',
        kinds: ['messages_to_a_minor'],
        known: 'someone_i_know',
        adultAskingMinor: 'yes',
        meetingPlanned: 'unknown',
      },
      details: {
        fr: 'Messages du 3 au 9 mars, dans le salon du jeu. Cette personne demande de garder le secret.',
        en: 'Messages from 3 to 9 March, in the chat of the game. This person asks to keep it secret.',
      },
    },
    not: {
      fr: 'Le nom de Jade, son pseudo, son école. « C’est un prédateur. » L’âge que vous supposez à cette personne.',
      en: 'Jade’s name, her username, her school. “He is a predator.” The age that you guess.',
    },
    why: {
      fr: 'La demande suffit : n’attendez pas une image. Le jeu, le pseudo exact et le serveur remplacent le lien. Vous ne savez pas si un rendez-vous est prévu : {o.unknown} est une réponse.',
      en: 'Asking is enough: do not wait for an image. The game, the exact username and the server take the place of the link. You do not know whether a meeting is planned: {o.unknown} is an answer.',
    },
    beside: [
      {
        fr: 'Ne rien effacer. Ne pas répondre à la place de Jade, ne pas prévenir cette personne.',
        en: 'Delete nothing. Do not reply in Jade’s place, and do not warn this person.',
      },
      {
        fr: 'Demander conseil au {3018}, ou au {119}.',
        en: 'For advice: {3018}, or {119}.',
      },
      {
        fr: 'La famille peut porter plainte, et demander au jeu de fermer le compte. Qu’elle note d’abord le pseudo et les dates.',
        en: 'The family can make a complaint, and ask the game to close the account. They should note the username and the dates first.',
      },
    ],
    variant: {
      said: {
        fr: 'Un rendez-vous est prévu ? Appelez d’abord le {17} ou le {112}, puis répondez {o.yes} à {q.meetingPlanned}.',
        en: 'Is a meeting planned? Call {17} or {112} first, then answer {o.yes} to {q.meetingPlanned}',
      },
      category: 'child_sexual_abuse',
    },
  },
  {
    id: 'fake-image',
    group: 'told',
    title: { fr: 'Une photo truquée', en: 'A faked photo' },
    told: {
      fr: 'Au collège, deux élèves parlent à la conseillère d’éducation d’une « photo truquée » d’Inès, 14 ans. Quelqu’un l’aurait faite avec une application, puis mise dans le groupe « Classe exemple », sur bulle.example. Ils disent ne pas l’avoir ouverte. Personne ne dit ce qu’elle montre. Inès est absente depuis lundi. Un des élèves a l’image dans son téléphone, et propose de l’envoyer à la conseillère « pour qu’elle voie ».',
      en: 'At school, two pupils tell a member of staff about a “faked photo” of Inès, 14. Somebody is said to have made it with an app, then put it into the group “Class example”, on bulle.example. They say that they have not opened it. Nobody says what it shows. Inès has been away since Monday. One of the pupils has the image on his phone, and offers to send it to her “so that she can see”.',
    },
    question: {
      fr: 'Faut-il regarder l’image pour choisir une catégorie ?',
      en: 'Do you have to look at the image to choose a category?',
    },
    report: {
      category: 'unsure',
      where: {
        kind: 'messaging',
        service: 'bulle.example',
        identifiers: { group_name: { fr: 'Classe exemple', en: 'Class example' } },
      },
      answers: { aiGenerated: 'yes', stillOnline: 'unknown' },
      details: {
        fr: 'Des élèves parlent d’une image truquée d’une fille de 14 ans, dans ce groupe. Je ne l’ai pas vue.',
        en: 'Pupils talk about a faked image of a girl of 14, in this group. I have not seen it.',
      },
    },
    not: {
      fr: 'Le nom d’Inès. Ceux des élèves que vous soupçonnez. Ce que l’image montre peut-être.',
      en: 'Inès’s name. Those of the pupils whom you suspect. What the image may show.',
    },
    why: {
      fr: 'Non. Vous ne savez pas ce que montre l’image, et vous n’avez pas à le savoir : {cat.unsure} est ici la bonne réponse. Une personne formée regardera, et choisira. Si l’élève vous envoyait l’image, vous en auriez une copie.',
      en: 'No. You do not know what the image shows, and you do not have to: {cat.unsure} is the right answer here. A trained person will look, and decide. If the pupil sent you the image, you would hold a copy of it.',
    },
    beside: [
      {
        fr: 'Refuser l’image. Demander aux élèves de ne la montrer ni l’envoyer à personne.',
        en: 'Refuse the image. Ask the pupils to show it and to send it to nobody.',
      },
      {
        fr: 'Prendre des nouvelles d’Inès et de sa famille, sans demander à voir l’image.',
        en: 'Ask how Inès and her family are, without asking to see the image.',
      },
      { fr: 'Leur donner le {3018}.', en: 'Give them the number {3018}.' },
    ],
    variant: {
      said: {
        fr: 'Inès vous dit que l’image est sexuelle ? Choisissez {cat.child_sexual_abuse}, puis {o.ai_generated} : elle a moins de 18 ans.',
        en: 'Inès tells you that the image is sexual? Choose {cat.child_sexual_abuse}, then {o.ai_generated}: she is under 18.',
      },
      category: 'child_sexual_abuse',
    },
  },
  {
    id: 'raid',
    group: 'aimed',
    title: { fr: 'La nuit des commentaires', en: 'A night of comments' },
    told: {
      fr: 'Noé, 16 ans, se déplace en fauteuil. Pour un concours du lycée, il a publié une vidéo sur clips.example. Dans la nuit, des dizaines de comptes ont répondu, à l’appel d’un message de forum.example : des insultes, et des appels à frapper les élèves handicapés et à les chasser du lycée. Cela continue. Une camarade donne les deux liens au professeur principal. Noé lit tout, seul dans sa chambre.',
      en: 'Noé, 16, uses a wheelchair. For a school competition, he put a video on clips.example. During the night, dozens of accounts answered, called by a post on forum.example: insults, and calls to hit disabled pupils and to drive them out of the school. It goes on. A girl from his class gives the two links to his form teacher. Noé reads all of it, alone in his room.',
    },
    question: {
      fr: 'Est-ce une insulte, ou davantage ? Un signalement, ou un par commentaire ?',
      en: 'Is it an insult, or more? One report, or one for each comment?',
    },
    report: {
      category: 'hate_violence_discrimination',
      where: {
        links: [
          link(
            'https://clips.example/video/48213?utm_source=partage#commentaires',
            'https://clips.example/video/48213#commentaires',
          ),
          link('https://forum.example/sujet/907#message-12'),
        ],
      },
      answers: {
        kinds: ['call_to_violence', 'call_to_discrimination', 'hate_insult'],
        grounds: ['disability'],
        aimedAt: 'both',
        callToAct: 'yes',
        stillOnline: 'yes',
        pinpoint: {
          fr: 'Commentaires du 14 mars, de 22 h à 6 h',
          en: 'Comments of 14 March, from 10 pm to 6 am',
        },
      },
      details: {
        fr: 'Attaque à plusieurs, depuis le 14 mars au soir. Le message du forum y appelle.',
        en: 'An attack by several people, since the evening of 14 March. The post on the forum calls for it.',
      },
    },
    not: {
      fr: 'Le nom de Noé, celui du lycée. « C’est sûrement la 1re B. » Ce que vous pensez de la vidéo.',
      en: 'Noé’s name, or that of the school. “It must be the other class.” What you think of the video.',
    },
    why: {
      fr: 'On insulte Noé, et l’on appelle à s’en prendre à toutes les personnes handicapées : c’est davantage qu’une insulte. Un seul signalement suffit, avec les deux liens. Le formulaire retire du premier lien ce qui dit d’où il a été partagé.',
      en: 'Noé is insulted, and people are called on to attack anybody with a disability: that is more than an insult. One report is enough, with both links. The form removes from the first link what tells where it was shared.',
    },
    beside: [
      {
        fr: 'Noé n’a pas à tout lire. Une autre personne note les liens, les pseudos et les dates.',
        en: 'Noé does not have to read it all. Somebody else notes the links, usernames and dates.',
      },
      {
        fr: 'Ici, des captures d’écran des commentaires peuvent servir à une plainte : aucun ne montre d’image ni de vidéo intime.',
        en: 'Here, screenshots of the comments may serve a complaint: none of them shows an intimate image or video.',
      },
      {
        fr: 'Donner à Noé et à sa famille le {3018}, et le {3928}.',
        en: 'For Noé and his family: {3018}, and {3928}.',
      },
    ],
    variant: {
      said: {
        fr: 'Des commentaires nient un génocide ? Faites un autre signalement : {cat.crimes_against_humanity}.',
        en: 'Do comments deny a genocide? Make another report: {cat.crimes_against_humanity}.',
      },
      category: 'crimes_against_humanity',
    },
  },
  {
    id: 'challenge',
    group: 'aimed',
    title: { fr: 'Le défi du soir', en: 'The evening challenge' },
    told: {
      fr: 'Sarah, 13 ans, se confie à son animatrice. Son amie Manon, du même âge, suit un « défi » dans le groupe « Sept soirs exemple », sur bulle.example. Chaque soir, le compte @guide_exemple donne une épreuve plus dure que la précédente. Au dernier soir, il faudrait mourir. C’est ce soir. Manon ne répond plus depuis midi. Sarah a quitté le groupe, et croit avoir trahi son amie.',
      en: 'Sarah, 13, confides in her youth leader. Her friend Manon, who is the same age, follows a “challenge” in the group “Seven evenings example”, on bulle.example. Each evening, the account @guide_exemple sets a task that is harder than the last. On the last evening, she is meant to die. That is tonight. Manon has not answered since noon. Sarah has left the group, and thinks that she has betrayed her friend.',
    },
    question: {
      fr: 'Que faites-vous avant d’ouvrir le formulaire ?',
      en: 'What do you do before you open the form?',
    },
    report: {
      category: 'suicide_incitement',
      where: {
        kind: 'messaging',
        service: 'bulle.example',
        identifiers: {
          group_name: { fr: 'Sept soirs exemple', en: 'Seven evenings example' },
          account_handle: same('@guide_exemple'),
        },
      },
      answers: {
        personAtRiskNow: 'yes',
        kinds: ['pushing_a_person', 'challenge_or_game'],
        targetIsMinor: 'yes',
        personKnown: 'yes',
      },
      details: {
        fr: 'Une fille de 13 ans suit ce groupe et ne répond plus. Les secours sont prévenus.',
        en: 'A girl of 13 follows this group and no longer answers. The emergency services know.',
      },
    },
    not: {
      fr: 'Les épreuves, ni aucun moyen. Les noms de Manon et de Sarah. « C’est pour attirer l’attention. »',
      en: 'The tasks, or any means. The names of Manon and Sarah. “She only wants attention.”',
    },
    why: {
      fr: 'L’appel vient avant le signalement : le formulaire n’envoie personne. {o.yes} à {q.personAtRiskNow} montre les numéros, et dit l’urgence. Ne demandez pas à Sarah de retourner dans le groupe : son nom suffit.',
      en: 'The call comes before the report: the form sends nobody. {o.yes} to {q.personAtRiskNow} shows the numbers, and says how urgent it is. Do not ask Sarah to go back to the group: its name is enough.',
    },
    beside: [
      {
        fr: 'Appeler le {15} ou le {112} tout de suite, et la famille de Manon.',
        en: 'Call {15} or {112} at once, and Manon’s family.',
      },
      {
        fr: 'Pour Manon, pour Sarah et pour vous : le {3114}.',
        en: 'For Manon, for Sarah and for yourself: {3114}.',
      },
      {
        fr: 'Dire à Sarah qu’en parlant elle n’a trahi personne.',
        en: 'Tell Sarah that by speaking she has betrayed nobody.',
      },
    ],
    variant: {
      said: {
        fr: 'Personne n’est en danger, mais le groupe est toujours là ? Répondez {o.no}, et signalez quand même.',
        en: 'Nobody is in danger, but the group is still there? Answer {o.no}, and report all the same.',
      },
      category: 'suicide_incitement',
    },
  },
  {
    id: 'advert',
    group: 'aimed',
    title: { fr: 'Le même numéro', en: 'The same number' },
    told: {
      fr: 'Chloé, 16 ans, vit dans un foyer. Elle a un nouveau téléphone, et rentre au matin. Une autre jeune donne à l’éducateur le lien d’une annonce d’annonces.example. Il y a lu « 20 ans », une ville, un numéro, et il a reconnu Chloé. Elle lui dit que le même numéro sert à deux autres annonces, sous d’autres prénoms. Un homme attend souvent Chloé en voiture. Elle dit que tout va bien.',
      en: 'Chloé, 16, lives in a children’s home. She has a new phone, and comes back in the morning. Another girl gives the youth worker the link to an advert on annonces.example. He read “aged 20”, a town and a number there, and he recognised Chloé. The girl says that the same number stands in two more adverts, under other first names. A man often waits for Chloé in a car. Chloé says that all is well.',
    },
    question: {
      fr: 'Qu’est-ce qui fait penser que quelqu’un organise ? Et si Chloé ne veut pas en parler ?',
      en: 'What suggests that somebody organises this? And if Chloé does not want to talk about it?',
    },
    report: {
      category: 'procuring',
      where: { links: [link('https://annonces.example/annonce/5521')] },
      answers: {
        self: 'no',
        constraintSigns: 'unknown',
        kinds: ['advert', 'organising'],
        minorSuspected: 'yes',
        severalPersonsSameContact: 'yes',
      },
      details: {
        fr: 'L’annonce dit 20 ans, la personne en a 16. Le numéro serait le même dans deux autres annonces.',
        en: 'The advert says 20, the person is 16. The number is said to be the same in two more adverts.',
      },
    },
    not: {
      fr: 'Le nom de Chloé, celui du foyer. « Elle se prostitue. » Le numéro de la voiture d’un homme que vous soupçonnez.',
      en: 'Chloé’s name, or that of the home. “She sells herself.” The number plate of a man whom you suspect.',
    },
    why: {
      fr: 'Un même numéro pour plusieurs prénoms fait penser à une organisation. Dites ce que montre l’annonce, rien de plus : vous n’avez rien à prouver. N’appelez jamais ce numéro. Ce que vous savez de l’homme en voiture va à la police ou à la gendarmerie.',
      en: 'One number for several first names suggests that somebody organises it. Say what the advert shows, and nothing more: you have nothing to prove. Never call that number. What you know about the man in the car goes to the police.',
    },
    beside: [
      {
        fr: 'Demander conseil au {119}. Une équipe y répond aussi pour les mineurs en situation de prostitution.',
        en: 'For advice: {119}. It has a team for minors in prostitution.',
      },
      {
        fr: 'Chloé est en danger maintenant ? Le {17} ou le {112}.',
        en: 'Is Chloé in danger now? {17} or {112}.',
      },
      {
        fr: 'Dire à Chloé ce que vous savez, et ce que vous devez faire. Ne rien lui reprocher.',
        en: 'Tell Chloé what you know, and what you have to do. Do not blame her.',
      },
    ],
    variant: {
      said: {
        fr: 'Une personne majeure publie seule sa propre annonce ? Ce n’est pas du proxénétisme.',
        en: 'An adult puts up their own advert, alone? That is not procuring.',
      },
      category: undefined,
    },
  },
  {
    id: 'library',
    group: 'found',
    title: { fr: 'La page restée ouverte', en: 'The page left open' },
    told: {
      fr: 'Paul, bibliothécaire, rallume l’écran d’un poste public. Une page de forum.example est restée ouverte. Elle fait l’éloge d’un attentat et annonce, plus bas, comment fabriquer une bombe. Paul s’est arrêté là. Il ne sait pas qui a lu cette page, ni depuis quand elle est là. Une collègue veut l’imprimer pour la direction. Un autre conseille de tout fermer et de ne plus y penser.',
      en: 'Paul, a librarian, wakes the screen of a public computer. A page of forum.example has been left open. It praises an attack and announces, further down, how to make a bomb. Paul stopped there. He does not know who has read this page, or since when it has been there. One colleague wants to print it for the management. Another says to close everything and to think no more of it.',
    },
    question: {
      fr: 'Imprimer, fermer, signaler : que faites-vous, et dans quel ordre ?',
      en: 'Print, close, report: what do you do, and in which order?',
    },
    report: {
      category: 'terrorism_bomb_making',
      where: { links: [link('forum.example/sujet/1203', 'https://forum.example/sujet/1203')] },
      answers: {
        specificThreat: 'unknown',
        kinds: ['praise', 'weapon_or_bomb_instructions'],
        seenOn: 'today',
        foundVia: 'other',
      },
      details: {
        fr: 'Page trouvée ouverte sur un poste public. Je n’ai pas lu la suite.',
        en: 'Page found open on a public computer. I did not read on.',
      },
    },
    not: {
      fr: 'Le mode d’emploi, même résumé. Le nom d’un lecteur que vous soupçonnez, ses opinions ou sa religion.',
      en: 'The instructions, even in short. The name of a reader whom you suspect, their opinions or religion.',
    },
    why: {
      fr: 'Copiez le lien, signalez, fermez. N’imprimez rien : recopier un mode d’emploi, c’est le faire circuler. Vous n’avez pas à lire la suite : {o.unknown} suffit. Le début du lien manque ? Le formulaire le complète.',
      en: 'Copy the link, report, close. Print nothing: to copy instructions is to pass them on. You do not have to read on: {o.unknown} is enough. Is the beginning of the link missing? The form completes it.',
    },
    beside: [
      {
        fr: 'Un attentat semble se préparer ? Le {17} ou le {112}, tout de suite.',
        en: 'Do you think an attack is about to happen? {17} or {112}, at once.',
      },
      {
        fr: 'Vous craignez qu’une personne se radicalise ? Le {radicalisation}.',
        en: 'Are you afraid that somebody is being radicalised? {radicalisation}.',
      },
      {
        fr: '{pharos} prend aussi le lien d’un contenu public, pour la police et la gendarmerie.',
        en: '{pharos} takes the link to public content too, for the police.',
      },
    ],
    variant: {
      said: {
        fr: 'La page est celle d’un journal ou d’un historien, qui explique cette propagande ? Ce n’est pas à signaler.',
        en: 'Is it the page of a newspaper or a historian who explains this propaganda? It is not to be reported.',
      },
      category: undefined,
    },
  },
  {
    id: 'age-check',
    group: 'found',
    title: { fr: 'Un bouton, « J’ai 18 ans »', en: 'One button, “I am 18”' },
    told: {
      fr: 'Tom, 9 ans, cherchait un dessin animé. Un site s’est ouvert, avec un seul bouton : « J’ai 18 ans ». Il a appuyé. Il a vu des personnes blessées, et des adultes nus. Depuis, il dort dans le lit de sa mère. Elle a retrouvé le lien dans l’historique de la tablette. À la maison de quartier, elle demande à l’animateur s’il faut rouvrir la page, pour être sûre.',
      en: 'Tom, 9, was looking for a cartoon. A site opened, with a single button: “I am 18”. He pressed it. He saw people who were hurt, and naked adults. Since then, he sleeps in his mother’s bed. She has found the link in the history of the tablet. At the community centre, she asks the youth worker whether to open the page again, to be sure.',
    },
    question: {
      fr: 'Faut-il rouvrir la page ? Que dites-vous à la mère, et à Tom ?',
      en: 'Do you open the page again? What do you say to the mother, and to Tom?',
    },
    report: {
      category: 'shocking_content_minors',
      where: { links: [link('https://videos.example/dessin-anime/772')] },
      answers: {
        kinds: ['pornography', 'extreme_violence'],
        ageCheck: 'click_only',
        aimedAtMinors: 'yes',
        minorExposed: 'yes',
        foundVia: 'search',
      },
      details: {
        fr: 'Trouvé par un enfant qui cherchait un dessin animé. Un clic sur « J’ai 18 ans » ouvre la page.',
        en: 'Found by a child who was looking for a cartoon. One click on “I am 18” opens the page.',
      },
    },
    not: {
      fr: 'Le nom de Tom. Tout ce qu’il a raconté. « Sa mère ne surveille rien. »',
      en: 'Tom’s name. All that he told. “His mother does not watch him.”',
    },
    why: {
      fr: 'Non, personne ne rouvre la page : le lien de l’historique suffit. Dire son âge d’un clic n’est pas un contrôle de l’âge. Le lien et le bouton disent l’essentiel.',
      en: 'No, nobody opens the page again: the link from the history is enough. To state one’s age by a click is no age check. The link and the button say what matters.',
    },
    beside: [
      {
        fr: 'Dire à Tom qu’il n’a rien fait de mal. L’écouter, sans lui demander de tout raconter.',
        en: 'Tell Tom that he has done nothing wrong. Listen, without asking him to tell everything.',
      },
      {
        fr: 'Donner à sa mère le {3018}. Le réglage de la tablette peut attendre demain.',
        en: 'For his mother: {3018}. What to do about the tablet can wait until tomorrow.',
      },
    ],
    variant: {
      said: {
        fr: 'Tom a vu un enfant dans une situation sexuelle ? Choisissez {cat.child_sexual_abuse}. N’allez pas vérifier.',
        en: 'Did Tom see a child in a sexual situation? Choose {cat.child_sexual_abuse}. Do not go and check.',
      },
      category: 'child_sexual_abuse',
    },
  },
];

/** The settings of the form beside the cases. */
export const SETTINGS: DraftSettings = {
  location: 'https://formation.example/',
  pageContext: 'elsewhere',
  fields: ['questions', 'role', 'details', 'reply'],
  flow: 'steps',
};

export const isLinked = (where: Linked | Unlinked): where is Linked => 'links' in where;

/** Whether an answer is in words. */
export const isSaid = (given: string | readonly string[] | Said): given is Said =>
  typeof given === 'object' && 'fr' in given;

/** The answers that give a place. */
const placed = (language: Language, where: Linked | Unlinked): Partial<Answers> =>
  isLinked(where)
    ? { where: 'elsewhere', addresses: where.links.map(({ pasted }) => pasted) }
    : {
        where: 'none',
        placeKind: where.kind,
        service: where.service,
        identifiers: own(
          Object.fromEntries(Object.entries(where.identifiers).map(([type, said]) => [type, said[language]])),
        ),
      };

/** The good report of a case, as the form's own draft. */
export function draftOf(language: Language, { category, where, answers, details }: GoodReport): Draft {
  const questions = Object.fromEntries(
    Object.entries(answers).map(([id, given]) => [id, isSaid(given) ? given[language] : given]),
  );
  return answer(createDraft(SETTINGS), {
    category,
    ...placed(language, where),
    questions: own(questions),
    details: details[language],
  });
}
