// What the page's reader has besides the receiver: a program that is told over HTTP, and a mail server. Each writes down what
// it got.
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';

const { SMTP_SERVER = '', WEBHOOK_SECRET = '' } = process.env;
const { SMTPServer } = await import(SMTP_SERVER);
const { Webhook } = createRequire('/opt/cliquez-signalez/')('standardwebhooks');
const webhook = new Webhook(WEBHOOK_SECRET);

createServer(async (request, response) => {
  const body = await text(request);
  webhook.verify(body, request.headers);
  appendFileSync('/srv/hook.txt', `${body}\n`);
  response.writeHead(204).end();
}).listen(9000, '127.0.0.1');

new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  async onData(stream, _session, done) {
    appendFileSync('/srv/mail.txt', await text(stream));
    done();
  },
}).listen(2525, '127.0.0.1');
