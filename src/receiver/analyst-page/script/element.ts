// Makes elements and sentences. Everything is set as text: nothing here is ever parsed as HTML.
import { withFirstDay } from '../../../core/first-day.ts';
import type { Counted } from './types.ts';

/** Creates an element with properties and children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

/** The element with this id, which the page has. */
export function byId<Kind extends HTMLElement = HTMLElement>(id: string, kind?: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (found instanceof (kind ?? HTMLElement)) return found as Kind;
  throw new Error(`The page lacks #${id}.`);
}

/** A sentence with its places `{…}` filled in. */
export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/** Sentences and dates in one language. */
export interface Speech {
  number(value: number): string;
  counted(forms: Counted, value: number): string;
  /** A moment in the reader's own time zone. */
  moment(instant: string): string;
  /** The same without the year. */
  shortMoment(instant: string): string;
  /** A day, `2026-11-24`. */
  day(day: string): string;
}

/** Makes the sentences of a language. */
export function speechOf(locale: string): Speech {
  const numbers = new Intl.NumberFormat(locale);
  const plural = new Intl.PluralRules(locale);
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const short = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  /** A row that was changed by hand may hold no moment. */
  const written = (format: Intl.DateTimeFormat, text: string): string =>
    Number.isNaN(Date.parse(text)) ? text : withFirstDay(locale, format.format(new Date(text)));
  return {
    number: (value) => numbers.format(value),
    counted: (forms, value) =>
      filled(plural.select(value) === 'one' ? forms.one : forms.other, { n: numbers.format(value) }),
    moment: (instant) => written(moments, instant),
    shortMoment: (instant) => written(short, instant),
    day: (day) => written(days, day),
  };
}
