// The words of the five examples, in place of the widget's own. In an app of yours, they stand where they are used.
export const messages = {
  's1.intro': 'Ce message vous choque ? Dites-le ici. Vous n’avez pas à donner votre nom.',
};
