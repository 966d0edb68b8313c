// The files for a deployment come with the package, as they are in the sources.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

test('dist/deployment holds the shipped files, byte for byte', () => {
  const folder = (path: string) => new URL(`../../${path}/deployment/`, import.meta.url);
  const names = readdirSync(folder('src/receiver')).toSorted();
  assert.deepEqual(names, [
    'Caddyfile',
    'Containerfile',
    'cliquez-signalez.service',
    'environment.example',
    'frame-nginx.conf',
    'frame.caddy',
    'nginx-files.conf',
    'nginx.conf',
  ]);
  assert.deepEqual(readdirSync(folder('dist')).toSorted(), names);
  for (const name of names) {
    const [source, built] = ['src/receiver', 'dist'].map((path) => readFileSync(new URL(name, folder(path))));
    assert.ok(source?.equals(built!), name);
  }
});
