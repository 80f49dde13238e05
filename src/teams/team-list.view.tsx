import { Button, Form } from '../platform/markup/forms.js';
import { useText } from '../platform/markup/frame.js';
import { Badge, Progress } from '../platform/markup/notices.js';
import { Avatar } from '../platform/markup/components.js';
import { type CourseActor, isStaff } from '../platform/security/actor.js';
import type { Team } from './team.js';
import { mayJoin } from './teams.policy.js';
import { teamTexts } from './text.js';

interface TeamListProps {
  readonly actor: CourseActor;
  readonly teams: readonly Team[];
  /** The team the reader is in already, or null. */
  readonly mine: Team | null;
  readonly title: string;
}

/** Teams with their people, section by section where the reader sees several. */
export const TeamList = ({ actor, teams, mine, title }: TeamListProps) => {
  const t = useText(teamTexts);
  const sections = [...new Set(teams.map(({ section }) => section))];
  return (
    <section class="stack" aria-labelledby="teams">
      <h2 id="teams">{title}</h2>
      {teams.length === 0 && <p class="soft">{isStaff(actor) ? t.empty.staff : t.empty.student}</p>}
      {sections.map((section) => (
        <div key={section} class="stack gap2">
          {isStaff(actor) && <h3>{t.section(section)}</h3>}
          <ul role="list" class="team-list">
            {teams
              .filter((team) => team.section === section)
              .map((team) => (
                <TeamRow key={team.id} actor={actor} team={team} mine={mine} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
};

const TeamRow = ({ actor, team, mine }: Omit<TeamListProps, 'teams' | 'title'> & { readonly team: Team }) => {
  const t = useText(teamTexts);
  const Heading = isStaff(actor) ? 'h4' : 'h3';
  return (
    <li>
      <div class="stack gap2">
        <div class="row gap2">
          <Heading>{team.name}</Heading>
          <TeamState team={team} />
        </div>
        <TeamPeople team={team} me={actor.id} />
      </div>
      <div class="team-seats">
        <p class="meta num">{t.seats(team.members.length, team.seats)}</p>
        <Progress value={team.members.length} max={team.seats} label={t.seatsLabel(team.members.length, team.seats)} />
        {mayJoin(actor, team, mine).allowed && (
          <Form action={`/courses/${actor.course.slug}/teams/${team.id}/members`} class="row">
            <Button size="small" label={t.joinLabel(team.name)}>
              {t.join}
            </Button>
          </Form>
        )}
      </div>
    </li>
  );
};

const TeamState = ({ team }: { team: Team }) => {
  const t = useText(teamTexts);
  if (team.lockedAt) return <Badge icon="lock">{t.locked}</Badge>;
  return team.members.length >= team.seats ? <Badge>{t.full}</Badge> : <Badge kind="ok">{t.open}</Badge>;
};

export const TeamPeople = ({ team, me }: { team: Team; me: string }) => {
  const t = useText(teamTexts);
  if (team.members.length === 0) return <p class="soft small">{t.nobody}</p>;
  return (
    <ul role="list" class="team-people" aria-label={t.members(team.name)}>
      {team.members.map(({ id, name }) => (
        <li key={id}>
          <Avatar name={name} />
          <span>{id === me ? `${name} (${t.you})` : name}</span>
        </li>
      ))}
    </ul>
  );
};
