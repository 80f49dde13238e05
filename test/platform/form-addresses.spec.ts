import { appForFile } from '../support/app-for-file.js';

const SOMETHING = '00000000-0000-4000-8000-000000000000';

describe('a form that came back stands at the address it was posted to', () => {
  const app = appForFile();

  it('and that address, reloaded or left for the other language, leads to its page', async () => {
    const { world } = app;
    const student = await world.student();
    const lecturer = await world.lecturer({ course: student.course });
    const at = `/courses/${student.course.slug}`;
    const stage = `${at}/assignments/competitive-analysis/stages/proposal`;
    const pages = [
      [student, `${stage}/draft`, stage],
      [student, `${stage}/submissions`, stage],
      [student, `${stage}/files/${SOMETHING}/removal`, stage],
      [student, `${at}/teams/${SOMETHING}/members`, `${at}/teams`],
      [student, `${at}/teams/${SOMETHING}/leave`, `${at}/teams`],
      [student, `${at}/calendar/address`, `${at}/calendar`],
      [student, `${at}/calendar/address/removal`, `${at}/calendar`],
      [student, '/account/preferences', '/account'],
      [student, '/account/notices', '/account'],
      [student, '/account/password', '/account'],
      [student, `${at}/announcements/reading`, `${at}/announcements`],
      [student, `${at}/announcements/address`, `${at}/announcements`],
      [student, `${at}/announcements/address/revocation`, `${at}/announcements`],
      [lecturer, `${at}/announcements/preview`, `${at}/announcements/new`],
      [lecturer, `${at}/announcements/${SOMETHING}/preview`, `${at}/announcements/${SOMETHING}/edit`],
      [lecturer, `${at}/announcements/${SOMETHING}/withdrawal`, `${at}/announcements/${SOMETHING}`],
      [lecturer, `${at}/units/web-uses/release`, `${at}/units/web-uses`],
      [student, `${at}/units/web-uses/self-check`, `${at}/units/web-uses#self-check`],
      [lecturer, `${at}/units/web-uses/self-check/counting`, `${at}/units/web-uses#self-check`],
      [lecturer, `${at}/grading/${SOMETHING}/finish`, `${at}/grading/${SOMETHING}`],
    ] as const;

    for (const [person, from, to] of pages) {
      const reply = await (await app.as(person)).get(from);
      expect([from, reply.status, reply.headers['location']]).toEqual([from, 303, to]);
    }
  });
});
