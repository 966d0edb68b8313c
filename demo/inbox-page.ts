// The demo's inbox: the page that a hotline's export makes for analysts, with a feed, in the demo's own frame.
import { readFileSync } from 'node:fs';
import { analystPage, type AnalystPage } from '../src/receiver/analyst-page/analyst-page.ts';
import { joinModules } from '../src/receiver/analyst-page/join-modules.ts';

const STYLE = readFileSync(new URL('pages/inbox.css', import.meta.url), 'utf8');
const SCRIPT = joinModules([new URL('inbox-script.ts', import.meta.url)]);

const RIBBON = `<aside class="ribbon" aria-label="Démonstration"><div class="wrap">
<p><b>Démonstration.</b> Ces signalements restent sur cet ordinateur.</p>
<p><a href="/demo">Toutes les pages</a></p>
</div></aside>
`;

const EMPTY = `<noscript><p class="empty">Sans JavaScript, lisez <a href="/inbox.json">les signalements en JSON</a>.</p></noscript>
<div id="empty" class="empty" hidden>
<h2>Aucun signalement pour l’instant</h2>
<p>Envoyez-en un depuis <a href="/partner">le journal</a>, <a href="/inline">la mairie</a>,
<a href="/embed">le forum</a>, <a href="/npm">les petites annonces</a> ou
<a href="/isole">la maison de santé</a>. Il arrive ici tout de suite.</p>
</div>
`;

/** The page, in French. @param hotline its name in the sentences that reporters read */
export const inboxPage = (hotline: string): AnalystPage =>
  analystPage('fr', {
    hotline,
    title: 'Boîte de réception',
    head: '<link rel="icon" href="/favicon.svg" type="image/svg+xml">\n',
    ribbon: RIBBON,
    top: '<p id="link"></p><p id="news" class="unseen" role="status"></p>',
    main: EMPTY,
    style: STYLE,
    script: `${SCRIPT}\nstartFeed();`,
    policy: ["connect-src 'self'", "img-src 'self'"],
  });
