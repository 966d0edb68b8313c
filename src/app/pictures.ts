// Two pictures of a phone: a link is copied in another application, and pasted here.

import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

const phone = svg`<rect x="30" y="6" width="100" height="168" rx="14"></rect><path d="M68 16h24"></path>`;

const picture = (text: string, content: SVGTemplateResult): TemplateResult =>
  html`<svg class="picture" viewBox="0 0 160 180" role="img" aria-label=${text}>${phone} ${content}</svg>`;

/** A share menu, with « Copier le lien » circled. */
export const copyPicture = (text: string): TemplateResult =>
  picture(
    text,
    svg`<path class="quiet" d="M44 34h72v44h-72z M46 74l20-20 14 12 12-10 22 20"></path>
      <path d="M30 92h100"></path>
      <circle class="quiet" cx="54" cy="112" r="9"></circle>
      <circle class="quiet" cx="106" cy="112" r="9"></circle>
      <circle class="mark" cx="80" cy="112" r="15"></circle>
      <path
        d="M77 115l6-6m-8 2-2.500 2.500a4 4 0 0 0 5.600 5.600l2.500-2.500m-.500-10 2.500-2.500a4 4 0 0 1 5.600 5.600l-2.500 2.500"
     ></path>
      <path class="quiet" d="M44 138h72M44 150h72"></path>`,
  );

/** The page, with the button circled, and the field under it. */
export const pastePicture = (text: string): TemplateResult =>
  picture(
    text,
    svg`<path class="quiet" d="M44 36h40M44 46h62"></path>
      <rect class="mark" x="42" y="60" width="76" height="26" rx="13"></rect>
      <path d="M56 68h7v-3h6v3h7v12h-20zM84 74h22"></path>
      <path d="M80 92v18m-6-6 6 6 6-6"></path>
      <rect x="42" y="116" width="76" height="24" rx="5"></rect>
      <path class="quiet" d="M50 128h52M44 154h72"></path>`,
  );
