import { Injectable } from '@nestjs/common';
import { Blobs } from '../../platform/blobs/blobs.js';
import { readUpload } from '../../platform/http/upload.js';
import { numberText } from '../../platform/markup/amounts.js';
import { FormTokens } from '../../platform/security/form-token.js';
import type { AttraitRequest } from '../../platform/security/request.js';
import { FormOutdated } from '../submissions.errors.js';
import { submissionTexts } from '../text.js';
import { fileField, LONGEST_TEXT, MOST_FILES, textField } from './draft.js';
import { DraftsQueries } from './drafts.queries.js';
import { IncomingFiles } from './incoming-files.js';
import { type FieldErrors, type PostedWork, withError, type WorkPlace } from './place.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads the form of a stage's page: texts, and files, which are stored while they arrive. */
@Injectable()
export class WorkForm {
  constructor(
    private readonly blobs: Blobs,
    private readonly tokens: FormTokens,
    private readonly drafts: DraftsQueries,
  ) {}

  /** @throws FormOutdated for fields that the stage does not ask for. */
  async read(request: AttraitRequest, place: WorkPlace): Promise<PostedWork> {
    const { deliverables } = place.stage.spec;
    const files = new IncomingFiles(this.blobs, this.roomFor(place));
    const fields = await readUpload(request, this.tokens, async (file) => {
      const asked = deliverables.find(({ key, kind }) => kind === 'file' && fileField(key) === file.field);
      if (!asked) throw new FormOutdated();
      // Whoever may keep nothing here is told so by the page; what they send is not stored.
      if (place.team && !place.actor.course.isArchived) await files.take(file, asked.key);
      else file.stream.resume();
    });
    const { texts, typed, errors } = readTexts(place, fields);
    return {
      texts,
      typed,
      errors: { ...errors, ...files.errors },
      files: files.received,
      version: versionOf(fields),
      requestKey: keyOf(fields),
    };
  }

  private roomFor({ stage, team }: WorkPlace): () => Promise<number> {
    let room: Promise<number> | undefined;
    return () => (room ??= team ? this.drafts.countFiles({ stage, team }).then((count) => MOST_FILES - count) : Promise.resolve(0));
  }
}

/** Texts as they are kept: by deliverable, with plain line ends and nothing a database cannot hold. */
export function readTexts(
  { stage }: Pick<WorkPlace, 'stage'>,
  fields: Readonly<Record<string, string>>,
): Pick<PostedWork, 'texts' | 'typed' | 'errors'> {
  const keys = new Map(stage.spec.deliverables.filter(({ kind }) => kind === 'text').map(({ key }) => [textField(key), key]));
  const texts: Record<string, string> = {};
  const typed: Record<string, string> = {};
  let errors: FieldErrors = {};
  for (const [field, value] of Object.entries(fields)) {
    if (field === 'version' || field === 'request_key') continue;
    const key = keys.get(field);
    if (!key) throw new FormOutdated();
    const text = Buffer.from(value, 'utf8').toString('utf8').replace(/\r\n?/g, '\n').replaceAll('\0', '');
    typed[key] = text;
    if (text.length <= LONGEST_TEXT) texts[key] = text;
    else errors = withError(errors, field, tooLong());
  }
  return { texts, typed, errors };
}

const tooLong = () => ({
  fr: submissionTexts.fr.work.errors.tooLong(numberText('fr', LONGEST_TEXT)),
  en: submissionTexts.en.work.errors.tooLong(numberText('en', LONGEST_TEXT)),
});

/** Nothing readable is as old as can be: the save then never overwrites anything unseen. */
const versionOf = ({ version = '' }: Readonly<Record<string, string>>): number => (/^\d{1,9}$/.test(version) ? Number(version) : 0);
const keyOf = ({ request_key: key = '' }: Readonly<Record<string, string>>): string | null => (UUID.test(key) ? key : null);
