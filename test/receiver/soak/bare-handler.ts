// The baseline for the receiver: an equal HTTP server and router that reads a body and stores nothing.
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.post('/v1/reports', async (context) => {
  const { submissionId } = JSON.parse(await context.req.text()) as { submissionId: string };
  return context.json({ submissionId, reference: '7K4M-2QXD', receivedAt: '2026-11-24T13:50:00Z' }, 201);
});

const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) => {
  console.error(`Reports are received at http://127.0.0.1:${port}/v1/reports`);
});
process.once('SIGTERM', () => server.close());
