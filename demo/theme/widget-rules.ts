// The rules of one widget, from the sheets that it has adopted.

/** All rules in their order, including those inside a condition. */
export function rulesOf(root: ShadowRoot): CSSRule[] {
  const flat = (rules: CSSRuleList): CSSRule[] =>
    [...rules].flatMap((rule) =>
      'cssRules' in rule ? [rule, ...flat(rule.cssRules as CSSRuleList)] : [rule],
    );
  return root.adoptedStyleSheets.flatMap(({ cssRules }) => flat(cssRules));
}
