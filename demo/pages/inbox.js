// Asks for the inbox each second and shows what is new. Everything is set as text: nothing here is ever parsed as HTML.

const POLL_MS = 1000;

const [cards, empty, count, link, news] = ['reports', 'empty', 'count', 'link', 'news'].map((id) =>
  document.getElementById(id),
);
const known = new Set();
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

function reportCard({ reference, receivedAt, priority, shown }) {
  const id = `signalement-${reference}`;
  const raw = element(
    'pre',
    { tabIndex: 0, role: 'region', translate: false, ariaLabel: `JSON du signalement ${reference}` },
    shown.raw,
  );
  return element(
    'article',
    { className: priority },
    element(
      'header',
      {},
      element('h2', { id }, shown.category),
      element(
        'p',
        {},
        ...(priority === 'urgent' ? [element('strong', {}, 'Urgent')] : []),
        element('code', {}, reference),
        element('time', { dateTime: receivedAt }, shown.received),
      ),
    ),
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
}

function plural(number, one, many) {
  return number > 1 ? `${number} ${many}` : `${number} ${one}`;
}

function show(reports) {
  const isFirst = etag === '';
  const arrived = reports.filter(({ reference }) => !known.has(reference));
  for (const report of arrived) known.add(report.reference);
  cards.prepend(...arrived.map(reportCard));
  empty.hidden = known.size > 0;
  count.textContent = known.size > 0 ? plural(known.size, 'signalement', 'signalements') : '';
  // Those that were there before the page are no news.
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

void poll();
