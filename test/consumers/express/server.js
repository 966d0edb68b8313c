// A page with the button, written by Express under the policy of Helmet.
import { readFileSync } from 'node:fs';
import express from 'express';
import helmet from 'helmet';

const FILES = 'node_modules/cliquez-signalez';
const { version } = JSON.parse(readFileSync(`${FILES}/package.json`, 'utf8'));
const folder = `/cliquez-signalez-${version}`;
const endpoint = process.env.ENDPOINT ?? 'https://hotline.example/v1/reports';

const app = express();
app.use(
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'self'"], connectSrc: ["'self'", new URL(endpoint).origin] },
    },
  }),
);
// The folder is named after the version: its files never change.
app.use(folder, express.static(`${FILES}/dist/cdn`, { immutable: true, maxAge: '1y' }));

app.get('/', (request, response) => {
  response.send(`<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <title>La Gazette</title>
    <link rel="stylesheet" href="${folder}/reserve.css">
    <script type="module" src="${folder}/cliquez-signalez.js"></script>
  </head>
  <body>
    <p>
      <cliquez-signalez
        endpoint="${endpoint}"
        hotline="Point de Contact"
        hotline-url="https://hotline.example/signaler"
        country="FR"
      >
        <a href="https://hotline.example/signaler">Signaler un contenu illégal à Point de Contact</a>
      </cliquez-signalez>
    </p>
  </body>
</html>`);
});

app.listen(Number(process.env.PORT ?? 3000), process.env.HOST ?? '127.0.0.1');
