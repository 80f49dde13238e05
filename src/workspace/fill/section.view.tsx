import { numberText } from '../../platform/markup/amounts.js';
import { Button, Form, LinkButton } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Banner, Empty } from '../../platform/markup/notices.js';
import { rowAt, sectionAt } from '../addresses.js';
import { isToFill } from '../sheet/completeness.shared.js';
import { nameOf } from '../sheet/lookups.shared.js';
import { repeatOf } from '../sheet/outline.shared.js';
import type { SectionReading } from '../sheet/section-reading.js';
import { workspaceTexts } from '../text.js';
import { WorkspaceFrame } from '../workspace-frame.view.js';
import { ColumnsTable } from './columns.view.js';
import { fieldModel } from './field-models.js';
import { LinesTable } from './lines.view.js';
import { Filled } from './overview.view.js';
import { RowPart } from './row-part.view.js';
import { NOTHING_BACK } from './row-form.shared.js';
import type { Done } from './shown.js';

export interface SectionPageProps {
  readonly reading: SectionReading;
  readonly done: Done | null;
}

/** One section of a worksheet: a form, or its rows side by side, or line by line. */
export const SectionPage = ({ reading, done }: SectionPageProps) => {
  const { workspace, section, completeness, shown } = reading;
  const [t, lang] = [useText(workspaceTexts), useLang()];
  const at = sectionAt(workspace.at, section.key);
  const empty = completeness.all - completeness.filled;
  return (
    <WorkspaceFrame
      workspace={workspace}
      current={section.key}
      title={section.title[lang]}
      lede={section.help && <p class="lede">{section.help[lang]}</p>}
    >
      <div class="row section-tools">
        <Filled of={completeness} />
        <nav class="row gap2" aria-label={t.show.label}>
          <LinkButton href={at} size="small" aria-current={shown.only === 'all' ? 'true' : undefined}>
            {t.show.all}
          </LinkButton>
          <LinkButton href={`${at}?show=empty`} size="small" aria-current={shown.only === 'empty' ? 'true' : undefined}>
            {t.show.empty(numberText(lang, empty))}
          </LinkButton>
        </nav>
      </div>
      {done && <DoneNotice reading={reading} done={done} />}
      <Content {...reading} />
    </WorkspaceFrame>
  );
};

const Content = (reading: SectionReading) => {
  const { workspace, section, layout, fields, rows, known, shown, wider } = reading;
  const [t, lang] = [useText(workspaceTexts), useLang()];
  const models = fields.map((field) => fieldModel(workspace.schema, field, known, lang));
  const wanted = shown.only === 'all' ? models : models.filter(({ field }) => rows.some((row) => isToFill(field, row)));
  const repeat = repeatOf(workspace.schema, section.repeat);
  if (layout === 'form' && rows[0])
    return wanted.length > 0 ? (
      <RowPart {...{ workspace, section, row: rows[0], models: wanted, back: NOTHING_BACK }} />
    ) : (
      <p>{t.show.nothingEmpty}</p>
    );
  return (
    <>
      {rows.length === 0 ? (
        <Empty icon="plus" level="h2" title={shown.only === 'empty' ? t.show.nothingEmpty : t.rows.none}>
          {t.rows.noneHint(section.title[lang])}
        </Empty>
      ) : wanted.length === 0 ? (
        <p>{t.show.nothingEmpty}</p>
      ) : layout === 'columns' ? (
        <ColumnsTable {...reading} models={wanted} />
      ) : (
        <LinesTable {...reading} models={models} />
      )}
      {workspace.filling.allowed && repeat.section === section.key && (
        <Form action={`${sectionAt(workspace.at, section.key)}/rows`} class="row">
          <Button icon="plus">{repeat.add?.[lang] ?? t.rows.add}</Button>
          {section.count && <Wanted count={section.count} />}
        </Form>
      )}
      {wider.length > 0 && <Wider {...reading} />}
    </>
  );
};

const Wanted = ({ count: { min, max } }: { count: NonNullable<SectionReading['section']['count']> }) => {
  const t = useText(workspaceTexts).rows;
  if (min === null) return null;
  return <span class="meta">{max === null ? t.wantedLeast(min) : t.wanted(min, max)}</span>;
};

/** Fields that a section has about something wider than its rows. */
const Wider = ({ workspace, section, wider, known }: SectionReading) => {
  const [t, lang] = [useText(workspaceTexts), useLang()];
  return (
    <section class="stack gap3" aria-labelledby="wider">
      <h2 id="wider">{t.rows.wider}</h2>
      {wider.map((row) => (
        <RowPart
          key={row.id}
          workspace={workspace}
          section={section}
          row={row}
          models={section.fields
            .filter((field) => field.repeat === row.repeat && field.type !== 'computed')
            .map((field) => fieldModel(workspace.schema, field, known, lang))}
          back={NOTHING_BACK}
        />
      ))}
    </section>
  );
};

const DoneNotice = ({ reading, done }: { reading: SectionReading; done: Done }) => {
  const [t, lang] = [useText(workspaceTexts).rows, useLang()];
  const { workspace, section, known } = reading;
  const row = known.find(({ id }) => id === done.row);
  const name = row && nameOf(workspace.schema, row, known, lang);
  switch (done.what) {
    case 'removed':
      return (
        <Banner
          kind="ok"
          role="status"
          action={
            done.row && (
              <Form action={`${rowAt(workspace.at, section.key, done.row)}/restoration`} class="inline">
                <Button size="small" icon="undo">
                  {t.undo}
                </Button>
              </Form>
            )
          }
        >
          {t.removed}
        </Banner>
      );
    case 'restored':
      return (
        <Banner kind="ok" role="status">
          {name ? t.restored(name) : t.restoredOne}
        </Banner>
      );
    case 'full':
      return (
        <Banner kind="warn" role="alert">
          {t.tooMany}
        </Banner>
      );
    default:
      return null;
  }
};
