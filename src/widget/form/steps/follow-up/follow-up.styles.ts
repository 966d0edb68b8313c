// Look of « Suivre un signalement ».

import { css, type CSSResult } from 'lit';

export const followUpStyles: CSSResult = css`
  .panel .since {
    margin-block-end: calc(var(--_u) * 4);
  }
  .panel .reply {
    margin-block-start: calc(var(--_u) * 4);
  }
  .panel .kept {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_u) * 2);
  }
  .panel .kept .save {
    margin-block-start: 0;
  }
  /* The tick takes the place of this padding, so that nothing moves under the finger. */
  .panel .noted {
    padding-inline: calc(var(--_u) * 4 + 0.625em);
    border-color: var(--_cs-border);
  }
  .panel .noted[aria-pressed='true'] {
    padding-inline: calc(var(--_u) * 3);
    border-color: currentcolor;
    background: var(--_quiet);
  }
  .panel .leave {
    margin-block: 0;
  }
`;
