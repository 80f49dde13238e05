import type { ComponentChildren } from 'preact';
import type { ClassMeeting } from '../../curriculum/index.js';
import { LinkButton } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Badge } from '../../platform/markup/notices.js';
import { Table } from '../../platform/markup/components.js';
import { Time, timeText } from '../../platform/markup/time.js';
import type { CourseSettings, StageSetting } from './settings.service.js';
import { settingsTexts } from './text.js';

interface Placed {
  readonly course: string;
  readonly zone: string;
  readonly mayArrange: boolean;
}

/** The classes of a course, each with the way to move it. */
export const ClassTable = ({ meetings, ...placed }: Pick<CourseSettings, 'meetings'> & Placed) => {
  const t = useText(settingsTexts);
  const columns = [t.columns.week, t.columns.class, t.columns.day, t.columns.hours, t.columns.place];
  return (
    <Dates id="classes" title={t.classes.title} none={meetings.length === 0 ? t.classes.none : null} columns={columns} {...placed}>
      {meetings.map((meeting) => (
        <ClassRow key={meeting.week} meeting={meeting} {...placed} />
      ))}
    </Dates>
  );
};

/** The stages of what is asked for, likewise. */
export const StageTable = ({ stages, ...placed }: Pick<CourseSettings, 'stages'> & Placed) => {
  const t = useText(settingsTexts);
  const columns = [t.columns.stage, t.columns.opens, t.columns.due, t.columns.handedIn];
  return (
    <Dates id="stages" title={t.stages.title} none={stages.length === 0 ? t.stages.none : null} columns={columns} {...placed}>
      {stages.map((setting) => (
        <StageRow key={setting.stage.id} {...setting} {...placed} />
      ))}
    </Dates>
  );
};

interface DatesProps extends Placed {
  readonly id: string;
  readonly title: string;
  /** What to say instead of a table. */
  readonly none: string | null;
  readonly columns: readonly string[];
  readonly children: ComponentChildren;
}

const Dates = ({ id, title, none, columns, mayArrange, children }: DatesProps) => {
  const t = useText(settingsTexts);
  return (
    <section id={id} aria-labelledby={`h-${id}`}>
      <div class="head">
        <h2 id={`h-${id}`}>{title}</h2>
      </div>
      {none ? (
        <p class="soft">{none}</p>
      ) : (
        <Table caption={title} captionIs="hidden" columns={[...columns, ...(mayArrange ? [t.columns.action] : [])]}>
          <tbody>{children}</tbody>
        </Table>
      )}
    </section>
  );
};

const ClassRow = ({ meeting, course, zone, mayArrange }: { meeting: ClassMeeting } & Placed) => {
  const [t, lang] = [useText(settingsTexts), useLang()];
  const { week, title, startsAt, endsAt, place, isCancelled } = meeting;
  return (
    <tr>
      <td>{week}</td>
      <th scope="row">
        {isCancelled ? <s>{title[lang]}</s> : title[lang]} {isCancelled && <Badge kind="bad">{t.cancelled}</Badge>}
      </th>
      <td>
        <Time at={startsAt} form="day" zone={zone} />
      </td>
      <td>{t.hours(timeText(lang, startsAt, 'hour', zone), timeText(lang, endsAt, 'hour', zone))}</td>
      <td>{place[lang]}</td>
      {mayArrange && <ChangeCell to={`/courses/${course}/settings/classes/${week}`} label={t.changeClass(week)} />}
    </tr>
  );
};

const StageRow = ({ stage, assignment, handedIn, course, zone, mayArrange }: StageSetting & Placed) => {
  const [t, lang] = [useText(settingsTexts), useLang()];
  const { number, key, title } = stage.spec;
  const address = `/courses/${course}/settings/assignments/${assignment}/stages/${key}`;
  return (
    <tr>
      <th scope="row">{t.stage.title(number, title[lang])}</th>
      <td>
        <Time at={stage.opensAt} zone={zone} />
      </td>
      <td>
        <Time at={stage.dueAt} zone={zone} />
      </td>
      <td>{t.handedIn(handedIn)}</td>
      {mayArrange && <ChangeCell to={address} label={t.changeStage(number)} />}
    </tr>
  );
};

const ChangeCell = ({ to, label }: { to: string; label: string }) => (
  <td>
    <LinkButton size="small" href={to} label={label}>
      {useText(settingsTexts).change}
    </LinkButton>
  </td>
);
