// The inside of a report: its answered fields, and the reporter's texts, each folded until asked for.
import { element, filled, type Speech } from './element.ts';
import type { PageWords, ShownField, ShownReport } from './types.ts';

/** What a page with a feed adds to the inside of a report: what the holder of its code is told. */
export type OutcomeView = (report: ShownReport) => Node;

/** What a view needs of the page. */
export interface ViewContext {
  readonly words: PageWords;
  readonly speech: Speech;
  readonly showOutcome?: OutcomeView | undefined;
}

/** The inside of a report, made when it is opened. @param heading that of its places, below that of its row */
export function reportView(report: ShownReport, context: ViewContext, heading: 'h3' | 'h4'): Node[] {
  const { words, speech } = context;
  const { places, fields, fault, isAltered, reference, receivedAt } = report;
  return [
    ...(fault === undefined ? [] : [element('p', { className: 'notice' }, fault)]),
    ...(isAltered ? [element('p', { className: 'notice' }, words.alteredNote)] : []),
    ...followUpLines(report, context),
    ...places.map(({ title, fields: told }, index) =>
      element(
        'section',
        {},
        element(heading, {}, places.length > 1 ? `${index + 1}. ${title}` : title),
        fieldList(told, context),
      ),
    ),
    fieldList(
      [
        ...fields,
        { label: words.number, text: reference, kind: 'address' },
        { label: words.received, text: speech.moment(receivedAt) },
      ],
      context,
    ),
  ];
}

function followUpLines(report: ShownReport, { words, speech, showOutcome }: ViewContext): Node[] {
  const { followUp, addsTo } = report;
  const added = addsTo === undefined ? (followUp?.additions ?? []) : [addsTo];
  const sentence = addsTo === undefined ? words.addedTo : words.addsTo;
  const told =
    followUp &&
    `${words.states[followUp.state] ?? followUp.state} (${filled(words.since, { day: speech.day(followUp.since) })})`;
  return [
    ...(added.length > 0
      ? [element('p', {}, `${filled(sentence, { references: added.join(', ') })}, ${words.byHolder}`)]
      : []),
    ...(followUp && showOutcome ? [showOutcome(report)] : []),
    ...(told !== undefined && !showOutcome
      ? [fieldList([{ label: words.told, text: told }], { words, speech })]
      : []),
  ];
}

function fieldList(fields: readonly ShownField[], context: ViewContext): HTMLElement {
  const list = element('dl');
  for (const field of fields) {
    const { label, kind } = field;
    const value = kind === 'told' ? foldedText(field, context) : valueOf(field);
    list.append(
      element('div', {}, element('dt', { className: kind ?? 'text' }, label), element('dd', {}, ...value)),
    );
  }
  return list;
}

/** A text may run from right to left, an address never; a translator would send either to its maker. */
function valueOf({ text, kind }: ShownField): Node[] {
  const dir = kind === 'address' ? 'ltr' : 'auto';
  return [element('bdi', { className: kind ?? 'text', dir, translate: false }, text)];
}

/** A button that brings a text, and takes it away again. Until then a blurred shape stands for it, and no word of it. */
function foldedText(field: ShownField, { words, speech }: ViewContext): Node[] {
  const show = speech.counted(words.showText, [...field.text].length);
  const lines = Math.min(3, Math.ceil(field.text.length / 80));
  const shape = element('span', { className: 'shape', ariaHidden: 'true' });
  shape.dataset['hidden'] = words.hidden;
  shape.style.setProperty('--lines', String(lines));
  const place = element('div', { className: 'told' }, shape);
  const button = element('button', { type: 'button', className: 'reveal', ariaExpanded: 'false' }, show);
  button.addEventListener('click', () => {
    const isShown = button.ariaExpanded === 'true';
    button.ariaExpanded = String(!isShown);
    button.textContent = isShown ? show : words.hideText;
    place.replaceChildren(...(isShown ? [shape] : valueOf(field)));
  });
  return [button, place];
}
