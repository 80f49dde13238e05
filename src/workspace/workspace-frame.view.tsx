import type { ComponentChildren } from 'preact';
import { LinkButton } from '../platform/markup/forms.js';
import { useLang, useText } from '../platform/markup/frame.js';
import { Layout } from '../platform/markup/layout.js';
import { Banner, Empty } from '../platform/markup/notices.js';
import { type Crumb, Crumbs, Tabs } from '../platform/markup/components.js';
import { isStaff } from '../platform/security/actor.js';
import { historyAt, sectionAt, workspacesAt } from './addresses.js';
import { workspaceTexts } from './text.js';
import type { SheetAssignment, Workspace } from './workspaces.service.js';

interface FrameProps {
  readonly workspace: Workspace;
  /** Which tab is open: a section’s key, or one of the two beside them. */
  readonly current: string | null;
  readonly title: string;
  /** What stands between the worksheet and this page. */
  readonly trail?: readonly Crumb[];
  readonly lede?: ComponentChildren;
  readonly children: ComponentChildren;
}

export const OVERVIEW = '';
export const HISTORY = ':history';

/** A page of a worksheet: whose it is, its sections as tabs, and whether it can be changed. */
export const WorkspaceFrame = ({ workspace, current, title, trail = [], lede, children }: FrameProps) => {
  const { sheet, schema, at, actor, filling } = workspace;
  const [t, lang] = [useText(workspaceTexts), useLang()];
  const whole = { label: isStaff(actor) ? sheet.team.name : schema.title[lang], href: at };
  const groups = groupsOf(workspace);
  const open = groups.find(({ sections }) => sections.some(({ key }) => key === current));
  const tabs = [
    { href: at, label: t.overview, isCurrent: current === OVERVIEW },
    ...groups.map((group) => ({
      href: sectionAt(at, group.sections[0]!.key),
      label: t.group(group.title[lang], group.sections[0]!.letter, group.sections.at(-1)!.letter),
      isCurrent: group === open,
    })),
    { href: historyAt(at), label: t.journal.title, isCurrent: current === HISTORY },
  ];
  return (
    <Layout title={`${title}, ${sheet.team.name}`} current="project" page="workspace" wide>
      <div class="wrap">
        <header class="stack gap3 workspace-head">
          <Crumbs
            trail={[
              ...trailOf(workspace, lang, t.course),
              ...(isStaff(actor)
                ? [{ label: t.staff.title, href: workspacesAt(actor.course.slug, workspace.assignment.content.key) }]
                : []),
              ...(current === OVERVIEW ? [] : [whole, ...trail]),
              { label: title },
            ]}
          />
          <h1>{title}</h1>
          <p class="soft">{t.worksheetOf(schema.title[lang], sheet.team.name)}</p>
          {lede}
        </header>
        <Tabs label={t.tabs} tabs={tabs} />
        {open && (
          <nav class="row gap2 section-list" aria-label={t.sectionsOf(open.title[lang])}>
            {open.sections.map(({ key, letter, title: name }) => (
              <LinkButton key={key} href={sectionAt(at, key)} size="small" aria-current={key === current ? 'page' : undefined}>
                {t.section(letter, name[lang])}
              </LinkButton>
            ))}
          </nav>
        )}
        <div class="stack gap5 workspace-body">
          {!filling.allowed && <Banner>{isStaff(actor) ? t.readOnly : filling.because[lang]}</Banner>}
          {children}
        </div>
      </div>
    </Layout>
  );
};

/** Sections by the stage that first asks for them. */
function groupsOf({ schema, assignment }: Workspace) {
  return assignment.content.spec.stages
    .map(({ key, title }) => ({ title, sections: schema.sections.filter(({ stage }) => stage === key) }))
    .filter(({ sections }) => sections.length > 0);
}

const trailOf = ({ actor, assignment }: SheetAssignment, lang: 'fr' | 'en', course: string): Crumb[] => {
  const { slug } = actor.course;
  const { key, spec } = assignment.content;
  return [
    { label: course, href: `/courses/${slug}` },
    { label: spec.title[lang], href: `/courses/${slug}/assignments/${key}` },
  ];
};

/** Where somebody without a team comes out. */
export const NoTeamPage = ({ asked }: { asked: SheetAssignment }) => {
  const [t, lang] = [useText(workspaceTexts), useLang()];
  const { actor, schema } = asked;
  const title = schema.title[lang];
  return (
    <Layout title={title} current="project" page="workspace">
      <div class="wrap">
        <header class="stack gap3 workspace-head">
          <Crumbs trail={[...trailOf(asked, lang, t.course), { label: title }]} />
          <h1>{title}</h1>
        </header>
        <Empty
          icon="people"
          level="h2"
          title={t.noTeam.title}
          action={
            <LinkButton href={`/courses/${actor.course.slug}/teams`} kind="primary">
              {t.noTeam.action}
            </LinkButton>
          }
        >
          {t.noTeam.hint}
        </Empty>
      </div>
    </Layout>
  );
};
