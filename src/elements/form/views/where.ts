// Step 2: where the content is. On this page, at one or more addresses, or somewhere that has none.

import { html, nothing, type TemplateResult } from 'lit';
import { MAX_ADDRESSES, type Answers } from '../../../core/draft.ts';
import { MAX_PLACE, reportedPage } from '../../../core/draft-rules.ts';
import { icon } from '../../icons.ts';
import { checkbox, radioGroup, textField, type Option } from '../fields.ts';
import type { Form } from '../form-controller.ts';
import { notice } from '../notices.ts';
import { continueButton, heading, type View } from './view.ts';

const plusIcon = icon('M12 5v14 M5 12h14');
const crossIcon = icon('M6 6l12 12 M18 6 6 18');

function addressFields(form: Form): TemplateResult {
  const { addresses } = form.draft.answers;
  const add = (): void => {
    form.answer({ addresses: [...addresses, ''] });
    form.show({ focus: `[name="addresses.${addresses.length}"]` });
  };
  const field = (typed: string, index: number): TemplateResult => {
    const type = (value: string): void => form.answer({ addresses: addresses.with(index, value) });
    const remove = (): void => {
      form.answer({ addresses: addresses.toSpliced(index, 1) });
      form.show({ focus: `[name="addresses.${Math.max(0, index - 1)}"]` });
      form.say('s2.status.removed', { n: index + 1 });
    };
    return textField(form, {
      name: `addresses.${index}`,
      label: index === 0 ? form.text('s2.url') : form.text('s2.url.n', { n: index + 1 }),
      ...(index === 0 && { hint: form.text('s2.url.hint') }),
      value: typed,
      inputMode: 'url',
      isAddress: true,
      isRequired: index === 0,
      type,
      after:
        index === 0
          ? nothing
          : html`<button type="button" class="quiet remove" @click=${remove}>
              ${crossIcon}<span>${form.text('s2.url.remove', { n: index + 1 })}</span>
            </button>`,
    });
  };
  return html`${addresses.map(field)}
  ${
    addresses.length < MAX_ADDRESSES
      ? html`<button type="button" class="quiet add" @click=${add}>
          ${plusIcon}<span>${form.text('s2.url.add')}</span>
        </button>`
      : nothing
  }`;
}

function placeField(form: Form): TemplateResult {
  return textField(form, {
    name: 'place',
    label: form.text('s2.place'),
    hint: form.text('s2.place.hint'),
    value: form.draft.answers.place,
    isRequired: true,
    maxLength: MAX_PLACE,
    type: (place) => form.answer({ place }),
  });
}

export function whereView(form: Form): View {
  const title = form.text('s2.title');
  const { where, login } = form.draft.answers;
  const page = form.draft.settings.pageContext === 'elsewhere' ? '' : reportedPage(form.draft.settings);
  const options: Option[] = [
    ...(page
      ? [
          {
            value: 'here',
            label: form.text('s2.here'),
            hint: html`<bdi dir="ltr" translate="no">${page}</bdi>`,
          },
        ]
      : []),
    { value: 'elsewhere', label: form.text('s2.else') },
    { value: 'none', label: form.text('s2.none') },
  ];
  return {
    title,
    body: html`${radioGroup(form, {
      name: 'where',
      legend: heading(form, title),
      intro: notice(form),
      options,
      value: where,
      isRequired: true,
      choose: (value) => form.answer({ where: value as NonNullable<Answers['where']> }),
    })}
    ${where === 'elsewhere' ? addressFields(form) : nothing} ${where === 'none' ? placeField(form) : nothing}
    ${
      where === 'elsewhere'
        ? checkbox(form, {
            name: 'login',
            label: form.text('s2.login'),
            isChecked: login,
            choose: (isChecked) => form.answer({ login: isChecked }),
          })
        : nothing
    }`,
    footer: continueButton(form),
  };
}
