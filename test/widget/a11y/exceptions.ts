// Findings of the second and third accessibility engine that the tests accept, each with its reason. An exception names
// its elements as narrowly as possible; delete an exception that no finding needs.

/** One accepted finding. */
export interface Exception {
  readonly engine: 'ibm' | 'alfa';
  /** Identifier of the rule, as the engine prints it. */
  readonly rule: string;
  /** Selector of the elements that the exception covers. */
  readonly where: string;
  readonly reason: string;
}

export const EXCEPTIONS: readonly Exception[] = [
  {
    engine: 'ibm',
    rule: 'aria_content_in_landmark',
    where: '*',
    reason:
      'In which landmark the widget stands is the page’s to say; the guides « I run a site » and « Accessibility » tell where to put it.',
  },
  {
    engine: 'ibm',
    rule: 'aria_child_valid',
    where: 'fieldset[role="radiogroup"]',
    reason:
      'ARIA 1.2 says what a radiogroup must hold, not that it may hold nothing else: its title, hints and errors stand in it.',
  },
  {
    engine: 'ibm',
    rule: 'aria_role_redundant',
    where: 'ul[role="list"]',
    reason: 'Safari takes the role from a list without bullets unless it is written.',
  },
  {
    engine: 'ibm',
    rule: 'input_label_exists',
    where: 'details:not([open]) input, details:not([open]) textarea',
    reason:
      'Nobody reaches a field in a closed fold; its label is there once the fold is open, where the rule is asked again.',
  },
  {
    engine: 'alfa',
    rule: 'sia-r60',
    where: 'details, fieldset',
    reason: 'A fold is named by its summary, which the rule does not read.',
  },
  {
    engine: 'alfa',
    rule: 'sia-r73',
    where: '.option-hint, .hint, .small, .call, p',
    reason: 'WCAG 1.4.8 (AAA) asks 1.5 of blocks of text; these are lines of a list, of which few wrap.',
  },
];
