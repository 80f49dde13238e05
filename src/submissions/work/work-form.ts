import { Injectable } from '@nestjs/common';
import { Blobs } from '../../platform/blobs/blobs.js';
import { readUpload } from '../../platform/http/upload.js';
import { numberText } from '../../platform/markup/amounts.js';
import { FormTokens } from '../../platform/security/form-token.js';
import type { AttraitRequest } from '../../platform/security/request.js';
import { FormOutdated } from '../submissions.errors.js';
import { submissionTexts } from '../text.js';
import { TEXT_CHARACTERS, MOST_FILES } from './draft.js';
import { BASE_FIELDS, FILE_FIELDS, fileField, TEXT_FIELDS, textField } from './draft-fields.shared.js';
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

  /** @throws ForgedRequest, and FormOutdated for fields that the stage does not ask for. */
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
    const { errors, ...texts } = readTexts(context, textsIn(fields));
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

/** Texts by deliverable, as somebody sent them: what stands in each field now, and what stood there when the page was made. */
interface SentTexts {
  readonly texts: Readonly<Record<string, string>>;
  readonly base: Readonly<Record<string, string>>;
}

/** @throws FormOutdated for a field that is none of a stage's form. */
function textsIn({ version: _, request_key: __, ...fields }: Readonly<Record<string, string>>): SentTexts {
  const under = (prefix: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([name, text]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), text]] : [])),
    );
  const isKnown = ([name, text]: [string, string]): boolean =>
    name.startsWith(TEXT_FIELDS) || name.startsWith(BASE_FIELDS) || (name.startsWith(FILE_FIELDS) && text === '');
  if (!Object.entries(fields).every(isKnown)) throw new FormOutdated();
  return { texts: under(TEXT_FIELDS), base: under(BASE_FIELDS) };
}

/** Texts as they are kept: with plain line ends and nothing a database cannot hold. @throws FormOutdated for what the stage does not ask for. */
export function readTexts(
  { stage }: Pick<StageContext, 'stage'>,
  sent: SentTexts,
): Pick<PostedWork, 'texts' | 'typed' | 'errors'> & { base: Record<string, string> } {
  const asked = new Set(stage.spec.deliverables.flatMap(({ kind, key }) => (kind === 'text' ? [key] : [])));
  const read = (given: Readonly<Record<string, string>>): Record<string, string> => {
    if (!Object.keys(given).every((key) => asked.has(key))) throw new FormOutdated();
    return Object.fromEntries(Object.entries(given).map(([key, text]) => [key, plain(text)]));
  };
  const [typed, base] = [read(sent.texts), read(sent.base)];
  const changed = Object.entries(changedIn({ typed, base }));
  const tooLarge = changed.filter(([, text]) => text.length > TEXT_CHARACTERS);
  return {
    typed,
    base,
    texts: Object.fromEntries(changed.filter(([, text]) => text.length <= TEXT_CHARACTERS)),
    errors: tooLarge.reduce<FieldErrors>((all, [key]) => withError(all, textField(key), tooLong()), {}),
  };
}

const plain = (text: string): string => Buffer.from(text, 'utf8').toString('utf8').replace(/\r\n?/g, '\n').replaceAll('\0', '');

const tooLong = () => ({
  fr: submissionTexts.fr.work.errors.tooLong(numberText('fr', TEXT_CHARACTERS)),
  en: submissionTexts.en.work.errors.tooLong(numberText('en', TEXT_CHARACTERS)),
});

/** Nothing readable is as old as can be: the save then never overwrites anything unseen. */
const versionOf = ({ version = '' }: Readonly<Record<string, string>>): number => (/^\d{1,9}$/.test(version) ? Number(version) : 0);
const keyOf = ({ request_key: key = '' }: Readonly<Record<string, string>>): string | null => (UUID.test(key) ? key : null);
