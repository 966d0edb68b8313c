// What the five examples say in place of the widget's own words. In an app of yours, this stands where it is used.
import type { Messages } from 'cliquez-signalez';

export const messages: Partial<Messages> = {
  's1.intro': 'Ce message vous choque ? Dites-le ici. Vous n’avez pas à donner votre nom.',
};
