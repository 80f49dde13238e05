import { numberText } from '../../platform/markup/amounts.js';
import { Button, Form, LinkButton } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Layout } from '../../platform/markup/layout.js';
import { Banner } from '../../platform/markup/notices.js';
import { Crumbs, Table } from '../../platform/markup/components.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { gradingTexts } from '../text.js';
import type { PlannedMark, PostingPlan } from './posting-plan.js';

export interface PostPageProps {
  readonly actor: CourseActor;
  readonly plan: PostingPlan;
  readonly answer: 'outdated' | null;
}

/** What a posting would show, to whom, and what it would not: read before it is made. */
export const PostPage = ({ actor, plan, answer }: PostPageProps) => {
  const t = useText(gradingTexts).posting;
  const { number } = plan.stage.spec;
  const people = peopleOf(plan.marks);
  const address = `/courses/${actor.course.slug}/grading/stages/${plan.stage.id}/post`;
  return (
    <Layout title={t.title(number)} current="grading">
      <div class="wrap page confirming">
        <Trail actor={actor} plan={plan} here={t.title(number)} />
        <h1>{t.question(number)}</h1>
        {answer === 'outdated' && (
          <Banner kind="warn" role="alert">
            {t.outdated}
          </Banner>
        )}
        <Held plan={plan} />
        {plan.marks.length === 0 ? (
          <p>{t.nothing}</p>
        ) : (
          <>
            <div class="stack gap2">
              <p class="lede">{t.willSee(people)}</p>
              <p>
                {t.willHear(peopleOf(plan.marks.filter(({ is }) => is === 'news')))} {t.canUnpost}
              </p>
            </div>
            <Marks plan={plan} />
            <Form action={address} class="row">
              <input type="hidden" name="seen" value={plan.seen} />
              <Button kind="primary">{t.confirm(people)}</Button>
              <LinkButton href={queueOf(actor, plan)}>{t.notNow}</LinkButton>
            </Form>
          </>
        )}
      </div>
    </Layout>
  );
};

const peopleOf = (marks: readonly PlannedMark[]): number => new Set(marks.flatMap(({ readers }) => readers.map(({ id }) => id))).size;
const queueOf = ({ course }: CourseActor, { stage }: PostingPlan): string => `/courses/${course.slug}/grading?stage=${stage.id}&show=all`;

const Trail = ({ actor, plan, here }: { actor: CourseActor; plan: PostingPlan; here: string }) => (
  <Crumbs trail={[{ label: useText(gradingTexts).queue.title, href: queueOf(actor, plan) }, { label: here }]} />
);

/** Who will see nothing new, or nothing at all, and why. */
const Held = ({ plan: { kept, unfinished, withheld } }: { plan: PostingPlan }) => {
  const t = useText(gradingTexts).posting;
  return (
    <>
      {kept.length > 0 && (
        <Banner kind="info">
          {t.kept(kept.length)} <b>{kept.map(({ team }) => team).join(', ')}</b>
        </Banner>
      )}
      {unfinished.length > 0 && (
        <Banner kind="warn">
          {t.unfinished(unfinished.length)} <b>{unfinished.join(', ')}</b>
        </Banner>
      )}
      {withheld.length > 0 && (
        <Banner kind="warn" icon="lock">
          {t.withheld(withheld.length)} <b>{withheld.join(', ')}</b>
        </Banner>
      )}
    </>
  );
};

const Marks = ({ plan: { marks, stage, inForce } }: { plan: PostingPlan }) => {
  const [{ posting: t, queue: columns, result }, lang] = [useText(gradingTexts), useLang()];
  return (
    <Table
      caption={t.marks}
      captionIs="hidden"
      columns={[columns.team, { number: t.people }, { number: t.points }, ...(inForce ? [columns.state] : [])]}
    >
      <tbody>
        {marks.map(({ team, readers, points, is }) => (
          <tr key={team}>
            <th scope="row">{team}</th>
            <td class="n">{readers.length}</td>
            <td class="n">{result.of(numberText(lang, points), numberText(lang, stage.spec.points))}</td>
            {inForce && <td>{is === 'news' ? t.news : t.same}</td>}
          </tr>
        ))}
      </tbody>
    </Table>
  );
};

export type UnpostPageProps = Pick<PostPageProps, 'actor' | 'plan'>;

export const UnpostPage = ({ actor, plan }: UnpostPageProps) => {
  const t = useText(gradingTexts).posting;
  const { number } = plan.stage.spec;
  return (
    <Layout title={t.unpostTitle(number)} current="grading">
      <div class="wrap page confirming">
        <Trail actor={actor} plan={plan} here={t.unpostTitle(number)} />
        <h1>{t.unpostQuestion(number)}</h1>
        <p class="lede">{plan.inForce ? t.unpostWords : t.held}</p>
        <Form action={`/courses/${actor.course.slug}/grading/stages/${plan.stage.id}/unpost`} class="row">
          {plan.inForce && <Button kind="danger">{t.unpost}</Button>}
          <LinkButton href={queueOf(actor, plan)}>{t.notNow}</LinkButton>
        </Form>
      </div>
    </Layout>
  );
};
