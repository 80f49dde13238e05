import { numberText } from '../platform/markup/amounts.js';
import { LinkButton } from '../platform/markup/forms.js';
import { useLang, useText } from '../platform/markup/frame.js';
import { Layout } from '../platform/markup/layout.js';
import { Badge, Empty } from '../platform/markup/notices.js';
import { Table } from '../platform/markup/components.js';
import type { CourseActor } from '../platform/security/actor.js';
import type { Cell, Column, FullGradebook, Gradebook, StudentLine } from './gradebook.js';
import { ParticipationCells, ParticipationHeads } from './participation.view.js';
import { gradebookTexts } from './text.js';

interface GradebookPageProps {
  readonly actor: CourseActor;
  readonly gradebook: FullGradebook;
}

/** Every student's marks side by side: what the class sees, and what it does not see yet. */
export const GradebookPage = ({ actor, gradebook }: GradebookPageProps) => {
  const [t, lang] = [useText(gradebookTexts), useLang()];
  const { lines, section, teams } = gradebook;
  const at = `/courses/${actor.course.slug}`;
  const csv = `${at}/gradebook.csv${section ? `?section=${section.id}` : ''}`;
  return (
    <Layout title={t.title} current="gradebook" wide>
      <div class="wrap page gradebook">
        <header class="page-head">
          <div>
            <h1>{t.title}</h1>
            <p class="soft small">{`${actor.course.term[lang]}. ${t.lede(lines.length, teams)}`}</p>
          </div>
          <div class="row gap2">
            <LinkButton href={csv} icon="download">
              {t.csvLink}
            </LinkButton>
          </div>
        </header>
        <Sections at={at} gradebook={gradebook} />
        {lines.length > 0 ? (
          <Marks at={at} gradebook={gradebook} />
        ) : (
          <Empty icon="people" level="h2" title={t.empty}>
            {t.emptyHint}
          </Empty>
        )}
      </div>
    </Layout>
  );
};

const Sections = ({ at, gradebook: { sections, section } }: { at: string; gradebook: Gradebook }) => {
  const t = useText(gradebookTexts);
  if (sections.length < 2) return null;
  const choices = [
    { href: `${at}/gradebook`, name: t.all, id: null },
    ...sections.map(({ id, name }) => ({ href: `${at}/gradebook?section=${id}`, name: `${t.section} ${name}`, id })),
  ];
  return (
    <nav class="row gap2" aria-label={t.sections}>
      {choices.map(({ href, name, id }) => (
        <a key={href} class="btn sm" href={href} aria-current={id === (section?.id ?? null) ? 'true' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
};

const Marks = ({ at, gradebook: { columns, lines, counted } }: { at: string; gradebook: FullGradebook }) => {
  const [t, lang] = [useText(gradebookTexts), useLang()];
  return (
    <Table caption={t.caption} captionIs="hidden" class="marks">
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.section}</th>
          <th scope="col">{t.team}</th>
          {columns.map(({ stage }) => (
            <th key={stage.id} scope="col" class="n">
              {t.stage(stage.spec.number)} <span class="meta">{t.outOf(numberText(lang, stage.spec.points))}</span>
            </th>
          ))}
          <th scope="col" class="n">
            {t.total} <span class="meta">{t.totalHint}</span>
          </th>
          <ParticipationHeads counted={counted} />
        </tr>
        <tr class="seen">
          <td colSpan={3}>
            <span class="meta">{t.seen}</span>
          </td>
          {columns.map((column) => (
            <td key={column.stage.id} class="n">
              <Seen at={at} column={column} />
            </td>
          ))}
          <td />
          {counted.map(({ unit }) => (
            <td key={unit.key} class="participation" />
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.id} line={line} columns={columns} counted={counted} />
        ))}
      </tbody>
    </Table>
  );
};

const Seen = ({ at, column: { stage, isPosted } }: { at: string; column: Column }) => {
  const t = useText(gradebookTexts);
  return (
    <a href={`${at}/grading?stage=${stage.id}&show=all`}>
      <Badge kind={isPosted ? 'ok' : 'plain'} icon={isPosted ? 'eye' : 'lock'}>
        {isPosted ? t.posted : t.held}
      </Badge>
      <span class="sr">, {t.stage(stage.spec.number)}</span>
    </a>
  );
};

const Line = ({ line, columns, counted }: { line: StudentLine } & Pick<FullGradebook, 'columns' | 'counted'>) => {
  const [t, lang] = [useText(gradebookTexts), useLang()];
  return (
    <tr>
      <th scope="row">{line.sortName}</th>
      <td>{line.section}</td>
      <td>{line.team ?? <span class="none">{t.noTeam}</span>}</td>
      {line.cells.map((cell, index) => (
        <Mark key={columns[index]!.stage.id} cell={cell} />
      ))}
      <td class="n total">{line.total && t.of(numberText(lang, line.total.points), numberText(lang, line.total.outOf))}</td>
      <ParticipationCells counted={counted} person={line.id} />
    </tr>
  );
};

const Mark = ({ cell: { state, points } }: { cell: Cell }) => {
  const [t, lang] = [useText(gradebookTexts), useLang()];
  if (points !== null)
    return (
      <td class={state === 'held' ? 'n held' : 'n'}>
        {numberText(lang, points)}
        {state === 'held' && <span class="sr">, {t.heldMark}</span>}
      </td>
    );
  return (
    <td class="n">
      <span class="none">{state === 'posted' || state === 'held' ? '' : t.states[state]}</span>
    </td>
  );
};
