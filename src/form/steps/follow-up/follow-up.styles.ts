// Look of « Suivre un signalement ».

import { css, type CSSResult } from 'lit';

export const followUpStyles: CSSResult = css`
  .panel .since {
    margin-block-end: calc(var(--_u) * 4);
  }
  .panel .reply {
    margin-block-start: calc(var(--_u) * 4);
  }
  .panel .leave {
    margin-block: 0;
  }
`;
