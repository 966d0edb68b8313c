// Runs in the list of the gallery: shows what the address asks for.

import { readChoices } from './choices.ts';
import { defineWidget } from './define-widget.ts';
import { answerInPlace } from './endpoint.ts';
import { framesPage } from './frames-page.ts';
import { putContent } from './put-content.ts';

const query = Object.fromEntries(new URLSearchParams(location.search));
putContent(framesPage(document.documentElement.lang === 'en' ? 'en' : 'fr', query));
answerInPlace();
await defineWidget(readChoices(query).lang);
