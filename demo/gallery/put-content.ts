// Puts a page's content in its place. What it is made of comes from closed lists, so the page's policy lets it.

import { fullTitle, type Content } from './page.ts';

interface Policy {
  createHTML(html: string): string;
}

// Browsers without Trusted Types take the text itself.
const { trustedTypes } = globalThis as unknown as {
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
};
const asIs: Policy = { createHTML: (html) => html };
const policy = trustedTypes?.createPolicy('gallery', asIs) ?? asIs;

/** Shows a content in place of the page's own. */
export function putContent({ title, body }: Content): void {
  document.title = fullTitle(title);
  document.body.innerHTML = policy.createHTML(body);
}
