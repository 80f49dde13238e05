import type { Localised } from '../kernel/localised.js';
import type { FormProblems } from '../platform/http/form.js';
import { Field } from '../platform/markup/fields.js';
import { Button, Form, LinkButton } from '../platform/markup/forms.js';
import { useLang, useText } from '../platform/markup/frame.js';
import { Layout } from '../platform/markup/layout.js';
import { Banner, Empty } from '../platform/markup/notices.js';
import { Card, Crumbs } from '../platform/markup/components.js';
import { type CourseActor, isStaff } from '../platform/security/actor.js';
import { TeamList, TeamPeople } from './team-list.view.js';
import type { Team, TeamSize } from './team.js';
import { mayCreate, mayLeave } from './teams.policy.js';
import { teamTexts } from './text.js';

export interface TeamsPageProps {
  readonly actor: CourseActor;
  readonly teams: readonly Team[];
  readonly mine: Team | null;
  readonly size: TeamSize;
  readonly assignment: string | null;
  readonly done?: 'joined' | 'left' | 'created' | null;
  /** Why what was just asked for is not possible. */
  readonly refusal?: Localised;
  /** What was wrong with the name of a new team. */
  readonly problems?: FormProblems;
}

export const TeamsPage = (props: TeamsPageProps) => {
  const t = useText(teamTexts);
  const { actor, teams, mine, size, done, refusal } = props;
  const lang = useLang();
  return (
    <Layout title={t.title} current="project">
      <div class="wrap page">
        <Crumbs trail={[{ label: t.course, href: `/courses/${actor.course.slug}` }, { label: t.title }]} />
        <header class="stack gap3">
          <h1>{t.title}</h1>
          <p class="lede">{isStaff(actor) ? t.lede.staff : t.lede.student(size.min, size.max)}</p>
        </header>
        {refusal && (
          <Banner kind="warn" role="alert">
            {refusal[lang]}
          </Banner>
        )}
        {done && (done === 'left' || mine) && (
          <Banner kind="ok" role="status">
            {done === 'left' ? t.done.left : t.done[done](mine!.name)}
          </Banner>
        )}
        {isStaff(actor) ? <TeamList actor={actor} teams={teams} mine={null} title={t.all} /> : <Choosing {...props} />}
      </div>
    </Layout>
  );
};

/** What a student sees: their own team, or the way into one. */
const Choosing = ({ actor, teams, mine, size, assignment, problems }: TeamsPageProps) => {
  const t = useText(teamTexts);
  const others = teams.filter(({ id }) => id !== mine?.id);
  return (
    <>
      {mine ? (
        <MyTeam actor={actor} size={size} assignment={assignment} team={mine} />
      ) : (
        <Empty icon="people" level="h2" title={t.none.title}>
          {t.none.hint}
        </Empty>
      )}
      {(others.length > 0 || !mine) && <TeamList actor={actor} teams={others} mine={mine} title={t.others} />}
      {mayCreate(actor, mine).allowed && <NewTeam course={actor.course.slug} problems={problems} />}
    </>
  );
};

const MyTeam = ({ actor, team, size, assignment }: Pick<TeamsPageProps, 'actor' | 'size' | 'assignment'> & { team: Team }) => {
  const t = useText(teamTexts);
  const lang = useLang();
  const at = `/courses/${actor.course.slug}`;
  const leaving = mayLeave(actor, team);
  return (
    <Card labelledBy="my-team" class="stack">
      <div>
        <p class="eyebrow">{t.mine}</p>
        <h2 id="my-team">{team.name}</h2>
      </div>
      <TeamPeople team={team} me={actor.id} />
      {team.members.length < size.min && <p class="small soft">{t.short(size.min - team.members.length)}</p>}
      <Form action={`${at}/teams/${team.id}/leave`} class="row">
        {assignment && (
          <LinkButton href={`${at}/assignments/${assignment}`} kind="primary" iconAfter="right">
            {t.toProject}
          </LinkButton>
        )}
        {leaving.allowed ? (
          <Button kind="quiet" confirm={{ question: t.leaveAsk(team.name), consequence: t.leaveThen, action: t.leave }}>
            {t.leave}
          </Button>
        ) : (
          <span class="meta">{leaving.because[lang]}</span>
        )}
      </Form>
    </Card>
  );
};

const NewTeam = ({ course, problems }: { course: string; problems: FormProblems | undefined }) => {
  const t = useText(teamTexts).create;
  return (
    <section class="stack narrow" aria-labelledby="new-team">
      <h2 id="new-team">{t.title}</h2>
      <Form action={`/courses/${course}/teams`} problems={problems}>
        <Field name="name" label={t.name} hint={t.hint} required maxLength={80} autoComplete="off" />
        <p>
          <Button>{t.submit}</Button>
        </p>
      </Form>
    </section>
  );
};
