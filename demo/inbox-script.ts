// The feed of the demo's inbox: asks for the reports each second, and sets what the holder of a code reads.
import { withFirstDay } from '../src/core/first-day.ts';
import { openDesk } from '../src/receiver/analyst-page/script/desk.ts';
import { byId, element } from '../src/receiver/analyst-page/script/element.ts';
import { dataOf } from '../src/receiver/analyst-page/script/start.ts';
import type { PageWords, ShownReport } from '../src/receiver/analyst-page/script/types.ts';

const POLL_MS = 1000;

type Told = NonNullable<ShownReport['followUp']>;

/** Shows what the holder of a code reads now, by the reference of the report; only of reports that are open. */
const outcomes = new Map<string, (told: Told) => void>();

async function setOutcome(reference: string, state: string): Promise<boolean> {
  const response = await fetch('/inbox/outcome', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ reference, state }),
  });
  const { result } = (await response.json()) as { result: string };
  return result === 'set' || result === 'same';
}

/** What the holder of the code reads, to choose from: the states of the form, in its words. */
function outcomeChoice({ reference, followUp }: ShownReport, { states }: PageWords): HTMLElement {
  const options = Object.entries(states).map(([value, words]) => element('option', { value }, words));
  const choice = element('select', {}, ...options);
  const said = element('span', { role: 'status' });
  const since = element('time');
  choice.addEventListener('change', () => {
    const state = choice.value;
    said.textContent = '';
    void setOutcome(reference, state)
      .catch(() => false)
      .then((isSet) => {
        said.textContent = isSet ? `Enregistré : « ${states[state]} »` : 'Pas enregistré. Réessayez.';
      });
  });
  const show = (told: Told): void => {
    // What is being chosen stays.
    if (document.activeElement !== choice) choice.value = told.state;
    since.dateTime = told.since;
    const day = new Date(told.since).toLocaleDateString('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
    since.textContent = `depuis le ${withFirstDay('fr', day)}`;
  };
  if (followUp) show(followUp);
  outcomes.set(reference, show);
  return element(
    'div',
    { className: 'outcome' },
    element('label', {}, 'Ce que lit la personne qui a le code ', choice),
    since,
    said,
  );
}

/** Starts the page. */
export function startFeed(): void {
  const words = dataOf('words') as PageWords;
  const desk = openDesk(words, (report) => outcomeChoice(report, words));
  const [empty, link, news] = [byId('empty'), byId('link'), byId('news')];
  const known = new Set<string>();
  let etag = '';

  const show = (reports: readonly ShownReport[]): void => {
    const arrived = reports.map(({ reference }) => reference).filter((reference) => !known.has(reference));
    for (const reference of arrived) known.add(reference);
    // Those that were there before the page are no news.
    const fresh = etag === '' ? [] : arrived;
    // The feed has the newest first.
    desk.show(reports.toReversed(), fresh);
    for (const { reference, followUp } of reports) if (followUp) outcomes.get(reference)?.(followUp);
    empty.hidden = reports.length > 0;
    if (fresh.length > 0)
      news.textContent = fresh.length > 1 ? `${fresh.length} nouveaux signalements` : 'Nouveau signalement';
  };

  const poll = async (): Promise<void> => {
    try {
      const response = await fetch('/inbox.json', { headers: etag ? { 'If-None-Match': etag } : {} });
      if (response.status === 200) {
        show(((await response.json()) as { reports: ShownReport[] }).reports);
        etag = response.headers.get('etag') ?? '';
      }
      link.textContent = 'À jour';
      link.className = '';
    } catch {
      link.textContent = 'La démonstration est arrêtée';
      link.className = 'lost';
    }
    setTimeout(() => void poll(), POLL_MS);
  };
  void poll();
}
