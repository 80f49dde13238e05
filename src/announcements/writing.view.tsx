import { type Lang, otherLang } from '../kernel/localised.js';
import type { FormProblems } from '../platform/http/form.js';
import { Choice, ChoiceGroup, Field, TextArea } from '../platform/markup/fields.js';
import { Button, Form, LinkButton } from '../platform/markup/forms.js';
import { useLang, useText } from '../platform/markup/frame.js';
import { Layout } from '../platform/markup/layout.js';
import { Banner } from '../platform/markup/notices.js';
import { Card, Crumbs, SafeMarkup } from '../platform/markup/components.js';
import { DateTimeField } from '../platform/local-time/date-time-field.view.js';
import { type Announcement, announcementAt, announcementsAt, inLanguage } from './announcement.js';
import type { AnnouncementPreview } from './announcements.service.js';
import { announceTexts } from './text.js';

/** What has just become of what was sent. */
export interface WritingNotice {
  readonly problems?: FormProblems;
  readonly preview?: AnnouncementPreview;
  /** Somebody else changed it meanwhile: what holds now is shown beside what was typed. */
  readonly isOvertaken?: boolean;
}

interface WritingPageProps extends WritingNotice {
  readonly course: string;
  readonly zone: string;
  readonly sections: readonly { readonly id: string; readonly name: string }[];
  /** The announcement to change; null for a new one. */
  readonly standing: Announcement | null;
  /** What a new one will be called in its address. */
  readonly newId: string;
}

export const WritingPage = (props: WritingPageProps) => {
  const { course, standing, preview, isOvertaken } = props;
  const [texts, lang] = [useText(announceTexts), useLang()];
  const t = texts.form;
  const title = standing ? t.editTitle : t.newTitle;
  return (
    <Layout title={title} page="announcing" current="course">
      <div class="wrap page narrow">
        <header class="stack gap3">
          <Crumbs
            trail={[
              { label: texts.course, href: `/courses/${course}` },
              { label: texts.title, href: announcementsAt(course) },
              ...(standing ? [{ label: inLanguage(standing.words, lang).title, href: announcementAt(course, standing.id) }] : []),
              { label: title },
            ]}
          />
          <h1>{title}</h1>
          <p class="soft">{t.lede}</p>
        </header>
        {isOvertaken && standing && <Theirs standing={standing} />}
        {preview && <Preview {...preview} />}
        <WritingForm {...props} />
      </div>
    </Layout>
  );
};

const Theirs = ({ standing }: { standing: Announcement }) => {
  const [t, lang] = [useText(announceTexts).form, useLang()];
  const { title, body, lang: written } = inLanguage(standing.words, lang);
  return (
    <>
      <Banner kind="warn" role="alert">
        {t.conflict}
      </Banner>
      <Card labelledBy="theirs">
        <h2 id="theirs">{t.theirs}</h2>
        <div class="stack gap2" lang={written}>
          <p>
            <b>{title}</b>
          </p>
          <p class="as-typed">{body}</p>
        </div>
      </Card>
    </>
  );
};

const Preview = ({ versions, people }: AnnouncementPreview) => {
  const t = useText(announceTexts).form;
  return (
    <section class="preview stack" aria-labelledby="preview">
      <h2 id="preview">{t.preview}</h2>
      {versions.map(({ lang, title, body }) => (
        <Card key={lang}>
          <p class="meta">{t.languages[lang]}</p>
          <div lang={lang} class="stack">
            <p class="preview-title">{title}</p>
            <SafeMarkup html={body} />
          </div>
        </Card>
      ))}
      <p class="small soft">{t.previewHint(people)}</p>
    </section>
  );
};

const WritingForm = ({ course, zone, sections, standing, newId, problems }: WritingPageProps) => {
  const [t, lang] = [useText(announceTexts).form, useLang()];
  const action = standing ? `${announcementAt(course, standing.id)}/edit` : announcementsAt(course);
  const preview = `${standing ? announcementAt(course, standing.id) : announcementsAt(course)}/preview`;
  return (
    <Form action={action} guard class="stack gap6" {...(problems && { problems })}>
      {standing ? <input type="hidden" name="version" value={standing.version} /> : <input type="hidden" name="id" value={newId} />}
      {[lang, otherLang(lang)].map((one) => (
        <WordsFields key={one} lang={one} standing={standing} />
      ))}
      {standing?.publishedAt ? (
        <>
          <input type="hidden" name="when" value="kept" />
          <Banner>{t.kept}</Banner>
        </>
      ) : (
        <Publishing zone={zone} sections={sections} standing={standing} {...(problems && { problems })} />
      )}
      <div class="row">
        <Button formAction={preview}>{t.preview}</Button>
        <Button kind="primary">{standing ? t.save : t.publish}</Button>
        <LinkButton kind="quiet" href={standing ? announcementAt(course, standing.id) : announcementsAt(course)}>
          {t.cancel}
        </LinkButton>
      </div>
    </Form>
  );
};

const WordsFields = ({ lang, standing }: { lang: Lang; standing: Announcement | null }) => {
  const t = useText(announceTexts).form;
  const words = standing?.words[lang];
  return (
    <fieldset class="stack gap3">
      <legend>{t.languages[lang]}</legend>
      <Field name={`title_${lang}`} label={t.titleOf[lang]} value={words?.title} lang={lang} maxLength={200} autoComplete="off" />
      <TextArea name={`body_${lang}`} label={t.bodyOf[lang]} hint={t.markdown} value={words?.body} lang={lang} rows={8} />
    </fieldset>
  );
};

type PublishingProps = Pick<WritingPageProps, 'zone' | 'sections' | 'standing' | 'problems'>;

const Publishing = ({ zone, sections, standing, problems }: PublishingProps) => {
  const texts = useText(announceTexts);
  const t = texts.form;
  return (
    <>
      <ChoiceGroup name="section" label={t.section}>
        <Choice name="section" value="" label={texts.forAll} checked={!standing?.section} />
        {sections.map(({ id, name }) => (
          <Choice key={id} name="section" value={id} label={texts.forSection(name)} checked={standing?.section?.id === id} />
        ))}
      </ChoiceGroup>
      <ChoiceGroup name="when" label={t.when}>
        <Choice name="when" value="now" label={t.now} hint={t.nowHint} checked={!standing} />
        <Choice name="when" value="later" label={t.later} hint={t.laterHint} checked={standing !== null} />
      </ChoiceGroup>
      <DateTimeField name="publish_at" label={t.publishAt} value={standing?.publishAt ?? null} zone={zone} problems={problems} />
    </>
  );
};
