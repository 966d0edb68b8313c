// Asks for the inbox each second and shows what is new: a list to scan, those in danger first. Everything is set as text: nothing here is ever parsed as HTML.

const POLL_MS = 1000;

const [rows, empty, count, link, news, filter] = [
  'reports',
  'empty',
  'count',
  'link',
  'news',
  'category',
].map((id) => document.getElementById(id));
/** The row of each report, by its number. */
const cards = new Map();
/** The reports, in the order in which they are shown. */
let entries = [];
let etag = '';
const states = document.getElementById('states').content;

function element(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

function fieldList(fields) {
  const list = element('dl');
  for (const { label, text, kind = 'text' } of fields) {
    // A text may run from right to left, an address never; a translator would send either to its maker.
    const dir = kind === 'address' ? 'ltr' : 'auto';
    const value = element('bdi', { className: kind, dir, translate: false }, text);
    list.append(element('div', {}, element('dt', { className: kind }, label), element('dd', {}, value)));
  }
  return list;
}

/** The words of a state. */
const wordsOf = (state) => states.querySelector(`[value="${state}"]`).textContent;

/** What the holder of the code reads, to choose from: the states of the form, in its words. */
function outcomeChoice(reference) {
  const choice = element('select', {}, states.cloneNode(true));
  const said = element('span', { role: 'status' });
  const since = element('time');
  choice.addEventListener('change', async () => {
    const state = choice.value;
    said.textContent = '';
    const isSet = await setOutcome(reference, state).catch(() => false);
    said.textContent = isSet ? `Enregistré : « ${wordsOf(state)} »` : 'Pas enregistré. Réessayez.';
  });
  const line = element(
    'p',
    { className: 'outcome', hidden: true },
    element('label', {}, 'Ce que lit la personne qui a le code ', choice),
    since,
    said,
  );
  return {
    line,
    show({ state, since: day }) {
      line.hidden = false;
      // What is being chosen stays.
      if (document.activeElement !== choice) choice.value = state;
      since.dateTime = day;
      since.textContent = `depuis le ${new Date(day).toLocaleDateString('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })}`;
    },
  };
}

async function setOutcome(reference, state) {
  const response = await fetch('/inbox/outcome', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ reference, state }),
  });
  const { result } = await response.json();
  return result === 'set' || result === 'same';
}

/** Reports by number, each with a link to its row. */
const linksTo = (references) =>
  references.flatMap((reference, index) => [
    index > 0 ? ', ' : '',
    element('a', { href: `#signalement-${reference}` }, reference),
  ]);

/** One report as a row of the list, which opens; and what changes in it later. */
function reportCard({ reference, receivedAt, priority, shown }, isNew) {
  const id = `signalement-${reference}`;
  const raw = element(
    'pre',
    { tabIndex: 0, role: 'region', translate: false, ariaLabel: `JSON du signalement ${reference}` },
    shown.raw,
  );
  const addition = element('em', { hidden: true }, 'Ajout');
  const outcome = outcomeChoice(reference);
  const joined = element('p', { hidden: true });
  const badge = isNew ? [element('b', {}, 'Nouveau')] : [];
  const row = element(
    'summary',
    {},
    element('h2', { id }, shown.category),
    ...(priority === 'urgent' ? [element('strong', {}, 'Danger')] : []),
    ...badge,
    addition,
    element('bdi', { className: 'where', dir: 'ltr', translate: false }, shown.where),
    element('time', { dateTime: receivedAt }, shown.received),
  );
  const card = element(
    'details',
    {},
    row,
    element('p', {}, 'Numéro ', element('code', {}, reference)),
    outcome.line,
    joined,
    ...shown.places.map(({ title, fields }, index) =>
      element(
        'section',
        {},
        element('h3', {}, shown.places.length > 1 ? `${index + 1}. ${title}` : title),
        fieldList(fields),
      ),
    ),
    fieldList(shown.fields),
    element('details', {}, element('summary', {}, 'JSON brut'), raw),
  );
  // What was opened was seen.
  card.addEventListener('toggle', () => badge[0]?.remove(), { once: true });
  const article = element('article', { className: priority }, card);
  return {
    article,
    mark({ followUp, addsTo }) {
      if (followUp) outcome.show(followUp);
      const added = addsTo ? [addsTo] : (followUp?.additions ?? []);
      const text = addsTo ? 'Ajouté au signalement ' : 'Ajouté à ce signalement : ';
      joined.hidden = added.length === 0;
      joined.replaceChildren(text, ...linksTo(added), ', par une personne qui a le code.');
      addition.hidden = !addsTo;
      article.classList.toggle('addition', Boolean(addsTo));
    },
  };
}

function plural(number, one, many) {
  return number > 1 ? `${number} ${many}` : `${number} ${one}`;
}

/**
 * Those in danger first, then the newest: `reports` has the newest first, and sorting keeps that order. What was added to
 * a report follows it.
 */
function inOrder(reports) {
  const sorted = reports.toSorted(
    (one, other) => (other.priority === 'urgent') - (one.priority === 'urgent'),
  );
  const own = new Set(sorted.filter(({ addsTo }) => !addsTo).map(({ reference }) => reference));
  return sorted
    .filter(({ addsTo }) => !own.has(addsTo))
    .flatMap((report) => [
      report,
      ...(own.has(report.reference) ? sorted.filter(({ addsTo }) => addsTo === report.reference) : []),
    ]);
}

/** The categories that there are, to choose from, and how many reports each has. */
function fillFilter() {
  const counts = Map.groupBy(entries, ({ shown }) => shown.category);
  const chosen = filter.value;
  filter.replaceChildren(
    element('option', { value: '' }, `Toutes (${entries.length})`),
    ...[...counts].map(([category, { length }]) =>
      element('option', { value: category }, `${category} (${length})`),
    ),
  );
  filter.value = chosen;
  filter.parentElement.hidden = counts.size < 2;
}

function applyFilter() {
  const categories = new Map(entries.map(({ reference, shown }) => [reference, shown.category]));
  // What was added is shown with its report: who answers a question chooses no category.
  for (const { reference, addsTo } of entries)
    cards.get(reference).article.hidden =
      filter.value !== '' &&
      filter.value !== categories.get(reference) &&
      filter.value !== categories.get(addsTo);
}

function show(reports) {
  const isFirst = etag === '';
  const arrived = reports.filter(({ reference }) => !cards.has(reference));
  // Those that were there before the page are no news.
  for (const report of arrived) cards.set(report.reference, reportCard(report, !isFirst));
  const later = new Map(reports.map((report) => [report.reference, report]));
  for (const { reference, addsTo } of entries) {
    // It moves to its report, alone: the others stay where they are.
    if (!addsTo && later.get(reference)?.addsTo) cards.get(reference).article.remove();
  }
  entries = inOrder([...arrived, ...entries.map((entry) => later.get(entry.reference) ?? entry)]);
  for (const entry of entries) cards.get(entry.reference).mark(entry);
  // Those that stay are not moved: what is open stays open, and keeps focus.
  entries.forEach(({ reference }, index) => {
    const card = cards.get(reference).article;
    if (rows.children[index] !== card) rows.insertBefore(card, rows.children[index] ?? null);
  });
  fillFilter();
  applyFilter();
  empty.hidden = entries.length > 0;
  count.textContent = entries.length > 0 ? plural(entries.length, 'signalement', 'signalements') : '';
  if (!isFirst && arrived.length > 0) {
    news.textContent = arrived.length > 1 ? `${arrived.length} nouveaux signalements` : 'Nouveau signalement';
  }
}

async function poll() {
  try {
    const response = await fetch('/inbox.json', { headers: etag ? { 'If-None-Match': etag } : {} });
    if (response.status === 200) {
      show((await response.json()).reports);
      etag = response.headers.get('etag') ?? '';
    }
    link.textContent = 'À jour';
    link.className = '';
  } catch {
    link.textContent = 'La démonstration est arrêtée';
    link.className = 'lost';
  }
  setTimeout(poll, POLL_MS);
}

filter.addEventListener('change', applyFilter);
void poll();
