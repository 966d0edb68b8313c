// URLs of PostgreSQL: one server as node-postgres reads it, several as libpq does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPostgresUrl } from '../../src/receiver/store/postgres/postgres-url.ts';

test('a URL of one server is left as it is', () => {
  for (const url of [
    'postgres://receiver:p%40ss@db.example:5433/reports?sslmode=verify-full&sslrootcert=/etc/ca.pem',
    'postgresql://127.0.0.1/reports',
    'postgres://receiver@%2Fvar%2Frun%2Fpostgresql/reports',
  ])
    assert.deepEqual(readPostgresUrl(url), { urls: [url], isSearched: false, warnings: [] });
});

test('one of several servers is its host with everything else', () => {
  const { urls, isSearched } = readPostgresUrl(
    'postgres://receiver:p%40ss@db1.example:5433,db2.example,[::1]:5434/reports?sslmode=verify-full&target_session_attrs=read-write',
  );
  assert.deepEqual(urls, [
    'postgres://receiver:p%40ss@db1.example:5433/reports?sslmode=verify-full',
    'postgres://receiver:p%40ss@db2.example/reports?sslmode=verify-full',
    'postgres://receiver:p%40ss@[::1]:5434/reports?sslmode=verify-full',
  ]);
  assert.equal(isSearched, true);
});

test('one server that has to take writes is looked for as well', () => {
  assert.deepEqual(readPostgresUrl('postgres://a@h/db?target_session_attrs=primary'), {
    urls: ['postgres://a@h/db'],
    isSearched: true,
    warnings: [],
  });
});

for (const mode of ['prefer', 'require', 'verify-ca'])
  test(`sslmode=${mode} is written as what it is taken for, for each server, and said`, () => {
    const { urls, warnings } = readPostgresUrl(
      `postgres://receiver:p%40ss@db1.example,db2.example/reports?sslmode=${mode}&sslrootcert=/etc/a%20b.pem&target_session_attrs=read-write`,
    );
    assert.deepEqual(
      urls,
      ['db1', 'db2'].map(
        (host) =>
          `postgres://receiver:p%40ss@${host}.example/reports?sslmode=verify-full&sslrootcert=%2Fetc%2Fa+b.pem`,
      ),
    );
    assert.equal(warnings.length, 1);
    assert.match(warnings[0]!, new RegExp(`^sslmode=${mode} in DATABASE_URL is taken as verify-full: `));
    assert.doesNotMatch(warnings[0]!, /ss@|example/);
    assert.deepEqual(readPostgresUrl(`postgres://a@h/db?sslmode=${mode}`).urls, [
      'postgres://a@h/db?sslmode=verify-full',
    ]);
  });

test('a mode that says what it is, or is asked for as libpq has it, stays', () => {
  for (const query of [
    'sslmode=disable',
    'sslmode=no-verify',
    'uselibpqcompat=true&sslmode=require',
    'ssl=true',
  ])
    assert.deepEqual(readPostgresUrl(`postgres://a@h/db?${query}`), {
      urls: [`postgres://a@h/db?${query}`],
      isSearched: false,
      warnings: [],
    });
});

for (const [url, expected] of [
  ['postgres://a:s3cret@h1,h2/db', /needs \?target_session_attrs=read-write/],
  ['postgres://a:s3cret@h1,h2/db?target_session_attrs=any', /must be read-write/],
  ['postgres://a:s3cret@h1,h2/db?target_session_attrs=standby', /must be read-write/],
  ['postgres://a:s3cret@h1:54x,h2/db?target_session_attrs=read-write', /not understood/],
  ['postgres://a:s3cret@h1,h2/?target_session_attrs=read-write', /not understood/],
  ['postgres://a:s3cret@h1/db/more', /not understood/],
  ['postgres://a:s3%cret@h1/db', /not understood/],
] as const)
  test(`${url.replace(/.*@/, '')} is refused, without its password`, () => {
    assert.throws(
      () => readPostgresUrl(url),
      (error: Error) => {
        assert.equal(error.name, 'DatabaseUrlError');
        assert.match(error.message, expected);
        assert.doesNotMatch(error.message, /cret/);
        return true;
      },
    );
  });
