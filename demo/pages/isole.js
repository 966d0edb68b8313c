// Writes down all that the page hears of a form in the hotline's frame: that something happens, never what was answered.

const SENTENCES = {
  'cs-open': () => 'Le formulaire est ouvert.',
  'cs-step': ({ step }) => `L’étape ${step} est affichée.`,
  'cs-sent': () => 'Un signalement est parti.',
  'cs-error': () => 'Quelque chose n’a pas marché.',
  'cs-close': () => 'Le formulaire est fermé.',
};

const list = document.getElementById('heard');

for (const [type, sentence] of Object.entries(SENTENCES)) {
  document.addEventListener(type, (event) => {
    document.getElementById('nothing').hidden = true;
    const line = document.createElement('li');
    line.textContent = sentence(event);
    list.append(line);
  });
}
