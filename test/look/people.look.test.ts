// Nine people report as they really would. What it cost them, what they were told and what they sent is as it was recorded,
// and so is each view that they met. RECORD=1 writes both anew.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { countDifferent, MAX_DIFFERENT } from './compare.ts';
import { PEOPLE, type Walked } from './people.ts';
import { readPng, sideBySide, writePng } from './png.ts';
import { keepFound } from './references.ts';
import { Studio } from './studio.ts';

const FOLDER = new URL('people/', import.meta.url);
const TABLE = new URL('people.json', FOLDER);
const ADVICE =
  'If it is meant, write it anew: RECORD=1 node --test test/look/people.look.test.ts; look at test/look/people/, and commit.';
const isRecording = process.env['RECORD'] === '1';

const studio = await Studio.open();
after(() => studio.close());

const found: Record<string, Walked> = {};
const recorded = isRecording
  ? {}
  : (JSON.parse(await readFile(TABLE, 'utf8')) as Readonly<Record<string, Walked>>);
if (isRecording) await mkdir(FOLDER, { recursive: true });

for (const person of PEOPLE)
  test(`a report by the ${person.name}`, async () => {
    const { walked, pictures } = await studio.follow(person);
    found[person.name] = walked;
    const picture = sideBySide(pictures);
    const file = new URL(`${person.name}.png`, FOLDER);
    if (isRecording) return writeFile(file, writePng(picture));
    assert.deepEqual(walked, recorded[person.name], ADVICE);
    const reference = readPng(await readFile(file));
    const different = countDifferent(picture, reference);
    const most = MAX_DIFFERENT * pictures.length;
    if (different > most) await keepFound(`people-${person.name}`, picture, reference);
    assert.ok(different <= most, `${different} pixels are different. ${ADVICE}`);
  });

after(() => isRecording && writeFile(TABLE, `${JSON.stringify(found, null, 2)}\n`));
