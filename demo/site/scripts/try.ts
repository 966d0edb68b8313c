// The button on the first page: the page itself answers, and shows what a hotline would have received.

import type { ReportButton, Transport } from '../../../src/widget/button/report-button.ts';

/** The page's words once a report has come. */
const TOLD = {
  fr: 'Voici ce qu’une plateforme aurait reçu. Fermez la page\u00A0: plus rien n’en reste.',
  en: 'This is what a hotline would have received. Close the page, and nothing of it is left.',
} as const;

/** Words that the form says otherwise where nothing is sent. */
const WORDS = {
  fr: {
    'ok.title': 'Essai terminé : rien n’a été envoyé',
    'ok.thanks':
      'Cette page a répondu elle-même. Fermez le formulaire : elle montre ce qu’une plateforme aurait reçu.',
    'ok.ref.hint': 'Une vraie plateforme donne ici un numéro à garder. Il ne dit rien de la personne.',
  },
  en: {
    'ok.title': 'End of the trial: nothing was sent',
    'ok.thanks':
      'This page answered by itself. Close the form: the page shows what a hotline would have received.',
    'ok.ref.hint': 'A real hotline gives a number to keep here. It says nothing about the person.',
  },
} as const;

const element = document.querySelector<ReportButton>('cliquez-signalez')!;
const received = document.querySelector<HTMLElement>('#received')!;
const language = document.documentElement.lang === 'en' ? 'en' : 'fr';

/** Answers in place of an endpoint. The report stays on the page until it is left. */
const answer: Transport = (report) => {
  received.querySelector('code')!.textContent = JSON.stringify(report, null, 2);
  received.hidden = false;
  document.querySelector('#told')!.textContent = TOLD[language];
  return Promise.resolve({
    submissionId: report.submissionId,
    reference: language === 'fr' ? 'ESSAI-1234' : 'TRIAL-1234',
    receivedAt: new Date().toISOString(),
  });
};

element.messages = WORDS[language];
element.transport = answer;
