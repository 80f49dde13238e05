import { Injectable } from '@nestjs/common';
import { Blobs } from '../../platform/blobs/blobs.js';
import { readUpload } from '../../platform/http/upload.js';
import { numberText } from '../../platform/markup/amounts.js';
import { FormTokens } from '../../platform/security/form-token.js';
import type { AttraitRequest } from '../../platform/security/request.js';
import { FormOutdated } from '../submissions.errors.js';
import { submissionTexts } from '../text.js';
import { baseField, fileField, LONGEST_TEXT, MOST_FILES, textField } from './draft.js';
import { DraftsQueries } from './drafts.queries.js';
import { IncomingFiles } from './incoming-files.js';
import { changedIn, type FieldErrors, type PostedWork, type StageContext, withError } from './stage-context.js';

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
  async read(request: AttraitRequest, context: StageContext): Promise<PostedWork> {
    const { deliverables } = context.stage.spec;
    const files = new IncomingFiles(this.blobs, this.roomFor(context));
    const fields = await readUpload(request, this.tokens, async (file) => {
      const asked = deliverables.find(({ key, kind }) => kind === 'file' && fileField(key) === file.field);
      if (!asked) throw new FormOutdated();
      // Whoever may keep nothing here is told so by the page; what they send is not stored.
      if (context.team && !context.actor.course.isArchived) await files.take(file, asked.key);
      else file.stream.resume();
    });
    const { errors, ...texts } = readTexts(context, fields);
    return {
      ...texts,
      errors: { ...errors, ...files.errors },
      files: files.received,
      version: versionOf(fields),
      requestKey: keyOf(fields),
    };
  }

  private roomFor({ stage, team }: StageContext): () => Promise<number> {
    let room: Promise<number> | undefined;
    return () => (room ??= team ? this.drafts.countFiles({ stage, team }).then((count) => MOST_FILES - count) : Promise.resolve(0));
  }
}

/** Texts as they are kept: by deliverable, with plain line ends and nothing a database cannot hold. */
export function readTexts(
  { stage }: Pick<StageContext, 'stage'>,
  fields: Readonly<Record<string, string>>,
): Pick<PostedWork, 'texts' | 'typed' | 'errors'> & { base: Record<string, string> } {
  const { version: _, request_key: __, ...given } = fields;
  const asked = stage.spec.deliverables.filter(({ kind }) => kind === 'text').map(({ key }) => key);
  const known = new Set(asked.flatMap((key) => [textField(key), baseField(key)]));
  if (Object.keys(given).some((field) => !known.has(field))) throw new FormOutdated();
  const under = (nameOf: (key: string) => string): Record<string, string> =>
    Object.fromEntries(asked.flatMap((key) => (given[nameOf(key)] === undefined ? [] : [[key, plain(given[nameOf(key)]!)]])));
  const [typed, base] = [under(textField), under(baseField)];
  const changed = Object.entries(changedIn({ typed, base }));
  const tooLarge = changed.filter(([, text]) => text.length > LONGEST_TEXT);
  return {
    typed,
    base,
    texts: Object.fromEntries(changed.filter(([, text]) => text.length <= LONGEST_TEXT)),
    errors: tooLarge.reduce<FieldErrors>((all, [key]) => withError(all, textField(key), tooLong()), {}),
  };
}

const plain = (text: string): string => Buffer.from(text, 'utf8').toString('utf8').replace(/\r\n?/g, '\n').replaceAll('\0', '');

const tooLong = () => ({
  fr: submissionTexts.fr.work.errors.tooLong(numberText('fr', LONGEST_TEXT)),
  en: submissionTexts.en.work.errors.tooLong(numberText('en', LONGEST_TEXT)),
});

/** Nothing readable is as old as can be: the save then never overwrites anything unseen. */
const versionOf = ({ version = '' }: Readonly<Record<string, string>>): number => (/^\d{1,9}$/.test(version) ? Number(version) : 0);
const keyOf = ({ request_key: key = '' }: Readonly<Record<string, string>>): string | null => (UUID.test(key) ? key : null);
