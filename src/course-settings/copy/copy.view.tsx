import type { FormProblems } from '../../platform/http/form.js';
import { Choice, ChoiceGroup, Field } from '../../platform/markup/fields.js';
import { Button, Form } from '../../platform/markup/forms.js';
import { useText } from '../../platform/markup/frame.js';
import { Layout } from '../../platform/markup/layout.js';
import { Crumbs } from '../../platform/markup/components.js';
import { CopyPreview, type ShownCopy } from './copy-preview.view.js';
import { copyTexts } from './text.js';

interface CopyPageProps {
  readonly course: string;
  readonly zone: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly problems?: FormProblems;
  /** What the copy would be, once it was asked for. */
  readonly shown?: ShownCopy;
}

/** Asks what a copy of the course is to be, shows its dates, and makes it. */
export const CopyPage = ({ course, zone, fields, problems, shown }: CopyPageProps) => {
  const t = useText(copyTexts);
  const at = `/courses/${course}`;
  return (
    <Layout title={t.title} page="settings" current="settings">
      <div class="wrap page">
        <header class="stack gap3">
          <Crumbs trail={[{ label: t.course, href: at }, { label: t.settings, href: `${at}/settings` }, { label: t.title }]} />
          <h1>{t.title}</h1>
          <p class="lede">{t.lede}</p>
          <p class="measure">{t.kept}</p>
          <p class="measure soft">{t.left}</p>
        </header>
        {shown && <CopyPreview {...shown} course={course} zone={zone} fields={fields} />}
        <Wish course={course} fields={fields} problems={problems} />
      </div>
    </Layout>
  );
};

const Wish = ({ course, fields, problems }: Pick<CopyPageProps, 'course' | 'fields'> & { problems: FormProblems | undefined }) => {
  const t = useText(copyTexts);
  const keeps = fields['published'] === 'published';
  return (
    <Form action={`/courses/${course}/settings/copy`} sends="query" problems={problems}>
      <div class="beside">
        <Field name="slug" label={t.slug} hint={t.slugHint} value={fields['slug']} required />
        <Field name="first_day" label={t.firstDay} hint={t.firstDayHint} type="date" value={fields['first_day']} required />
      </div>
      <div class="beside">
        <Field name="title_fr" label={t.titleFr} value={fields['title_fr']} lang="fr-CA" required />
        <Field name="title_en" label={t.titleEn} value={fields['title_en']} lang="en-CA" required />
      </div>
      <div class="beside">
        <Field name="term_fr" label={t.termFr} hint={t.termHint} value={fields['term_fr']} lang="fr-CA" optional />
        <Field name="term_en" label={t.termEn} hint={t.termHint} value={fields['term_en']} lang="en-CA" optional />
      </div>
      <ChoiceGroup name="published" label={t.published}>
        <Choice name="published" value="draft" label={t.draft} hint={t.draftHint} checked={!keeps} />
        <Choice name="published" value="published" label={t.keep} hint={t.keepHint} checked={keeps} />
      </ChoiceGroup>
      <p>
        <Button>{t.preview}</Button>
      </p>
    </Form>
  );
};
