import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as cheerio from 'cheerio';
import { Blobs } from '../../src/platform/blobs/blobs.js';
import { type Bucket, openBucket } from '../support/bucket.js';
import { type TestAppForFile, appForFile } from '../support/app-for-file.js';
import { CONTRACT, pressing, PROPOSAL, submissionOf } from '../support/project.js';
import type { Visitor } from '../support/test-app.js';
import type { Student } from '../support/world.js';

const FILES = [PROPOSAL, CONTRACT];

describe('files in a bucket', () => {
  let bucket: Bucket;
  beforeAll(async () => (bucket = await openBucket()));
  const app = appForFile({ env: () => ({ S3_URL: bucket.url }), setUp: aTeamAtWork });
  let ines: Student;
  let visitor: Visitor;

  async function aTeamAtWork({ world }: TestAppForFile): Promise<void> {
    ines = await world.student();
    await world.team({ members: [ines] });
    await world.assignment();
  }
  beforeEach(async () => {
    bucket.startOver();
    visitor = await app.as(ines);
  });
  afterAll(() => bucket.close());

  const waiting = () => readdirSync(join(app.env.DATA_DIR, 'blobs', 'incoming'));
  const kept = () =>
    app.database.query<{ id: string; name: string; sha256: string }>('SELECT id, name, sha256 FROM submission_file ORDER BY position');

  it('are handed in and come back byte for byte, and nothing stays on the disk', async () => {
    const id = submissionOf(await pressing(visitor, ines.course).handIn({ files: FILES }).expect(303));

    const files = await kept();
    expect([...bucket.objects.keys()].sort()).toEqual(files.map(({ sha256 }) => `/attrait/files/${sha256}`).sort());
    expect(waiting()).toEqual([]);
    for (const [index, file] of files.entries()) {
      const reply = await visitor.get(`/courses/${ines.course.slug}/submissions/${id}/files/${file.id}`).buffer(true).expect(200);
      expect(reply.body as Buffer).toEqual(FILES[index]!.content);
    }
  });

  it('survive a bucket that is away for a moment', async () => {
    bucket.failures = 2;

    await pressing(visitor, ines.course).handIn({ files: FILES }).expect(303);

    expect(bucket.objects.size).toBe(2);
  });

  it('are not taken while it is away for long: the page says so, and keeps the text', async () => {
    bucket.failures = Infinity;

    const reply = await pressing(visitor, ines.course).handIn({ files: FILES }).expect(422);

    const page = cheerio.load(reply.text);
    expect(page('.error').text()).toContain('n’a pas pu être enregistré pour le moment');
    expect(page('[name="text-focal"]').text()).toBe('Un atelier de ressemelage.');
    expect(waiting()).toEqual([]);
    expect(await app.database.query('SELECT FROM blob')).toEqual([]);
  });

  it('that are missing or bent are told apart from those that are whole', async () => {
    await pressing(visitor, ines.course).handIn({ files: FILES }).expect(303);
    const [one, other] = await kept();
    bucket.objects.delete(`/attrait/files/${one!.sha256}`);
    bucket.objects.set(`/attrait/files/${other!.sha256}`, Buffer.from('bent'));

    const blobs = app.nest.get(Blobs);
    expect(await blobs.inspect(one!.sha256)).toBeNull();
    expect((await blobs.inspect(other!.sha256))!.sha256).not.toBe(other!.sha256);
  });
});
