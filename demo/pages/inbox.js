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

/** One report as a row of the list, which opens. */
function reportCard({ reference, receivedAt, priority, shown }, isNew) {
  const id = `signalement-${reference}`;
  const raw = element(
    'pre',
    { tabIndex: 0, role: 'region', translate: false, ariaLabel: `JSON du signalement ${reference}` },
    shown.raw,
  );
  const badge = isNew ? [element('b', {}, 'Nouveau')] : [];
  const row = element(
    'summary',
    {},
    element('h2', { id }, shown.category),
    ...(priority === 'urgent' ? [element('strong', {}, 'Danger')] : []),
    ...badge,
    element('bdi', { className: 'where', dir: 'ltr', translate: false }, shown.where),
    element('time', { dateTime: receivedAt }, shown.received),
  );
  const card = element(
    'details',
    {},
    row,
    element('p', {}, 'Numéro ', element('code', {}, reference)),
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
  return element('article', { className: priority }, card);
}

function plural(number, one, many) {
  return number > 1 ? `${number} ${many}` : `${number} ${one}`;
}

/** Those in danger first, then the newest: `reports` has the newest first, and sorting keeps that order. */
const inOrder = (reports) =>
  reports.toSorted((one, other) => (other.priority === 'urgent') - (one.priority === 'urgent'));

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
  for (const { shown, reference } of entries)
    cards.get(reference).hidden = filter.value !== '' && filter.value !== shown.category;
}

function show(reports) {
  const isFirst = etag === '';
  const arrived = reports.filter(({ reference }) => !cards.has(reference));
  // Those that were there before the page are no news.
  for (const report of arrived) cards.set(report.reference, reportCard(report, !isFirst));
  entries = inOrder([...arrived, ...entries]);
  // Those that stay are not moved: what is open stays open, and keeps focus.
  entries.forEach(({ reference }, index) => {
    const card = cards.get(reference);
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
