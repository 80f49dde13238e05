import { LinkButton } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Layout } from '../../platform/markup/layout.js';
import { Card, Crumbs, SafeMarkup } from '../../platform/markup/components.js';
import { isStaff } from '../../platform/security/actor.js';
import { workspaceAt, workspacesAt } from '../../workspace/index.js';
import { teamsAt } from '../addresses.js';
import { submissionTexts } from '../text.js';
import { LateRule, TeamBlock } from '../work/stage-aside.view.js';
import type { Brief } from './brief.service.js';
import { RubricView } from './rubric.view.js';
import { StageList } from './stage-list.view.js';

/** What is asked, until when, and how it is judged; for a student, also how far their team is. */
export const BriefPage = (brief: Brief) => {
  const { actor, assignment } = brief;
  const t = useText(submissionTexts);
  const lang = useLang();
  const { spec, brief: text, rubric } = assignment.content;
  return (
    <Layout title={spec.title[lang]} current="project" page="brief">
      <div class="wrap with-side brief-top">
        <div>
          <header class="stack gap3">
            <Crumbs trail={[{ label: t.course, href: `/courses/${actor.course.slug}` }, { label: spec.title[lang] }]} />
            <p class="eyebrow">{t.brief.weight(spec.weight)}</p>
            <h1>{spec.title[lang]}</h1>
            <p class="lede">{spec.summary[lang]}</p>
            <p class="row">
              <LinkButton href="#brief">{t.brief.brief}</LinkButton>
              <LinkButton href="#rubric">{t.brief.rubric.title}</LinkButton>
              <WorksheetLink {...brief} />
            </p>
          </header>
          <StageList {...brief} />
        </div>
        <BriefAside {...brief} />
      </div>
      <div class="wrap page">
        <section aria-labelledby="brief">
          <p id="brief" class="eyebrow">
            {t.brief.brief}
          </p>
          <SafeMarkup html={text[lang]} class="prose brief-text" />
        </section>
        <RubricView rubric={rubric} stages={spec.stages} />
      </div>
    </Layout>
  );
};

/** To the team’s worksheet; for those who teach, to those of all teams. */
const WorksheetLink = ({ actor, assignment: { content } }: Brief) => {
  const [t, lang] = [useText(submissionTexts).brief, useLang()];
  if (!content.worksheet) return null;
  const { slug } = actor.course;
  return isStaff(actor) ? (
    <LinkButton href={workspacesAt(slug, content.key)}>{t.worksheets}</LinkButton>
  ) : (
    <LinkButton href={workspaceAt(slug, content.key)}>{content.worksheet.title[lang]}</LinkButton>
  );
};

const BriefAside = ({ actor, assignment, team }: Brief) => {
  const t = useText(submissionTexts).brief;
  const { tokens, token_hours: hours } = assignment.content.spec.late;
  const { slug } = actor.course;
  return (
    <aside aria-label={t.team}>
      {team && <TeamBlock team={team} course={slug} />}
      {!team && !isStaff(actor) && (
        <Card labelledBy="no-team" class="stack gap3">
          <h2 id="no-team" class="aside-title">
            {t.noTeam.title}
          </h2>
          <p class="small soft">{t.noTeam.hint}</p>
          <LinkButton href={teamsAt(slug)} kind="primary">
            {t.noTeam.action}
          </LinkButton>
        </Card>
      )}
      <section class="stack gap2" aria-labelledby="late-rule">
        <h2 id="late-rule" class="aside-title">
          {t.rule}
        </h2>
        <LateRule assignment={assignment} />
        {tokens > 0 && <p class="small soft">{t.tokens(tokens, hours)}</p>}
      </section>
      {isStaff(actor) && (
        <p>
          <a href={teamsAt(slug)}>{t.teams}</a>
        </p>
      )}
    </aside>
  );
};
